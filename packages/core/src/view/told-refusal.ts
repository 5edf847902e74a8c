/** How a refusal about a case or a call is told: as far as the person may see it, and not at all where for them there is none. */
import { caseStatusSchema } from "../application/case.ts";
import { holdsRole, type PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type BatchId, type CallId, type CaseId, caseIdSchema } from "../kernel/id.ts";
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

/** What is told to somebody whom an interest keeps from cases: no hidden case in its lists, no count that includes one. */
export async function withoutHidden({ store }: Pick<Deps, "store">, refusal: DomainError): Promise<DomainError> {
  if (store.whole === undefined) return refusal;
  const { kind, code, facts } = refusal;
  if (code === "call.not-over") return new DomainError(kind, code, { state: facts["state"] });
  const seen = async (one: unknown) => {
    const caseId = caseIdSchema.safeParse((one as { caseId?: unknown } | null)?.caseId);
    return caseId.success && (await store.get("case", { caseId: caseId.data })) === undefined ? [] : [one];
  };
  const told = await Promise.all(
    Object.entries(facts).map(async ([name, fact]) => [
      name,
      Array.isArray(fact) ? (await Promise.all(fact.map(seen))).flat() : fact,
    ]),
  );
  return new DomainError(kind, code, Object.fromEntries(told));
}

/** The same of a batch: with a payment of a hidden case in it, it is somebody else's. */
export async function toldBatchRefusal(
  { store }: Pick<Deps, "store">,
  key: { readonly parkId: string; readonly batchId: BatchId },
  refusal: DomainError,
): Promise<DomainError> {
  if (refusal.kind === "unavailable" || store.whole === undefined) return refusal;
  const [seen, there] = await Promise.all([store.get("batch", key), store.whole.get("batch", key)]);
  return seen === undefined && there !== undefined
    ? new DomainError("not_found", "batch.not-found", { batchId: key.batchId })
    : refusal;
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
