/** What a merge looks at, and what stands against it: two registrations, two countries, a case with both, people who are tied. */
import type { AidGroup } from "../../aid/group.ts";
import { type Case, terminalStatuses } from "../../application/case.ts";
import { type Actor, isMember, type PersonActor, requirePerson } from "../../kernel/actor.ts";
import { DomainError } from "../../kernel/error.ts";
import type { OrganisationId } from "../../kernel/id.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { AccountChange } from "../../payment/account-change.ts";
import { tiesInForce } from "../../person/tie.ts";
import type { Reader } from "../../port/store.ts";
import type { Task } from "../../task/task.ts";
import { idsOf } from "../family.ts";
import type { Organisation } from "../organisation.ts";
import type { ProviderEntry } from "../provider-entry.ts";
import { mergedMost } from "./merge.ts";

export interface MergeFacts {
  readonly kept: Organisation | undefined;
  readonly merged: Organisation | undefined;
  /** Everyone else whose record must follow: what the duplicate took up before, and who is linked with it. */
  readonly followers: readonly Organisation[];
  readonly keptGroup: AidGroup | undefined;
  readonly mergedGroup: AidGroup | undefined;
  readonly keptEntry: ProviderEntry | undefined;
  readonly mergedEntry: ProviderEntry | undefined;
  /** A bank account that was named for the duplicate. */
  readonly accountChange: AccountChange | undefined;
  /** Of the case on which it was named. */
  readonly accountTasks?: readonly Task[];
  /** Cases of the duplicate, under any of its ids. */
  readonly cases: readonly Case[];
}

export async function readMergeFacts(
  reader: Reader,
  keptId: OrganisationId,
  mergedId: OrganisationId,
): Promise<MergeFacts> {
  const [kept, merged, keptEntry, mergedEntry, accountChange] = await Promise.all([
    reader.get("organisation", { organisationId: keptId }),
    reader.get("organisation", { organisationId: mergedId }),
    reader.get("providerEntry", { organisationId: keptId }),
    reader.get("providerEntry", { organisationId: mergedId }),
    reader.get("accountChange", { organisationId: mergedId }),
  ]);
  const groupOf = async (one: Organisation | undefined) =>
    one === undefined ? undefined : reader.get("aidGroup", { aidGroupId: one.aidGroupId });
  const [keptGroup, mergedGroup] = await Promise.all([groupOf(kept), groupOf(merged)]);
  const following = new Set([...(merged?.absorbed ?? []), ...(mergedGroup?.members ?? [])]);
  following.delete(mergedId);
  following.delete(keptId);
  const namedOn = accountChange?.caseId;
  const [followers, cases, accountTasks] = await Promise.all([
    Promise.all([...following].map((organisationId) => reader.get("organisation", { organisationId }))),
    merged === undefined ? [] : casesOf(reader, merged),
    namedOn === undefined ? [] : reader.list("task", { caseId: namedOn }),
  ]);
  return {
    kept,
    merged,
    followers: followers.flatMap((one) => one ?? []),
    keptGroup,
    mergedGroup,
    keptEntry,
    mergedEntry,
    accountChange,
    accountTasks,
    cases,
  };
}

/** Cases in which the organisation takes part under any of its ids, oldest first. */
export async function casesOf(reader: Reader, one: Organisation): Promise<Case[]> {
  const lists = await Promise.all(idsOf(one).map((organisationId) => reader.list("partyCase", { organisationId })));
  const ids = [...new Set(lists.flat().map(({ caseId }) => caseId))].sort();
  const cases = await Promise.all(ids.map((caseId) => reader.get("case", { caseId })));
  return cases.flatMap((found) => found ?? []);
}

/**
 * Secretaries of the network and managers of any park who belong to neither organisation.
 * @throws not_found `organisation.not-found` for everybody else; forbidden `duties.own-organisation`, `duties.interest`
 */
export function requireMerger(actor: Actor, organisations: readonly Organisation[], now: Instant): PersonActor {
  const person = requirePerson(actor);
  if (!mayMerge(person, now)) throw new DomainError("not_found", "organisation.not-found");
  const ids = organisations.flatMap(idsOf);
  if (ids.some((id) => isMember(person, id, ["owner", "editor", "finance", "viewer"])))
    throw new DomainError("forbidden", "duties.own-organisation");
  if (isTiedTo(person, ids, now)) throw new DomainError("forbidden", "duties.interest");
  return person;
}

/** Kept from these organisations by a HARD interest in force. */
export function isTiedTo(person: PersonActor, ids: readonly OrganisationId[], now: Instant): boolean {
  return tiesInForce(person, now).some(
    ({ level, organisationId }) => level === "HARD" && ids.includes(organisationId as OrganisationId),
  );
}

export function mayMerge({ grants }: PersonActor, now: Instant): boolean {
  return grants.some(
    ({ role, until }) => (role === "secretary" || role === "manager") && (until === undefined || now < until),
  );
}

/**
 * Both records, if they may become one.
 * @throws not_found `organisation.not-found`; invalid `merge.same`; conflict `organisation.merged`,
 * `merge.two-registrations`, `merge.keep-verified`, `merge.two-countries`, `merge.case-of-both`, `merge.too-many`
 */
export function requireMergeable(facts: MergeFacts): { kept: Organisation; merged: Organisation } {
  const { kept, merged } = facts;
  if (kept === undefined || merged === undefined) throw new DomainError("not_found", "organisation.not-found");
  const code = againstMerge(facts, kept, merged);
  if (code !== undefined)
    throw new DomainError(code === "merge.same" ? "invalid" : "conflict", code, {
      scheme: kept.registerScheme,
      most: mergedMost,
    });
  return { kept, merged };
}

/** The code of what stands against it; undefined where nothing does. */
export function againstMerge(facts: MergeFacts, kept: Organisation, merged: Organisation): string | undefined {
  if (kept.organisationId === merged.organisationId) return "merge.same";
  if (kept.mergedInto !== undefined || merged.mergedInto !== undefined) return "organisation.merged";
  const both = kept.verification === "verified" && merged.verification === "verified";
  const [one, other] = [kept, merged];
  // A register gives one number to one legal person: both were looked up, so they are two.
  if (both && one.registerScheme === other.registerScheme && one.registerId !== other.registerId)
    return "merge.two-registrations";
  if (merged.verification === "verified" && kept.verification !== "verified") return "merge.keep-verified";
  if (one.address.country !== other.address.country) return "merge.two-countries";
  const keptIds = idsOf(kept);
  const withBoth = facts.cases.some(
    ({ applicantId, providerId, status }) =>
      !terminalStatuses.includes(status) &&
      (keptIds.includes(applicantId) || (providerId !== undefined && keptIds.includes(providerId))),
  );
  if (withBoth) return "merge.case-of-both";
  const tooMany =
    facts.followers.length > mergedMost || (kept.absorbed?.length ?? 0) + facts.followers.length > mergedMost;
  return tooMany ? "merge.too-many" : undefined;
}
