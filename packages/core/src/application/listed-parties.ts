/** Whom a case would pay and for whom, against the sanctions list in force: the parties and the owners that the applicant named. */
import { recordsOf } from "../organisation/family.ts";
import type { Organisation } from "../organisation/organisation.ts";
import type { Reader } from "../port/store.ts";
import { comparableName, type SanctionHit, sanctionHits, screenedNames } from "../sanction/sanction.ts";
import { answersOf } from "./completeness.ts";
import type { Section } from "./section.ts";

interface Bearer {
  readonly organisation: Organisation;
  readonly names: readonly string[];
}

/** Those on the list, as they are written here, unless each party that bears the name was found to be a namesake of the entry. */
export async function listedParties(
  reader: Reader,
  applicant: Organisation | undefined,
  others: readonly (Organisation | undefined)[],
  sections: readonly Section[],
): Promise<SanctionHit[]> {
  const parties = [applicant, ...others].flatMap((one) => one ?? []);
  const bearers = await Promise.all(
    parties.map(async (organisation): Promise<Bearer> => {
      const names = await screenedNames(reader, organisation);
      return { organisation, names: organisation === applicant ? [...names, ...ownersIn(sections)] : names };
    }),
  );
  const unknown = applicant === undefined ? ownersIn(sections) : [];
  const names = [...bearers.flatMap((bearer) => bearer.names), ...unknown];
  const hits = await sanctionHits(reader, names);
  const standing = await Promise.all(
    hits.map(async (hit) => {
      const all = bearers.filter((bearer) => bearer.names.some((name) => comparableName(name) === hit.name));
      const cleared = await Promise.all(all.map(({ organisation }) => isNamesake(reader, organisation, hit)));
      return cleared.length > 0 && cleared.every(Boolean) ? [] : [hit];
    }),
  );
  return standing
    .flat()
    .map((hit) => ({ ...hit, name: names.find((name) => comparableName(name) === hit.name) ?? hit.name }));
}

function ownersIn(sections: readonly Section[]): string[] {
  return (answersOf(sections).company.links ?? []).map(({ name }) => name);
}

async function isNamesake(
  reader: Reader,
  organisation: Organisation,
  { name, reference }: SanctionHit,
): Promise<boolean> {
  const records = await recordsOf(reader, organisation);
  const found = await Promise.all(
    records.map(({ organisationId }) => reader.get("namesake", { organisationId, name, reference })),
  );
  return found.some((one) => one !== undefined);
}
