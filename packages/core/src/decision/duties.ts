/** Separation of duties between screening and release (domain §3): who may act for a park on a case, given who did what before. */
import type { Case } from "../application/case.ts";
import type { Actor, PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { Instant } from "../kernel/instant.ts";
import type { RoleName } from "../person/role-grant.ts";
import type { Slot } from "../review/slot.ts";
import type { Task, TaskKind } from "../task/task.ts";
import { isOfEitherParty } from "../voucher/party.ts";
import { requireStaff } from "../voucher/staff.ts";

/**
 * The acting person, if they hold the role in the park, belong to neither party and never read the case as its reviewer.
 * @throws not_found `case.not-found` for whom the case does not exist; forbidden `actor.role-needed`, `duties.own-case`,
 * `duties.reviewer`.
 */
export function requireOfficer(
  actor: Actor,
  role: RoleName,
  one: Case,
  slots: readonly Slot[],
  now: Instant,
  parkId?: string,
): PersonActor {
  const person = requireStaff(actor, role, one, slots, now, parkId);
  if (isOfEitherParty(person, one)) throw new DomainError("forbidden", "duties.own-case", { caseId: one.caseId });
  const read = slots.some(({ tried }) => tried.some((left) => left.personId === person.personId && left.read === true));
  if (read) throw new DomainError("forbidden", "duties.reviewer", { caseId: one.caseId });
  return person;
}

/** `forbidden duties.same-person` when the person did an earlier step that must be another's; `step` names it. */
export function refuseWhoDid(person: PersonActor, earlier: readonly (string | undefined)[], step: string): void {
  if (earlier.includes(person.personId)) throw new DomainError("forbidden", "duties.same-person", { step });
}

/** Everyone who answered tasks of a kind on the case. */
export function whoAnswered(tasks: readonly Task[], kind: TaskKind): string[] {
  return tasks.flatMap((task) =>
    task.kind === kind && task.status === "answered" && task.by !== undefined ? [task.by] : [],
  );
}
