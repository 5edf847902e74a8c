/** A reviewer left a slot: the next eligible one is invited; after four, or when nobody is left, the manager names one, until the review is given up. */
import * as z from "zod";
import { requireSystem } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import type { Change } from "../port/store.ts";
import type { Task } from "../task/task.ts";
import { chooseReviewers } from "./choose-reviewers.ts";
import { refilledSlot, requirePool, seatedChanges, stillInReview } from "./plan.ts";
import { type PlanningFacts, readPlanning } from "./planning.ts";
import type { Slot } from "./slot.ts";
import { workEnds } from "./work.ts";

/** So many are tried without the manager (workflow.md). */
export const triedMost = 4;
/** So many more by the manager's hand; an execution's history is finite, and so is patience: then the case goes on without this review. */
const namedMost = 5;

export interface ReplaceResult {
  outcome: "replaced" | "manager" | "closed";
  round: number;
}

export const replaceReviewer = verb({
  name: "review.replace",
  input: z.object({
    caseId: caseIdSchema,
    attempt: z.number().int().min(1),
    slot: z.string(),
    round: z.number().int().min(1),
  }),
  read: (reader, { caseId, attempt }) => readPlanning(reader, caseId, attempt),
  decide(facts: PlanningFacts, actor, input, moment): Decision<ReplaceResult> {
    requireSystem(actor);
    const { one, slots } = requirePool(facts);
    const slot = slots.find((other) => other.slot === input.slot);
    if (one.status !== "in-review") return { changes: [], result: { outcome: "closed", round: input.round } };
    if (slot === undefined) throw new DomainError("not_found", "slot.not-found", { slot: input.slot });
    if (slot.status === "filed" || slot.status === "set-aside")
      return { changes: [], result: { outcome: "closed", round: slot.round } };
    if (slot.round > input.round) return { changes: [], result: { outcome: "replaced", round: slot.round } };
    if (slot.status === "unfilled") return { changes: [], result: { outcome: "manager", round: slot.round } };
    const tried = triedAfter(slot, facts.tasks, moment);
    const choice =
      tried.length >= triedMost
        ? undefined
        : chooseReviewers(facts, { purpose: "replace", count: 1, slot: slot.slot }, moment);
    const [next] = choice?.chosen ?? [];
    const {
      reviewerId: left,
      reviewerPark: _park,
      declaration: _said,
      declaredAt: _when,
      askedAt: _asked,
      ...rest
    } = slot;
    const event = { stream: one.caseId, caseId: one.caseId };
    const kept: Change[] = [
      stillInReview(one),
      ...workEnds(slot, one, moment.now, tried.at(-1)?.reason ?? "replaced"),
      ...(choice === undefined ? [] : [{ op: "create" as const, name: "reviewPlan" as const, value: choice.plan }]),
    ];
    // Lay members may review (domain §8): nobody is looked for by hand.
    if (tried.length >= triedMost + namedMost || (slot.lay === true && next === undefined)) {
      return {
        changes: [...kept, { op: "replace", name: "slot", value: { ...rest, status: "set-aside", soft: [], tried } }],
        events: [{ ...event, type: "review.given-up", facts: { slot: slot.slot, left, tried: tried.length } }],
        result: { outcome: "closed", round: slot.round },
      };
    }
    if (next === undefined) {
      const binding = choice === undefined ? "tried-most" : choice.binding;
      return {
        changes: [...kept, { op: "replace", name: "slot", value: { ...rest, status: "unfilled", soft: [], tried } }],
        events: [
          {
            ...event,
            type: "review.slot-unfilled",
            facts: { slot: slot.slot, left, tried: tried.length, binding, plan: choice?.plan.planId },
          },
        ],
        result: { outcome: "manager", round: slot.round },
      };
    }
    const value = { ...refilledSlot(slot, next, moment.now), tried };
    return {
      changes: [...kept, ...seatedChanges([value], one, "replace")],
      events: [
        {
          ...event,
          type: "review.invited",
          facts: {
            slot: slot.slot,
            round: value.round,
            reviewerId: next.personId,
            left,
            soft: value.soft,
            plan: choice?.plan.planId,
          },
        },
      ],
      result: { outcome: "replaced", round: value.round },
    };
  },
});

/** Those tried before, and the one who leaves now with why: what they declared, or their silence. */
export function triedAfter(slot: Slot, tasks: readonly Task[], moment: Moment): Slot["tried"] {
  if (slot.reviewerId === undefined) return slot.tried;
  const read = slot.declaration?.outcome === "accepted";
  const silent = tasks.some(
    (task) =>
      task.slot === slot.slot &&
      task.attempt === slot.attempt &&
      task.round === slot.round &&
      (task.kind === "declare" || task.kind === "review") &&
      task.status === "timed-out",
  );
  const declared = slot.declaration?.reason ?? slot.declaration?.outcome ?? "replaced";
  return [
    ...slot.tried,
    {
      personId: slot.reviewerId,
      reason: silent ? "silent" : declared,
      at: moment.now,
      ...(slot.declaration?.note === undefined ? {} : { note: slot.declaration.note }),
      ...(read ? { read } : {}),
    },
  ];
}
