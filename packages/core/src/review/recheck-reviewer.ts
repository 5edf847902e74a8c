/** After a reviewer's facts have changed: who is in a HARD conflict now leaves the case, and what they filed is set aside. */
import * as z from "zod";
import { dayOf } from "../application/read-application.ts";
import { type DecisionFacts, readDecision, requireDecision } from "../decision/decision-facts.ts";
import { requireSystem } from "../kernel/actor.ts";
import { caseIdSchema, personIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { answerTask } from "../task/answer.ts";
import { conflictsOf, hardOf } from "./conflict/list.ts";
import { requirePool } from "./plan.ts";
import { type PoolFacts, readPoolWith } from "./pool.ts";
import { maySetAside, setAside } from "./reopen-slot.ts";
import type { Review } from "./review.ts";
import type { Declaration, Slot } from "./slot.ts";
import { workEnds } from "./work.ts";

interface Facts extends PoolFacts {
  readonly reviews: readonly Review[];
  /** What a proposal that rests on the review holds. */
  readonly decision: DecisionFacts;
}

export const recheckReviewer = verb({
  name: "review.recheck",
  input: z.object({ caseId: caseIdSchema, attempt: z.number().int().min(1), personId: personIdSchema }),
  async read(reader: Reader, { caseId, attempt, personId }): Promise<Facts> {
    const [pool, reviews, decision] = await Promise.all([
      readPoolWith(reader, caseId, attempt, [personId]),
      reader.list("review", { caseId, attempt }),
      readDecision(reader, caseId),
    ]);
    return { ...pool, reviews, decision };
  },
  decide(facts: Facts, actor, { attempt, personId }, moment): Decision<{ outcome: "none" | "left" | "set-aside" }> {
    requireSystem(actor);
    const { one, call, on, slots, tasks, reviews } = requirePool(facts);
    const slot = slots.find(({ reviewerId }) => reviewerId === personId);
    const reviewer = facts.candidates.find((other) => other.personId === personId);
    const nothing: Decision<{ outcome: "none" }> = { changes: [], result: { outcome: "none" } };
    // What was reviewed before redress is history.
    if (slot === undefined || reviewer === undefined || attempt !== one.attempt) return nothing;
    const hard = hardOf(conflictsOf({ reviewer, on, today: dayOf(call, moment.network, moment.now) }));
    if (hard.length === 0) return nothing;
    const rules = hard.map(({ rule }) => rule);
    const event = { stream: one.caseId, caseId: one.caseId, facts: { slot: slot.slot, reviewerId: personId, rules } };
    if (slot.status === "filed") {
      const review = reviews.find((other) => other.slot === slot.slot && other.reviewerId === personId);
      if (review === undefined || !maySetAside(one, call, review)) return nothing;
      const why = { type: "review.set-aside", facts: event.facts };
      const aside = setAside({ ...requireDecision(facts.decision), one, call }, slot, review, why, actor, moment);
      return { ...aside, result: { outcome: "set-aside" } };
    }
    const task = tasks.find(
      (open) =>
        open.status === "open" && open.slot === slot.slot && (open.kind === "declare" || open.kind === "review"),
    );
    if (task === undefined || (slot.status !== "invited" && slot.status !== "accepted")) return nothing;
    const declaration: Declaration = { outcome: slot.declaration?.outcome ?? "conflicted", reason: "conflict" };
    const value: Slot = { ...slot, status: "conflicted", declaration };
    const closing = answerTask(task, { outcome: "conflicted", round: task.round }, actor, moment);
    return {
      changes: [
        { op: "replace", name: "slot", value },
        ...workEnds(slot, one, moment.now, "conflict"),
        ...closing.changes,
      ],
      events: [{ ...event, type: "review.conflict-found" }],
      effects: closing.effects,
      result: { outcome: "left" },
    };
  },
});
