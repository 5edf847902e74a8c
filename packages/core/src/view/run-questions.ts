/** Questions about an assignment run: why and why not, and what moves by hand would cost. Nothing is changed. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CallId, CaseId, PersonId } from "../kernel/id.ts";
import type { Deps } from "../port/deps.ts";
import { priceOfMoves } from "../review/assignment/explain.ts";
import { type OpenPlan, openAssignment } from "../review/assignment/solve.ts";
import type { Run, RunId } from "../review/run/run.ts";
import { questionOfRun, readParts } from "../review/run/run-question.ts";
import { problemOf, type Question } from "../review/sheet.ts";
import { type Explanation, explanationOf, type Labels, named } from "./explanation.ts";
import { labelsOf, requireReader, requireRun } from "./run-access.ts";

/** Why this reviewer has this case, or why not. @throws not_found `run.not-found`, `assignment.pair-unknown`; conflict `plan.impossible` */
export async function explainInRun(
  deps: Deps,
  actor: PersonActor,
  callId: CallId,
  runId: RunId,
  pair: { readonly caseId: CaseId; readonly personId: PersonId },
): Promise<Explanation> {
  const { open, question, labels } = await openRun(deps, actor, callId, runId);
  return explanationOf(open, question, pair, labels);
}

export const movePriceSchema = z.object({
  /** What the plan costs more; absent where no plan has this. */
  change: z.number().optional(),
  moves: z.array(z.object({ name: z.string(), reference: z.string(), change: z.enum(["added", "removed"]) })),
  text: z.string(),
});

/** What moves by hand would cost against the answer of now; changes nothing. */
export async function priceInRun(
  deps: Deps,
  actor: PersonActor,
  callId: CallId,
  runId: RunId,
  moves: readonly Pick<Run["moves"][number], "caseId" | "personId" | "change">[],
): Promise<z.infer<typeof movePriceSchema>> {
  const { open, labels } = await openRun(deps, actor, callId, runId);
  const of = (change: "take" | "leave") =>
    moves
      .filter((move) => move.change === change)
      .map(({ caseId, personId }) => ({ reviewer: personId, case: caseId }));
  const found = priceOfMoves(open, { take: of("take"), leave: of("leave") });
  return {
    ...(found.change === undefined ? {} : { change: Math.round(found.change * 10_000) / 10_000 || 0 }),
    moves: found.moves.map((move) => ({
      name: labels.people[move.reviewer] ?? "",
      reference: labels.cases[move.case] ?? "",
      change: move.change,
    })),
    text: named(found.text, labels),
  };
}

async function openRun(
  deps: Deps,
  actor: PersonActor,
  callId: CallId,
  runId: RunId,
): Promise<{ open: OpenPlan; question: Question; labels: Labels }> {
  await requireReader(deps, actor, callId);
  const run = await requireRun(deps, callId, runId);
  if (run.round === 0 || run.state === "collecting" || run.state === "solving")
    throw new DomainError("conflict", "run.wrong-state", { state: run.state });
  const parts = await readParts(deps.store, run);
  const question = questionOfRun(parts, run);
  const open = openAssignment(problemOf(question));
  if (!("plan" in open)) throw new DomainError("conflict", "plan.impossible");
  return { open, question, labels: await labelsOf(deps, run, parts) };
}
