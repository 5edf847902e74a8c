/** The facts of a refusal or a requirement as they come over the wire, read with care. */
export type Facts = Readonly<Record<string, unknown>>;

export interface Amount {
  readonly amount: number;
  readonly currency: string;
}

export function textOf(facts: Facts, name: string): string {
  const value = facts[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** An amount with its currency, or undefined if the fact is none. */
export function amountOf(facts: Facts, name: string): Amount | undefined {
  const value = facts[name];
  if (typeof value !== "object" || value === null || !("amount" in value) || !("currency" in value)) return undefined;
  const { amount, currency } = value;
  return typeof amount === "number" && typeof currency === "string" ? { amount, currency } : undefined;
}

/** A list of records; whatever else is left out. */
export function recordsOf(facts: Facts, name: string): readonly Facts[] {
  const value = facts[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === "object" && one !== null) : [];
}
