/** The pieces that sentences of refusals are made of. */

export type Facts = Readonly<Record<string, unknown>>;
export type Sentences = Readonly<Record<string, (facts: Facts) => string>>;

/** A fact as a word, or what to say where it is missing. */
export function word(value: unknown, otherwise = ""): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : otherwise;
}

/** Minor units with their currency: `1,250.00 EUR`. All currencies of the network have two decimals. */
export function amount(minor: unknown, currency: unknown): string {
  if (typeof minor !== "number") return "";
  const text = (minor / 100).toLocaleString("en-GB", { minimumFractionDigits: 2 });
  return `${text} ${word(currency)}`.trim();
}

/** Nothing of the step was kept: said at the end of most refusals. */
export const unchanged = "Nothing was changed.";

/** `3 cases`, of a list in the facts. */
export function count(list: unknown, noun: string): string {
  const number = Array.isArray(list) ? list.length : 0;
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
