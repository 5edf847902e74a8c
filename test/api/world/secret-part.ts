/** What a secret is, and the pieces that several of them are made of. */
import type { Stored } from "./memory-store.ts";
import type { Parts } from "./part.ts";
import type { Told } from "./told-world.ts";

export interface Secret {
  readonly what: string;
  /** The case it belongs to; of a person's secrets, one beside which it could show. */
  readonly of: Told;
  /** The persona whom it is about, where it is about one. */
  readonly about?: string;
  /** Who may notice it. Everyone else must not. */
  readonly knownTo: (parts: Parts) => readonly string[];
  /** The item in the other world; undefined: it is not there. */
  readonly change: (one: Stored, caseId: string) => Stored | undefined;
}

export const inside = ({ staff, network, redress }: Parts) => [...staff, ...network, ...redress];

/** Whatever the case's partition, streams and lists hold of it. */
export function isOf(one: Stored, caseId: string): boolean {
  const value = one.value as { caseId?: string; stream?: string };
  return value.caseId === caseId || value.stream === caseId;
}

/** The case is not there at all. What a reviewer has on the desk stays, or they would seem to have more time. */
export function withoutCase(one: Stored, caseId: string): Stored | undefined {
  if (!isOf(one, caseId)) return one;
  if (one.name !== "work") return undefined;
  return { name: "work", value: { ...one.value, caseId: "app_01K8Z3V5J0QW4R7T9Y2B6C8D1F", reference: "OTHER" } };
}

export const everyPart = (parts: Parts) => [
  ...parts.applicants,
  ...parts.providers,
  ...parts.invited,
  ...parts.reading,
  ...inside(parts),
];
