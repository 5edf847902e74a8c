/** Who receives a letter: the people behind a role, an organisation or a person, as stored now. */
import type { Case } from "../application/case.ts";
import type { OrganisationId, PersonId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import { readBars } from "../person/bar.ts";
import type { Language, Person } from "../person/person.ts";
import type { RoleGrant, RoleHolder, RoleName } from "../person/role-grant.ts";
import type { Reader } from "../port/store.ts";
import type { Holder } from "../task/task.ts";

export interface Recipient {
  personId: PersonId;
  email: string;
  name: string;
  language: Language;
}

/** Somebody who may be written to while their role lasts; `askedNow` and `aboveNow` say who is. */
export interface Candidate extends Recipient {
  readonly until?: Instant;
  readonly substitute?: boolean;
  /** Until when a HARD interest keeps them from the case. */
  readonly barredUntil?: Instant;
  /** All their roles; only of whoever may have to be of another park. */
  readonly grants?: readonly RoleGrant[];
}

/** Whom an escalation can go to. */
export interface Above {
  readonly substitutes: readonly Candidate[];
  readonly secretaries: readonly Candidate[];
}

/** A person as recipient; undefined for the disabled. */
export function recipientOf(person: Person | undefined): Recipient | undefined {
  if (person === undefined || person.disabled) return undefined;
  return { personId: person.personId, email: person.email, name: person.name, language: person.language };
}

async function people(reader: Reader, personIds: readonly PersonId[]): Promise<Recipient[]> {
  const found = await Promise.all([...new Set(personIds)].map((personId) => reader.get("person", { personId })));
  return found.flatMap((person) => recipientOf(person) ?? []);
}

/** Everyone who holds a role and may be written to about what is no case. */
export async function roleHolders(reader: Reader, role: RoleName, scope: string): Promise<Candidate[]> {
  return holdersOf(reader, role, scope, undefined);
}

async function holdersOf(reader: Reader, role: RoleName, scope: string, one: Case | undefined): Promise<Candidate[]> {
  const holders = await reader.list("roleHolder", { role, scope });
  const found = await Promise.all(holders.map(({ personId }) => reader.get("person", { personId })));
  const bars = one === undefined ? [] : await readBars(reader, found, one);
  return holders.flatMap((holder, index) => candidateOf(holder, recipientOf(found[index]), bars[index]));
}

/** Beyond any instant. */
const forEver = "9999-12-31T23:59:59.999Z" as Instant;

/**
 * As somebody of another park: while they have a duty of their own in one, and none but a substitute's in this one.
 * Empty for whoever has none elsewhere.
 */
export function asOutsider(candidate: Candidate, grants: readonly RoleGrant[], parkId: string): Candidate[] {
  const own = grants.filter(
    ({ role, substitute, scope }) => role !== "reviewer" && !substitute && scope.kind === "park",
  );
  const isHere = ({ scope }: RoleGrant) => scope.kind === "park" && scope.parkId === parkId;
  const elsewhere = own.filter((grant) => !isHere(grant)).map(({ until = forEver }) => until);
  const here = own.filter(isHere).map(({ until = forEver }) => until);
  const until = [candidate.until ?? forEver, elsewhere.toSorted().at(-1) ?? ""].toSorted()[0];
  const barredUntil = [candidate.barredUntil ?? "", ...here].toSorted().at(-1);
  if (until === undefined || until === "") return [];
  return [
    {
      ...candidate,
      ...(until === forEver ? {} : { until: until as Instant }),
      ...(barredUntil === undefined || barredUntil === "" ? {} : { barredUntil: barredUntil as Instant }),
    },
  ];
}

/** Whether somebody with these roles is of another park at this instant. */
export function isOutsider(grants: readonly RoleGrant[], personId: PersonId, parkId: string, now: Instant): boolean {
  return inForce(asOutsider({ personId, email: "", name: "", language: "en" }, grants, parkId), now).length > 0;
}

/** Only a substitute can be of another park. */
export async function withGrants(reader: Reader, holder: Candidate): Promise<Candidate> {
  if (holder.substitute !== true) return holder;
  return { ...holder, grants: await reader.list("grant", { personId: holder.personId }) };
}

function candidateOf(
  { until, substitute }: RoleHolder,
  recipient: Recipient | undefined,
  barredUntil: Instant | undefined,
): Candidate[] {
  if (recipient === undefined) return [];
  return [
    {
      ...recipient,
      substitute,
      ...(until === undefined ? {} : { until }),
      ...(barredUntil === undefined ? {} : { barredUntil }),
    },
  ];
}

/** Everyone who may be written to about a task of this holder; an organisation is reached through its contacts on the case. */
export async function recipientsOf(reader: Reader, holder: Holder, one: Case): Promise<Candidate[]> {
  if (holder.kind === "person") return people(reader, [holder.personId]);
  if (holder.kind === "role") {
    const holders = await holdersOf(reader, holder.role, holder.parkId, one);
    if (holder.apart !== true) return holders;
    const all = await Promise.all(holders.map((candidate) => withGrants(reader, candidate)));
    return all.flatMap((candidate) => asOutsider(candidate, candidate.grants ?? [], holder.parkId));
  }
  const { organisationId } = holder;
  if (organisationId === one.applicantId) return contactOrOwners(reader, organisationId, one.contactId);
  const offer = await reader.get("offer", { caseId: one.caseId });
  const contactId = offer?.contactId ?? offer?.confirmedBy;
  return contactId === undefined ? [] : contactOrOwners(reader, organisationId, contactId);
}

/** A contact who has left the organisation is written to no more: until there is another, its owners are. */
async function contactOrOwners(
  reader: Reader,
  organisationId: OrganisationId,
  personId: PersonId,
): Promise<Recipient[]> {
  const [membership, contact] = await Promise.all([
    reader.get("membership", { personId, organisationId }),
    people(reader, [personId]),
  ]);
  if (membership !== undefined && contact.length > 0) return contact;
  const members = await reader.list("member", { organisationId });
  const owners = await people(
    reader,
    members.flatMap((member) => (member.level === "owner" ? [member.personId] : [])),
  );
  return owners.length > 0 ? owners : contact;
}

/** Substitutes of a role in a park, and the network's secretaries. */
export async function aboveOf(reader: Reader, holder: Holder, one: Case): Promise<Above> {
  const [holders, secretaries] = await Promise.all([
    holder.kind === "role" ? holdersOf(reader, holder.role, holder.parkId, one) : [],
    holdersOf(reader, "secretary", "network", one),
  ]);
  return { substitutes: holders.filter(({ substitute }) => substitute), secretaries };
}

/** Whose role lasts at this instant, and whom no interest keeps from the case: who may not read it is not written to. */
export function inForce(candidates: readonly Candidate[], now: Instant): Candidate[] {
  return candidates.filter(
    ({ until, barredUntil }) =>
      (until === undefined || now < until) && (barredUntil === undefined || barredUntil <= now),
  );
}

/** Who is asked: those whose role lasts; substitutes only where nobody else holds it and may. */
export function askedNow(candidates: readonly Candidate[], now: Instant): Recipient[] {
  const all = inForce(candidates, now);
  const regular = all.filter(({ substitute }) => substitute !== true);
  return (regular.length > 0 ? regular : all).map(plain);
}

/** Whom a task's escalation goes to, the `nth` of it (1 = first): the substitutes whose role lasts, then the secretaries. */
export function aboveNow({ substitutes, secretaries }: Above, nth: number, now: Instant): Recipient[] {
  const standing = nth === 1 ? inForce(substitutes, now) : [];
  return (standing.length > 0 ? standing : inForce(secretaries, now)).map(plain);
}

/** Without what only says whether they may be asked. */
export function plain({ personId, email, name, language }: Candidate): Recipient {
  return { personId, email, name, language };
}
