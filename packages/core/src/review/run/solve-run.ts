/** The best assignment of a run's cases is computed, its proof checked, and kept as the answer of this round: the dry run. */
import * as z from "zod";
import { requireSystem } from "../../kernel/actor.ts";
import { DomainError } from "../../kernel/error.ts";
import { type CaseId, callIdSchema } from "../../kernel/id.ts";
import { type Decision, verb } from "../../kernel/verb.ts";
import type { Reader } from "../../port/store.ts";
import type { AssignmentPlan } from "../assignment/solve.ts";
import { impossibleOf, solved } from "../choose-reviewers.ts";
import { problemOf } from "../sheet.ts";
import { type Run, type RunAnswer, runIdSchema } from "./run.ts";
import { questionOfRun, type RunParts, readParts } from "./run-question.ts";

interface Facts {
  readonly run: Run | undefined;
  readonly parts: RunParts;
}

/** So many rules are named. */
const rulesMost = 50;

export const solveRun = verb({
  name: "run.solve",
  input: z.object({ callId: callIdSchema, runId: runIdSchema, round: z.number().int().min(0) }),
  async read(reader: Reader, { callId, runId }): Promise<Facts> {
    const run = await reader.get("run", { callId, runId });
    return { run, parts: run === undefined ? { seats: [], sheets: [] } : await readParts(reader, run) };
  },
  decide({ run, parts }: Facts, actor, { round }, moment): Decision<{ state: Run["state"] }> {
    requireSystem(actor);
    if (run === undefined) throw new DomainError("not_found", "run.not-found");
    if (run.state !== "solving" || run.round !== round) return { changes: [], result: { state: run.state } };
    const question = questionOfRun(parts, run);
    const outcome = solved(problemOf(question));
    const optimal = outcome.status === "optimal";
    const answer: RunAnswer = {
      runId: run.runId,
      round: round + 1,
      at: moment.now,
      moves: run.moves,
      waived: run.waived,
      outcome: optimal ? chosenOf(outcome, parts) : impossible(impossibleOf(outcome, question)),
      version: 0,
    };
    const state = optimal ? "ready" : "impossible";
    const value: Run = { ...run, state, round: round + 1, changedAt: moment.now };
    return {
      changes: [
        { op: "replace", name: "run", value },
        { op: "create", name: "runAnswer", value: answer },
      ],
      events: [
        {
          stream: `call:${run.callId}`,
          type: "run.answered",
          facts: { runId: run.runId, round: round + 1, state, ...(optimal ? { cost: outcome.cost } : {}) },
        },
      ],
      result: { state },
    };
  },
});

function impossible({ kind: binding, ...rest }: ReturnType<typeof impossibleOf>): RunAnswer["outcome"] {
  return { ...rest, kind: "impossible", binding };
}

function chosenOf(plan: AssignmentPlan, { seats, sheets }: RunParts): RunAnswer["outcome"] {
  const seatOf = new Map<string, number>(seats.map(({ personId }, at) => [personId, at]));
  const byCase = Map.groupBy(plan.pairs, (pair) => pair.case);
  const { scale } = plan.certificate;
  return {
    kind: "chosen",
    cost: plan.cost,
    chosen: sheets.map(({ caseId, sheet }) => ({
      caseId,
      seats: (byCase.get(caseId) ?? []).flatMap(({ reviewer }) =>
        sheet.started.some((personId) => personId === reviewer) ? [] : (seatOf.get(reviewer) ?? []),
      ),
    })),
    rules: plan.prices.rules
      .map(({ case: caseId, key, price }) => ({ caseId: caseId as CaseId, rule: key, price: Math.abs(price) / scale }))
      .sort((a, b) => b.price - a.price || (a.caseId < b.caseId ? -1 : 1))
      .slice(0, rulesMost),
    branches: plan.branching.branches,
  };
}
