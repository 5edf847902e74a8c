/** How a refusal about a case or a call is told: as far as the person may see it, and not at all where for them there is none. */
import { caseStatusSchema } from "../application/case.ts";
import { holdsRole, type PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CallId, CaseId } from "../kernel/id.ts";
import { staffRoles } from "../person/role-grant.ts";
import type { Deps } from "../port/deps.ts";
import { audienceOf, visibleStatus } from "./audience.ts";

/**
 * The refusal that this person may be told instead of `refusal`. Verbs refuse by what they find, in the order in which
 * they look: which of two refusals it was must not tell somebody that there is a case, or what state it is really in.
 */
export async function toldRefusal(
  { store, clock }: Pick<Deps, "store" | "clock">,
  actor: PersonActor,
  caseId: CaseId,
  refusal: DomainError,
): Promise<DomainError> {
  if (refusal.kind === "unavailable") return refusal;
  const items = await store.wholeCase(caseId);
  const [one] = items.case;
  const audience = one === undefined ? undefined : audienceOf(actor, one, items.offer[0], items.slot, clock.now());
  if (audience === undefined) return new DomainError("not_found", "case.not-found");
  const status = caseStatusSchema.safeParse(refusal.facts["status"]);
  if (refusal.code !== "case.wrong-status" || !status.success) return refusal;
  const facts = { ...refusal.facts, status: visibleStatus(status.data, audience) };
  return new DomainError(refusal.kind, refusal.code, facts);
}

/** The same of a call: until it is published, only its parks' staff know that there is one. */
export async function toldCallRefusal(
  { store, clock }: Pick<Deps, "store" | "clock">,
  actor: PersonActor,
  callId: CallId,
  refusal: DomainError,
): Promise<DomainError> {
  if (refusal.kind === "unavailable") return refusal;
  const call = await store.get("call", { callId });
  const hidden = call === undefined || call.state === "draft";
  const parks = [undefined, ...(call === undefined ? [] : [call.leadPark, ...call.payers.map(({ parkId }) => parkId)])];
  const now = clock.now();
  const ours = parks.some((parkId) => staffRoles.some((role) => holdsRole(actor, role, parkId, now)));
  return hidden && !ours ? new DomainError("not_found", "call.not-found") : refusal;
}
