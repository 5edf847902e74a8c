/** Whom a case would pay and for whom, against the sanctions list in force: the parties and the owners that the applicant named. */
import type { Organisation } from "../organisation/organisation.ts";
import type { Reader } from "../port/store.ts";
import { comparableName, type SanctionHit, sanctionHits, screenedNames } from "../sanction/sanction.ts";
import { answersOf } from "./completeness.ts";
import type { Section } from "./section.ts";

/** Those on the list, as they are written here. */
export async function listedParties(
  reader: Reader,
  parties: readonly (Organisation | undefined)[],
  sections: readonly Section[],
): Promise<SanctionHit[]> {
  const known = await Promise.all(parties.map((one) => (one === undefined ? [] : screenedNames(reader, one))));
  const names = [...known.flat(), ...(answersOf(sections).company.links ?? []).map(({ name }) => name)];
  const hits = await sanctionHits(reader, names);
  return hits.map((hit) => ({ ...hit, name: names.find((name) => comparableName(name) === hit.name) ?? hit.name }));
}
