/** Who of an organisation's own people works in which of its departments: in a large house only theirs is as near as a small one (domain §8). */
import type { EffectDraft } from "../effect/effect.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import type { FamilyNames } from "../organisation/family.ts";
import type { Reader } from "../port/store.ts";
import { isParty } from "../review/conflict/same-organisation.ts";
import { type Interest, interestsOf, isSmall, sameDepartment } from "./interest.ts";
import type { Person } from "./person.ts";

export interface Colleague {
  readonly personId: Person["personId"];
  readonly department: string;
}

/** @param jobs what is to be weighed: nobody is read where no department can make a difference */
export async function readColleagues(
  reader: Pick<Reader, "get" | "list">,
  family: FamilyNames,
  jobs: readonly Interest[],
): Promise<Colleague[]> {
  const { kept, names } = family;
  const asked = jobs.some((job) => job.department !== undefined && isJobAt(job, names));
  if (kept === undefined || isSmall(kept) || !asked) return [];
  return readColleaguesAmong(reader, family, await reader.list("member", { organisationId: kept.organisationId }));
}

/**
 * The same where the organisation's people are known already, for whatever job is weighed later; of a small house nobody
 * is read.
 */
export async function readColleaguesAmong(
  reader: Pick<Reader, "get">,
  { kept, names }: FamilyNames,
  members: readonly Pick<Person, "personId">[],
): Promise<Colleague[]> {
  if (kept === undefined || isSmall(kept)) return [];
  const found = await Promise.all(
    members.map(async ({ personId }): Promise<Colleague[]> => {
      const [person, own] = await Promise.all([
        reader.get("person", { personId }),
        reader.get("interests", { personId }),
      ]);
      return interestsOf(person, own).flatMap((job) =>
        job.department !== undefined && job.until === undefined && isJobAt(job, names)
          ? [{ personId, department: job.department }]
          : [],
      );
    }),
  );
  return found.flat();
}

/** Whether the job was in the department of somebody else of them. */
export function isBeside(
  { kind, department }: Pick<Interest, "kind" | "department">,
  personId: Person["personId"],
  colleagues: readonly Colleague[],
): boolean {
  return (
    kind === "employer" &&
    colleagues.some((other) => other.personId !== personId && sameDepartment(other.department, department))
  );
}

/**
 * After what somebody declared has changed: nothing where they work in the same departments as before. Another one makes
 * whoever reviews beside them too near to a case of the organisation that they belong to.
 */
export function recheckBeside(
  personId: Person["personId"],
  before: readonly Interest[],
  after: readonly Interest[],
): EffectDraft[] {
  const [was, is] = [before, after].map((entries) => canonicalJson(departmentsOf(entries)));
  return was === is ? [] : [{ body: { kind: "recheck-departments", personId } }];
}

function departmentsOf(entries: readonly Interest[]) {
  return entries.flatMap(({ kind, department, until, organisationId, register }) =>
    kind === "employer" && department !== undefined && until === undefined
      ? [{ department, organisationId, scheme: register?.scheme, id: register?.id }]
      : [],
  );
}

function isJobAt(job: Interest, names: FamilyNames["names"]): boolean {
  return job.kind === "employer" && names.some((name) => isParty(job, name));
}
