/** All slots of a round are over: whether the reviews agree well enough, or one more is asked (domain §9: more than 40 points). */
import * as z from "zod";
import { isGateShut } from "../call/call-state.ts";
import { requireSystem } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { type FiledReviews, readReviews, saysOutOfScope, scoreOfReviews } from "./assessment.ts";
import { chooseReviewers } from "./choose-reviewers.ts";
import { newSlot, plannedCount, requirePool, type SlotRound, seatedChanges, stillInReview } from "./plan.ts";
import { type PlanningFacts, readPlanning } from "./planning.ts";

interface Facts extends PlanningFacts {
  readonly reviews: FiledReviews;
}

export interface JudgeResult {
  /** `scope`: enough, but the manager settles first whether it belongs to the call. `rank`: enough, and the call's ranking is not frozen yet. */
  outcome: "another" | "enough" | "scope" | "rank" | "closed";
  slots: SlotRound[];
  /** Round of what comes after the reviews. */
  round: number;
}

export const judgeSpread = verb({
  name: "review.judge-spread",
  input: z.object({
    caseId: caseIdSchema,
    attempt: z.number().int().min(1),
    /** The slots that the workflow has just waited for. */
    slots: z.array(z.object({ slot: z.string(), round: z.number().int().min(1) })),
    /** Makes the question of a case that went back to its reviews another one than before. */
    round: z.number().int().min(1).optional(),
  }),
  async read(reader, { caseId, attempt }): Promise<Facts> {
    const [pool, reviews] = await Promise.all([
      readPlanning(reader, caseId, attempt),
      readReviews(reader, caseId, attempt),
    ]);
    return { ...pool, reviews };
  },
  decide(facts: Facts, actor, input, moment): Decision<JudgeResult> {
    requireSystem(actor);
    const { one, call, slots } = requirePool(facts);
    const round = one.roundsFrom ?? 1;
    if (one.status !== "in-review") return { changes: [], result: { outcome: "closed", slots: [], round } };
    const missing = slots.filter(({ status }) => status !== "filed" && status !== "set-aside");
    if (missing.length > 0) return waitAgain(missing, input.slots, round);
    const score = scoreOfReviews(call.rubric, facts.reviews);
    const settled = one.scope?.attempt === one.attempt;
    const doubted = saysOutOfScope(facts.reviews) && !settled;
    const enough = doubted ? "scope" : isGateShut(call) ? "rank" : "enough";
    const event = { stream: one.caseId, caseId: one.caseId };
    if (!score.wide || slots.filter(({ lay }) => lay !== true).length > plannedCount(call, one))
      return { changes: [], result: { outcome: enough, slots: [], round } };
    const { plan, chosen, binding } = chooseReviewers(facts, { purpose: "another", count: 1 }, moment);
    const [next] = chosen ?? [];
    const kept = { op: "create" as const, name: "reviewPlan" as const, value: plan };
    if (next === undefined) {
      return {
        changes: [kept],
        events: [
          { ...event, type: "review.spread-unresolved", facts: { spread: score.spread, binding, plan: plan.planId } },
        ],
        result: { outcome: enough, slots: [], round },
      };
    }
    const value = newSlot(one, input.attempt, `r${slots.length + 1}`, next, moment.now);
    return {
      changes: [stillInReview(one), kept, ...seatedChanges([value], one, "create")],
      events: [
        {
          ...event,
          type: "review.another-asked",
          facts: {
            spread: score.spread,
            slot: value.slot,
            reviewerId: next.personId,
            soft: value.soft,
            plan: plan.planId,
          },
        },
      ],
      result: { outcome: "another", slots: [{ slot: value.slot, round: value.round }], round },
    };
  },
});

/**
 * A slot ended by a fault, not by an answer: the workflow waits for it once more. If it had waited for nothing else, the
 * fault is lasting, and the reconciler must take the case up.
 */
function waitAgain(missing: readonly SlotRound[], waited: readonly SlotRound[], round: number): Decision<JudgeResult> {
  const slots = missing.map(({ slot, round }) => ({ slot, round }));
  const names = (list: readonly SlotRound[]) =>
    list
      .map(({ slot, round }) => `${slot}:${round}`)
      .sort()
      .join(" ");
  if (names(slots) === names(waited))
    throw new DomainError("conflict", "review.missing", { slots: slots.map(({ slot }) => slot) });
  return { changes: [], result: { outcome: "another", slots, round } };
}
