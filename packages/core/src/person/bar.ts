/** Until when somebody is kept from a case by a HARD interest, for those who are asked and written to about it. */
import type { Case } from "../application/case.ts";
import type { Instant } from "../kernel/instant.ts";
import { namesOfFamily } from "../organisation/family.ts";
import type { Reader } from "../port/store.ts";
import type { Party } from "../review/conflict/conflict.ts";
import { isParty } from "../review/conflict/same-organisation.ts";
import { type Colleague, isBeside, readColleagues } from "./department.ts";
import { countedInterests, endOf, type Interest, levelOf } from "./interest.ts";
import type { Person } from "./person.ts";

/** Later than any instant: the interest lasts until it is taken back. */
const always = "9999-12-31T23:59:59.000Z" as Instant;

type Parties = Pick<Case, "applicantId" | "providerId">;

/**
 * Per person, until when they are kept from a case of these parties; undefined where nothing keeps them. Organisations
 * are read only where somebody declared anything at all.
 * @param former left out where a party's own letters are under way: who has left it since still gets them
 */
export async function readBars(
  reader: Reader,
  people: readonly (Person | undefined)[],
  { applicantId, providerId }: Parties,
  former: "former" | "present" = "former",
): Promise<(Instant | undefined)[]> {
  const declared = await Promise.all(people.map((person) => declaredBy(reader, person, former)));
  if (declared.every((interests) => interests.length === 0)) return people.map(() => undefined);
  const ids = [applicantId, ...(providerId === undefined ? [] : [providerId])];
  const families = await Promise.all(ids.map((organisationId) => namesOfFamily(reader, organisationId)));
  const colleagues = await Promise.all(families.map((family) => readColleagues(reader, family, declared.flat())));
  const parties = families.flatMap(({ kept, names }, at) =>
    names.map((party) => ({ ...party, headcount: kept?.headcount, colleagues: colleagues[at] ?? [] })),
  );
  return people.map((person, at) => barOf(person, declared[at] ?? [], parties));
}

async function declaredBy(
  reader: Reader,
  person: Person | undefined,
  former: "former" | "present",
): Promise<Interest[]> {
  if (person === undefined) return [];
  const { personId } = person;
  const [own, left] = await Promise.all([
    reader.get("interests", { personId }),
    former === "former" ? reader.list("formerMember", { personId }) : [],
  ]);
  return countedInterests(person, own, left);
}

type KnownParty = Pick<Party, "organisationId" | "register" | "headcount"> & {
  readonly colleagues: readonly Colleague[];
};

function barOf(
  person: Person | undefined,
  declared: readonly Interest[],
  parties: readonly KnownParty[],
): Instant | undefined {
  const ends = declared.flatMap((interest) =>
    parties.some((party) => isParty(interest, party) && levelOn(interest, person, party) === "HARD")
      ? [endOf(interest) ?? always]
      : [],
  );
  return ends.sort().at(-1);
}

function levelOn(interest: Interest, person: Person | undefined, { headcount, colleagues }: KnownParty) {
  return levelOf(interest, headcount, person !== undefined && isBeside(interest, person.personId, colleagues));
}
