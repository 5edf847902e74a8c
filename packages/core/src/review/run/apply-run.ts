/** Publishing a run, case by case: its reviewers are invited and the task that waited for them is answered, once; progress is counted apart. */
import * as z from "zod";
import { dayOf } from "../../application/read-application.ts";
import { requireSystem } from "../../kernel/actor.ts";
import { DomainError } from "../../kernel/error.ts";
import { callIdSchema, caseIdSchema, type PersonId } from "../../kernel/id.ts";
import { type Decision, type Moment, verb } from "../../kernel/verb.ts";
import type { Reader } from "../../port/store.ts";
import { answerTask } from "../../task/answer.ts";
import type { Chosen } from "../choose-reviewers.ts";
import { conflictsOf, hardOf, softRulesOf } from "../conflict/list.ts";
import { wantsLay } from "../lay-part.ts";
import { laySeat } from "../lay-seat.ts";
import { newSlot, refilledSlot, requirePool, seatedChanges, stillInReview } from "../plan.ts";
import { type PlanningFacts, readPlanning } from "../planning.ts";
import { type PoolFacts, readPool } from "../pool.ts";
import type { Slot } from "../slot.ts";
import { type Run, type RunSheet, runIdSchema } from "./run.ts";

type Applied = { outcome: NonNullable<RunSheet["outcome"]> };

interface Facts extends PoolFacts {
  readonly run: Run | undefined;
  readonly sheet: RunSheet | undefined;
  /** Everybody who may review, where the call asks a lay member too. */
  readonly everybody?: PlanningFacts | undefined;
}

export const applyRun = verb({
  name: "run.apply",
  input: z.object({
    callId: callIdSchema,
    runId: runIdSchema,
    caseId: caseIdSchema,
    reviewerIds: z.array(z.templateLiteral(["per_", z.string()])),
  }),
  async read(reader: Reader, { callId, runId, caseId, reviewerIds }): Promise<Facts> {
    const [run, sheet, pool] = await Promise.all([
      reader.get("run", { callId, runId }),
      reader.get("runSheet", { runId, caseId }),
      readPool(reader, caseId, undefined, reviewerIds),
    ]);
    const lay = pool.call !== undefined && wantsLay(pool.call.rubric);
    return { run, sheet, ...pool, ...(lay ? { everybody: await readPlanning(reader, caseId, undefined) } : {}) };
  },
  decide(facts: Facts, actor, { reviewerIds }, moment): Decision<Applied> {
    requireSystem(actor);
    const { run, sheet, one, slots, tasks } = requirePool(facts);
    if (run === undefined || sheet === undefined) throw new DomainError("not_found", "run.not-found");
    if (sheet.outcome !== undefined) return { changes: [], result: { outcome: sheet.outcome } };
    const leave = (outcome: Applied["outcome"]): Decision<Applied> => ({
      changes: [{ op: "replace", name: "runSheet", value: { ...sheet, outcome } }],
      result: { outcome },
    });
    if (one.status !== "in-review" || one.attempt !== sheet.attempt) return leave("case-moved");
    const asked = tasks.filter(
      ({ kind, status, slot }) => kind === "assign-reviewer" && status === "open" && sheet.slots.includes(slot),
    );
    if (asked.length < sheet.slots.length) return leave("already-planned");
    const people = reviewerIds.flatMap((personId) => freeNow(facts, personId, moment) ?? []);
    if (people.length < reviewerIds.length) return leave("reviewer-barred");
    const whole = sheet.slots.includes("-");
    const values = whole
      ? people.map((person, at) => newSlot(one, one.attempt, `r${at + 1}`, person, moment.now))
      : people.flatMap((person, at): Slot[] => {
          const before = slots.find(({ slot }) => slot === sheet.slots[at]);
          return before === undefined ? [] : [refilledSlot(before, person, moment.now)];
        });
    const lay = whole && facts.everybody !== undefined ? laySeat(facts.everybody, values, moment) : undefined;
    const rounds = values.map(({ slot, round }) => ({ slot, round }));
    const invited = values.map(({ slot, round, reviewerId, soft }) => ({
      stream: one.caseId,
      caseId: one.caseId,
      type: "review.invited",
      facts: { slot, round, reviewerId, soft, run: run.runId },
    }));
    const closings = asked.map((task) => {
      const mine = whole ? [...rounds, ...(lay?.slots ?? [])] : rounds.filter(({ slot }) => slot === task.slot);
      const round = whole ? task.round : (mine[0]?.round ?? task.round);
      return answerTask(task, { outcome: "assigned", slots: mine, round }, actor, moment);
    });
    return {
      changes: [
        stillInReview(one),
        { op: "replace", name: "runSheet", value: { ...sheet, outcome: "invited" } },
        ...seatedChanges(values, one, whole ? "create" : "replace"),
        ...(lay?.changes ?? []),
        ...closings.flatMap(({ changes }) => changes),
      ],
      events: [...invited, ...(lay?.events ?? [])],
      effects: closings.flatMap(({ effects }) => effects),
      result: { outcome: "invited" },
    };
  },
});

/** Undefined for whom something came up since the run: a HARD conflict, or the end of the role. */
function freeNow(facts: Facts, personId: PersonId, moment: Moment): Chosen | undefined {
  const { call, on, candidates } = requirePool(facts);
  const reviewer = candidates.find((candidate) => candidate.personId === personId);
  if (reviewer === undefined || (reviewer.until !== undefined && reviewer.until <= moment.now)) return undefined;
  const conflicts = conflictsOf({ reviewer, on, today: dayOf(call, moment.network, moment.now) });
  if (hardOf(conflicts).length > 0) return undefined;
  return { personId, parkId: reviewer.profile.parkId, soft: softRulesOf(conflicts) };
}

/** How far publishing has come; the last step closes the run, each other one asks for the next. */
export const countRun = verb({
  name: "run.count",
  input: z.object({
    callId: callIdSchema,
    runId: runIdSchema,
    published: z.number().int().min(0),
    skipped: z.number().int().min(0),
  }),
  read: async (reader: Reader, { callId, runId }): Promise<{ run: Run | undefined }> => ({
    run: await reader.get("run", { callId, runId }),
  }),
  decide({ run }, actor, { published, skipped }, moment): Decision<{ state: Run["state"] }> {
    requireSystem(actor);
    if (run === undefined) throw new DomainError("not_found", "run.not-found");
    if (run.state !== "publishing") return { changes: [], result: { state: run.state } };
    const state = published + skipped >= run.wanting ? "published" : "publishing";
    const value: Run = { ...run, state, published, skipped, changedAt: moment.now };
    return {
      changes: [{ op: "replace", name: "run", value }],
      effects: state === "published" ? [] : [{ body: { kind: "advance-run", callId: run.callId, runId: run.runId } }],
      result: { state },
    };
  },
});
