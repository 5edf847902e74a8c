/** Who is in which thread of a case: the only place that decides it. */
import type { Case } from "../application/case.ts";
import type { Offer } from "../application/offer.ts";
import { type Actor, holdsRole, type PersonActor, requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Slot } from "../review/slot.ts";
import { audienceOf } from "../view/audience.ts";
import type { ThreadName } from "./message.ts";

export interface ThreadFacts {
  readonly one: Case | undefined;
  readonly offer: Offer | undefined;
  readonly slots: readonly Slot[];
}

/** Somebody's part in a thread. */
export interface Part {
  readonly person: PersonActor;
  readonly from: "park" | "other";
  readonly mayWrite: boolean;
}

const writing = ["manager", "approver", "finance"] as const;

/** The actor's part in the thread; undefined if, for them, it does not exist. Nobody has one before the application is sent. */
export function partIn(
  { one, offer, slots }: ThreadFacts,
  actor: Actor,
  name: ThreadName,
  now: Instant,
): Part | undefined {
  if (one?.submittedAt === undefined || !one.payingParks.includes(name.parkId)) return undefined;
  if ((name.side === "reviewer") !== (name.reviewerId !== undefined)) return undefined;
  const audience = audienceOf(actor, one, offer, slots, now);
  if (audience === undefined || actor.kind !== "person") return undefined;
  switch (audience.kind) {
    case "applicant":
    case "provider":
      return audience.kind === name.side ? { person: actor, from: "other", mayWrite: true } : undefined;
    case "reviewer":
      return name.reviewerId === actor.personId ? { person: actor, from: "other", mayWrite: true } : undefined;
    case "auditor":
      return reachable(name, offer, slots) ? { person: actor, from: "park", mayWrite: false } : undefined;
    case "staff": {
      // Staff of another paying park read neither its notes nor what is written to it.
      if (!audience.parks.includes(name.parkId) || !reachable(name, offer, slots)) return undefined;
      const mayWrite = writing.some((role) => holdsRole(actor, role, name.parkId, now));
      return { person: actor, from: "park", mayWrite };
    }
  }
}

/** Whether the other side is somebody of this case. */
function reachable({ side, reviewerId }: ThreadName, offer: Offer | undefined, slots: readonly Slot[]): boolean {
  if (side === "provider") return offer !== undefined;
  if (side !== "reviewer") return true;
  return slots.some((slot) => slot.reviewerId === reviewerId || slot.tried.some((one) => one.personId === reviewerId));
}

/** Of a closed case only the park's own notes go on. */
export function isWritable({ closedAt }: Pick<Case, "closedAt">, { side }: Pick<ThreadName, "side">): boolean {
  return closedAt === undefined || side === "notes";
}

/** @throws not_found `thread.not-found`; forbidden `actor.role-needed` to who reads only; conflict `case.closed`. */
export function requireWriter(facts: ThreadFacts, actor: Actor, name: ThreadName, now: Instant): Part & { one: Case } {
  requirePerson(actor);
  const part = partIn(facts, actor, name, now);
  if (part === undefined || facts.one === undefined) throw new DomainError("not_found", "thread.not-found");
  if (!part.mayWrite) throw new DomainError("forbidden", "actor.role-needed", { role: "manager", parkId: name.parkId });
  if (!isWritable(facts.one, name)) throw new DomainError("conflict", "case.closed", { at: facts.one.closedAt });
  return { ...part, one: facts.one };
}
