/** The facts behind every choice of reviewers: the case's parties and the people who may review, read together. */
import type { Case } from "../application/case.ts";
import type { Call } from "../call/call.ts";
import type { CaseId, PersonId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import { type FamilyNames, namesOfFamily } from "../organisation/family.ts";
import { type Colleague, readColleaguesAmong } from "../person/department.ts";
import { profileWith } from "../person/interest.ts";
import type { Reader } from "../port/store.ts";
import type { Task } from "../task/task.ts";
import type { CaseParties, Party, Reviewer } from "./conflict/conflict.ts";
import { readPast } from "./past.ts";
import type { Slot } from "./slot.ts";

/** Somebody who holds the reviewer role, until when. */
export interface Candidate extends Reviewer {
  readonly personId: PersonId;
  readonly until: Instant | undefined;
  /** A patient or lay member: asked for the criteria meant for them, never for another review. */
  readonly lay?: boolean;
}

export interface PoolFacts {
  readonly one: Case | undefined;
  readonly call: Call | undefined;
  readonly tasks: readonly Task[];
  /** Slots of the attempt. */
  readonly slots: readonly Slot[];
  readonly on: CaseParties | undefined;
  readonly candidates: readonly Candidate[];
}

/** @param only read these people instead of everyone who holds the role. */
export async function readPool(
  reader: Reader,
  caseId: CaseId,
  attempt: number | undefined,
  only?: readonly PersonId[],
): Promise<PoolFacts> {
  const [pool, candidates] = await Promise.all([readCase(reader, caseId, attempt), readCandidates(reader, only)]);
  return { ...pool, candidates };
}

/** The pool without the people. */
export async function readCase(
  reader: Reader,
  caseId: CaseId,
  attempt: number | undefined,
): Promise<Omit<PoolFacts, "candidates">> {
  const [one, tasks, allSlots] = await Promise.all([
    reader.get("case", { caseId }),
    reader.list("task", { caseId }),
    reader.list("slot", { caseId }),
  ]);
  if (one === undefined) return { one, call: undefined, tasks, slots: [], on: undefined };
  const slots = allSlots.filter((slot) => slot.attempt === (attempt ?? one.attempt));
  const [call, on] = await Promise.all([
    reader.get("call", { callId: one.callId }),
    readParties(reader, one, tasks, allSlots),
  ]);
  return { one, call, tasks, slots, on };
}

/** The pool with these people as they are today, also where they hold the role no longer: what they reviewed stands. */
export async function readPoolWith(
  reader: Reader,
  caseId: CaseId,
  attempt: number | undefined,
  named: readonly PersonId[],
): Promise<PoolFacts> {
  const [pool, known] = await Promise.all([readCase(reader, caseId, attempt), readProfiles(reader, named)]);
  const candidates = known.flatMap(({ personId, profile }): Candidate[] =>
    profile === undefined ? [] : [{ personId, until: undefined, profile }],
  );
  return { ...pool, candidates };
}

/** Whoever holds the role, or these of them, each once. */
export async function readCandidates(reader: Reader, only: readonly PersonId[] | undefined): Promise<Candidate[]> {
  const holders = (await reader.list("roleHolder", { role: "reviewer", scope: "network" })).filter(
    ({ personId }) => only === undefined || only.includes(personId),
  );
  const known = await readProfiles(
    reader,
    holders.map(({ personId }) => personId),
  );
  const found = holders.flatMap(({ personId, until, lay = false }, index): Candidate[] => {
    const holder = known[index];
    return holder?.profile === undefined || holder.disabled ? [] : [{ personId, until, lay, profile: holder.profile }];
  });
  return [...new Map(found.map((candidate) => [candidate.personId, candidate])).values()];
}

/** What the conflict rules look at of each: what they declared, and which organisations they have left. */
async function readProfiles(reader: Reader, personIds: readonly PersonId[]) {
  return Promise.all(
    personIds.map(async (personId) => {
      const [person, own, former] = await Promise.all([
        reader.get("person", { personId }),
        reader.get("interests", { personId }),
        reader.list("formerMember", { personId }),
      ]);
      const profile = person === undefined ? undefined : profileWith(person, own, former);
      return { personId, profile, disabled: person?.disabled === true };
    }),
  );
}

async function readParties(
  reader: Reader,
  one: Case,
  tasks: readonly Task[],
  slots: readonly Slot[],
): Promise<CaseParties> {
  const ids = [one.applicantId, ...(one.providerId === undefined ? [] : [one.providerId])];
  const [offer, families, members, past] = await Promise.all([
    reader.get("offer", { caseId: one.caseId }),
    Promise.all(ids.map((organisationId) => namesOfFamily(reader, organisationId))),
    Promise.all(ids.map((organisationId) => reader.list("member", { organisationId }))),
    readPast(reader, one, ids),
  ]);
  const persons = [one.contactId, offer?.confirmedBy, offer?.contactId].flatMap((id): PersonId[] =>
    id === undefined ? [] : [id],
  );
  const colleagues = await Promise.all(
    families.map((family, index) => readColleaguesAmong(reader, family, members[index] ?? [])),
  );
  return {
    parties: ids.map((organisationId, index) =>
      partyOf(
        organisationId,
        families[index],
        members[index]?.map(({ personId }) => personId) ?? [],
        colleagues[index] ?? [],
      ),
    ),
    persons,
    payingParks: one.payingParks,
    providerPark: one.providerPark,
    language: one.language,
    sector: families[0]?.kept?.sector,
    actedBy: whoActed(one, tasks, slots),
    past,
  };
}

function partyOf(
  organisationId: string,
  family: FamilyNames | undefined,
  members: readonly string[],
  colleagues: readonly Colleague[],
): Party {
  const [own, ...others] = [...(family?.names ?? [])].sort((a) => (a.organisationId === organisationId ? -1 : 1));
  const register = own?.register;
  return {
    organisationId,
    register,
    ...(others.length === 0 ? {} : { alsoKnownAs: others }),
    homePark: family?.kept?.homePark,
    headcount: family?.kept?.headcount,
    members,
    departments: [...new Set(colleagues.map(({ department }) => department))],
  };
}

/** Who acted on the case for a park, or reviewed an earlier attempt of it: after redress, others review. */
export function whoActed(
  { attempt: now }: Pick<Case, "attempt">,
  tasks: readonly Pick<Task, "holder" | "by">[],
  slots: readonly Pick<Slot, "attempt" | "reviewerId">[],
): string[] {
  return [
    ...tasks.flatMap(({ holder, by }) => (holder.kind === "role" && by !== undefined ? [by] : [])),
    ...slots.flatMap(({ attempt, reviewerId }) => (attempt < now && reviewerId !== undefined ? [reviewerId] : [])),
  ];
}
