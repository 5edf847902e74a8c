/** What every act of a reviewer looks at, and the check that the slot is theirs. */
import type { Case } from "../application/case.ts";
import { type Actor, holdsRole, type PersonActor, requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Slot } from "./slot.ts";

export interface OwnSlot {
  readonly person: PersonActor;
  readonly slot: Slot;
}

/**
 * The reviewer and their slot of the present attempt. For anyone else, and for who left it, the case does not exist.
 * @throws not_found `case.not-found`; forbidden `actor.role-needed` once the role has ended.
 */
export function requireOwnSlot(
  actor: Actor,
  one: Case,
  slots: readonly Slot[],
  slotName: string,
  now: Instant,
): OwnSlot {
  const person = requirePerson(actor);
  const slot = slots.find((other) => other.slot === slotName && other.attempt === one.attempt);
  if (slot === undefined || slot.reviewerId !== person.personId) throw new DomainError("not_found", "case.not-found");
  if (!holdsRole(person, "reviewer", undefined, now)) {
    throw new DomainError("forbidden", "actor.role-needed", { role: "reviewer" });
  }
  return { person, slot };
}
