/** Names of sanctions lists as imported, and how a payee's name is compared with them. */
import * as z from "zod";
import { recordsOf } from "../organisation/family.ts";
import type { Organisation } from "../organisation/organisation.ts";
import type { Reader } from "../port/store.ts";

/** The list in force; names of another import do not count. */
export const sanctionListSchema = z.object({
  id: z.literal("current"),
  /** Identifies the import: names carry it. */
  edition: z.string().min(1).max(80),
  names: z.number().int().min(0),
  /** The import that is being read, or was cut short: only the last that was begun may come into force. */
  coming: z.object({ edition: z.string().min(1).max(80), run: z.string() }).optional(),
  version: z.number().int().default(0),
});
export type SanctionList = z.infer<typeof sanctionListSchema>;

const referencesSchema = z.object({
  /** The list's own reference of the entry. */
  reference: z.string().max(200),
  /** Of further entries of the same name: somebody else each. */
  others: z.array(z.string().max(200)).optional(),
});

export const sanctionNameSchema = z.object({
  /** `comparableName`. */
  name: z.string().min(1),
  edition: z.string(),
  ...referencesSchema.shape,
  /** The same name on the list that was in force when this edition was read: it counts until another is in force. */
  before: referencesSchema.extend({ edition: z.string() }).optional(),
  version: z.number().int().default(0),
});
export type SanctionName = z.infer<typeof sanctionNameSchema>;

/** References of the entries that a name's record has under this edition; none where the name is not on it. */
export function referencesOf(name: SanctionName | undefined, edition: string): string[] {
  const entry = [name, name?.before].find((one) => one?.edition === edition);
  return entry === undefined ? [] : [entry.reference, ...(entry.others ?? [])];
}

/** Without marks, case, punctuation and the order of words, so that `Müller, Jan` is `jan muller`. */
export function comparableName(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ");
  return plain.trim().split(" ").sort().join(" ");
}

export interface SanctionHit {
  readonly name: string;
  readonly reference: string;
}

/** What an organisation is screened by: its name, what it was called before, the names of records merged into it, and the holders of their accounts. */
export async function screenedNames(reader: Pick<Reader, "get">, kept: Organisation): Promise<string[]> {
  const records = await recordsOf(reader, kept);
  return records.flatMap(({ legalName, formerly = [], accounts }) => [
    legalName,
    ...formerly.map((one) => one.legalName),
    ...accounts.map(({ holder }) => holder),
  ]);
}

/** Which of these names stand on the list in force, each entry by itself. */
export async function sanctionHits(reader: Reader, names: readonly string[]): Promise<SanctionHit[]> {
  const list = await reader.get("sanctionList", { id: "current" });
  if (list === undefined) return [];
  const found = await Promise.all(
    [...new Set(names.map(comparableName))]
      .filter((name) => name !== "")
      .map((name) => reader.get("sanctionName", { name })),
  );
  return found.flatMap((one) =>
    referencesOf(one, list.edition).map((reference) => ({ name: one?.name ?? "", reference })),
  );
}
