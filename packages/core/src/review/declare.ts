/** The reviewer says whether they have a conflict; only "none" opens the full text, and the computed rules are asked again. */
import * as z from "zod";
import { dayOf } from "../application/read-application.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import { conflictsOf, hardOf, softRulesOf } from "./conflict/list.ts";
import { requirePool } from "./plan.ts";
import { type PoolFacts, readPool } from "./pool.ts";
import { requireOwnSlot } from "./reviewer-facts.ts";
import { type Declaration, declarationSchema, type Slot } from "./slot.ts";

export const declareInterest = verb({
  name: "review.declare",
  recuses: true,
  input: declarationSchema.extend({ caseId: caseIdSchema, slot: z.string() }),
  read: (reader, { caseId }, actor) =>
    readPool(reader, caseId, undefined, actor.kind === "person" ? [actor.personId] : []),
  decide(facts: PoolFacts, actor, input, moment): Decision<{ outcome: string }> {
    const { one, call, on, slots } = requirePool(facts);
    const { person, slot } = requireOwnSlot(actor, one, slots, input.slot, moment.now);
    const task = openOrRepeated(facts.tasks, "declare", slot.slot, actor, input.outcome);
    if (task === undefined) return { changes: [], result: { outcome: input.outcome } };
    const declaration = declarationOf(input);
    const reviewer = facts.candidates.find(({ personId }) => personId === person.personId);
    const conflicts =
      reviewer === undefined ? [] : conflictsOf({ reviewer, on, today: dayOf(call, moment.network, moment.now) });
    const hard = hardOf(conflicts);
    if (declaration.outcome === "accepted" && hard.length > 0) {
      throw new DomainError("conflict", "review.hard-conflict", { rules: hard.map(({ rule }) => rule) });
    }
    const value: Slot = {
      ...slot,
      status: declaration.outcome,
      declaration,
      declaredAt: moment.now,
      soft: softRulesOf(conflicts),
    };
    const closing = answerTask(task, { outcome: declaration.outcome, round: task.round }, actor, moment);
    return {
      changes: [{ op: "replace", name: "slot", value }, ...closing.changes],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: "review.declared",
          facts: {
            slot: slot.slot,
            round: slot.round,
            outcome: declaration.outcome,
            reason: declaration.reason,
            rules: conflicts.map(({ rule, level }) => `${rule}:${level}`),
          },
        },
      ],
      effects: closing.effects,
      result: { outcome: declaration.outcome },
    };
  },
});

/** A decline gives its reason, a conflict is named in words; an acceptance needs neither. */
function declarationOf({ outcome, reason, note }: Declaration): Declaration {
  const words = (note ?? "").trim();
  if (outcome === "declined" && reason === undefined) throw new DomainError("invalid", "review.reason-missing");
  if (outcome === "conflicted" && words === "") throw new DomainError("invalid", "review.conflict-unnamed");
  return {
    outcome,
    ...(outcome === "accepted" || reason === undefined ? {} : { reason }),
    ...(words === "" ? {} : { note: words }),
  };
}
