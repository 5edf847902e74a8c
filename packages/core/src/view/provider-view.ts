/** Providers as an applicant finds them. */

import { type ProviderEntry, providerEntrySchema } from "../organisation/provider-entry.ts";
import type { Reader } from "../port/store.ts";

export const providerSchema = providerEntrySchema.omit({ version: true });

/** At most 50 providers whose name has all the words, by name. */
export async function findProviders(reader: Reader, search: string): Promise<ProviderEntry[]> {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const all = await reader.list("providerEntry", {});
  return all
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    .sort((a, b) => a.name.localeCompare(b.name))
    .slice(0, 50);
}
