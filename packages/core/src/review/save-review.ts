/** Saving a review as a draft: a single conditional write, so that two tabs never overwrite each other unseen. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { type Actor, requirePerson } from "../kernel/actor.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Deps } from "../port/deps.ts";
import type { Change } from "../port/store.ts";
import { type Review, writtenMarkSchema } from "./review.ts";
import { requireOwnSlot } from "./reviewer-facts.ts";
import type { Slot } from "./slot.ts";

export const saveReviewInput = z.object({
  caseId: caseIdSchema,
  slot: z.string(),
  marks: z.array(writtenMarkSchema).max(12),
  confidence: z.number().int().min(1).max(3),
  /** The version that the page was read with; absent for a draft that was never saved. */
  version: z.number().int().min(0).optional(),
});
export type SaveReview = z.infer<typeof saveReviewInput>;

const attemptsMost = 3;

/**
 * The reviewer of an accepted slot, until it is filed. The same content again is no change.
 * @throws not_found `case.not-found`; forbidden; conflict `review.not-accepted`, `review.already-filed`; conflict
 * `review.changed` with when it was saved meanwhile; unavailable `perform.contention`.
 */
export async function saveReview(
  deps: Pick<Deps, "store" | "clock">,
  actor: Actor,
  save: SaveReview,
): Promise<{ version: number; savedAt: Instant }> {
  const person = requirePerson(actor);
  for (let attempt = 1; attempt <= attemptsMost; attempt++) {
    const { one, slots } = await readSlots(deps, save);
    const savedAt = deps.clock.now();
    const { slot } = requireOwnSlot(actor, one, slots, save.slot, savedAt);
    const key = { caseId: one.caseId, attempt: one.attempt, slot: slot.slot, reviewerId: person.personId };
    const stored = await deps.store.get("review", key);
    if (stored?.status === "filed")
      throw new DomainError("conflict", "review.already-filed", { filedAt: stored.filedAt });
    if (slot.status !== "accepted") throw new DomainError("conflict", "review.not-accepted", { status: slot.status });
    if (stored !== undefined && sameContent(stored, save)) return { version: stored.version, savedAt: stored.savedAt };
    if (stored?.version !== save.version) {
      throw new DomainError("conflict", "review.changed", {
        readVersion: save.version,
        version: stored?.version,
        at: stored?.savedAt,
      });
    }
    const value: Review = {
      ...key,
      status: "draft",
      marks: save.marks,
      confidence: save.confidence,
      savedAt,
      version: stored?.version ?? 0,
    };
    const outcome = await deps.store.commit([
      stored === undefined ? { op: "create", name: "review", value } : { op: "replace", name: "review", value },
      stillMine(slot),
    ]);
    if (outcome.ok) return { version: stored === undefined ? 0 : stored.version + 1, savedAt };
  }
  throw new DomainError("unavailable", "perform.contention", { verb: "review.save", attempts: attemptsMost });
}

async function readSlots(
  { store }: Pick<Deps, "store">,
  { caseId }: SaveReview,
): Promise<{ one: Case; slots: Slot[] }> {
  const [one, slots] = await Promise.all([store.get("case", { caseId }), store.list("slot", { caseId })]);
  if (one === undefined) throw new DomainError("not_found", "case.not-found");
  return { one, slots };
}

function sameContent(stored: Review, { marks, confidence }: SaveReview): boolean {
  return canonicalJson([stored.marks, stored.confidence]) === canonicalJson([marks, confidence]);
}

/** The slot may be given to somebody else in the same instant. */
function stillMine({ caseId, attempt, slot, round }: Slot): Change {
  return { op: "check", name: "slot", key: { caseId, attempt, slot }, when: { round, status: "accepted" } };
}
