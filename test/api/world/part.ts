/** Who has which part in a case, read from what is stored and from the demonstration's own list: the tests' second opinion. */
import { demoPeople, demoPersonId } from "@multihelix/local/seed/seed-steps.ts";
import type { Stored } from "./memory-store.ts";

export interface Parts {
  readonly applicants: readonly string[];
  readonly providers: readonly string[];
  /** Asked now, and not yet allowed to read everything. */
  readonly invited: readonly string[];
  /** Declared no conflict: reads everything. */
  readonly reading: readonly string[];
  /** Managers, approvers and finance of its paying parks. */
  readonly staff: readonly string[];
  readonly redress: readonly string[];
  /** Of the whole network: auditors and the secretary. */
  readonly network: readonly string[];
}

/** Everyone whose sight is compared: at least one of each kind, in the case and beside it. */
export const readers: readonly string[] = demoPeople
  .map(({ persona }) => persona)
  .filter((persona) => !/^(sherbrooke|wales|lund)-(second|finance|approver|redress)/.test(persona));

export function partsOf(items: readonly Stored[], caseId: string): Parts {
  const one = items.flatMap((item) => (item.name === "case" && item.value.caseId === caseId ? [item.value] : []))[0];
  if (one === undefined) throw new Error(`there is no case ${caseId}`);
  const membersOf = (organisationId: string | undefined) =>
    personasOf(
      items.flatMap((item) =>
        item.name === "membership" && item.value.organisationId === organisationId ? [item.value.personId] : [],
      ),
    );
  const slots = items.flatMap((item) =>
    item.name === "slot" && item.value.caseId === caseId && item.value.attempt === one.attempt ? [item.value] : [],
  );
  const seated = (...statuses: string[]) =>
    personasOf(slots.flatMap(({ status, reviewerId }) => (statuses.includes(status) ? [reviewerId ?? ""] : [])));
  const holding = (...roles: string[]) =>
    demoPeople
      .filter((person) =>
        person.roles?.some(({ role, parkId }) => roles.includes(role) && one.payingParks.includes(parkId ?? "")),
      )
      .map(({ persona }) => persona);
  return {
    applicants: membersOf(one.applicantId),
    providers: membersOf(one.providerId),
    invited: seated("invited"),
    reading: seated("accepted", "filed"),
    staff: holding("manager", "approver", "finance"),
    redress: one.redress === undefined ? [] : holding("redress"),
    network: demoPeople
      .filter(({ roles = [] }) => roles.some(({ role, parkId }) => parkId === undefined && role !== "reviewer"))
      .map(({ persona }) => persona),
  };
}

function personasOf(ids: readonly string[]): string[] {
  return demoPeople.filter(({ persona }) => ids.includes(demoPersonId(persona))).map(({ persona }) => persona);
}
