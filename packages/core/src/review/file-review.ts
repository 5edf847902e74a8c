/** The reviewer files the review: complete by the rubric, final, counted from now on. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { dayOf } from "../application/read-application.ts";
import type { Call } from "../call/call.ts";
import type { Actor } from "../kernel/actor.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { DomainError } from "../kernel/error.ts";
import { type CaseId, caseIdSchema, type PersonId } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { answerTask, openOrRepeated, requireOpenTask } from "../task/answer.ts";
import type { Task } from "../task/task.ts";
import { demandWholeMarks } from "./check-marks.ts";
import { conflictsOf, hardOf } from "./conflict/list.ts";
import { rubricFor } from "./lay-part.ts";
import { type PoolFacts, readPoolWith } from "./pool.ts";
import { type Review, writtenMarkSchema } from "./review.ts";
import { requireOwnSlot } from "./reviewer-facts.ts";
import type { Slot } from "./slot.ts";
import { workEnds } from "./work.ts";

interface Facts {
  readonly one: Case | undefined;
  readonly call: Call | undefined;
  readonly tasks: readonly Task[];
  readonly slots: readonly Slot[];
  /** The actor's own review of the slot. */
  readonly own: Review | undefined;
  /** The parties, and the actor beside them. */
  readonly pool?: PoolFacts;
}

/** @throws conflict `review.hard-conflict`: whoever has joined a party since declaring does not judge it. */
export const fileReview = verb({
  name: "review.file",
  input: z.object({
    caseId: caseIdSchema,
    slot: z.string(),
    marks: z.array(writtenMarkSchema).max(12),
    confidence: z.number().int().min(1).max(3),
  }),
  read: (reader, { caseId, slot }, actor) => readOwn(reader, caseId, slot, actor),
  decide(facts: Facts, actor, input, moment): Decision<{ outcome: string }> {
    const { one, call, own } = facts;
    if (one === undefined || call === undefined) throw new DomainError("not_found", "case.not-found");
    const { person, slot } = requireOwnSlot(actor, one, facts.slots, input.slot, moment.now);
    const task = openOrRepeated(facts.tasks, "review", slot.slot, actor, "filed");
    if (task === undefined) {
      // The same review again is no error; another one under a closed task is.
      if (own === undefined || !sameReview(own, input)) requireOpenTask(facts.tasks, "review", slot.slot);
      return { changes: [], result: { outcome: "filed" } };
    }
    if (slot.status !== "accepted") throw new DomainError("conflict", "review.not-accepted", { status: slot.status });
    demandNoConflict(facts.pool, person.personId, dayOf(call, moment.network, moment.now));
    demandWholeMarks(rubricFor(call.rubric, slot), input.marks);
    const value: Review = {
      caseId: one.caseId,
      attempt: one.attempt,
      slot: slot.slot,
      reviewerId: person.personId,
      status: "filed",
      marks: input.marks,
      confidence: input.confidence,
      savedAt: moment.now,
      filedAt: moment.now,
      version: own?.version ?? 0,
    };
    const closing = answerTask(task, { outcome: "filed", round: task.round }, actor, moment);
    const answered = (answer: string) => input.marks.filter(({ score }) => score === answer).length;
    return {
      changes: [
        { op: own === undefined ? "create" : "replace", name: "review", value },
        { op: "replace", name: "slot", value: { ...slot, status: "filed", filedAt: moment.now } },
        ...workEnds(slot, one, moment.now, "filed"),
        ...closing.changes,
      ],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: "review.filed",
          facts: {
            slot: slot.slot,
            round: slot.round,
            outOfScope: answered("out-of-scope"),
            notAssessable: answered("not-assessable"),
          },
        },
      ],
      effects: closing.effects,
      result: { outcome: "filed" },
    };
  },
});

async function readOwn(reader: Reader, caseId: CaseId, slot: string, actor: Actor): Promise<Facts> {
  const [one, tasks, slots] = await Promise.all([
    reader.get("case", { caseId }),
    reader.list("task", { caseId }),
    reader.list("slot", { caseId }),
  ]);
  if (one === undefined || actor.kind !== "person") return { one, call: undefined, tasks, slots, own: undefined };
  const [call, own, pool] = await Promise.all([
    reader.get("call", { callId: one.callId }),
    reader.get("review", { caseId, attempt: one.attempt, slot, reviewerId: actor.personId }),
    readPoolWith(reader, caseId, one.attempt, [actor.personId]),
  ]);
  return { one, call, tasks, slots, own, pool };
}

function demandNoConflict(pool: PoolFacts | undefined, personId: PersonId, today: string): void {
  const reviewer = pool?.candidates.find((one) => one.personId === personId);
  if (reviewer === undefined || pool?.on === undefined) return;
  const hard = hardOf(conflictsOf({ reviewer, on: pool.on, today }));
  if (hard.length > 0)
    throw new DomainError("conflict", "review.hard-conflict", { rules: hard.map(({ rule }) => rule) });
}

function sameReview(own: Review, input: Pick<Review, "marks" | "confidence">): boolean {
  return canonicalJson([own.marks, own.confidence]) === canonicalJson([input.marks, input.confidence]);
}
