/** An assignment run as staff of the call's lead park see it: progress, the plan as a matrix, loads, answers so far, and why. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { type CallId, caseIdSchema, type PersonId, personIdSchema } from "../kernel/id.ts";
import { languageSchema } from "../person/person.ts";
import type { Deps } from "../port/deps.ts";
import { impossibleSchema } from "../review/review-plan.ts";
import { type Run, type RunAnswer, type RunId, runSchema, runSheetSchema } from "../review/run/run.ts";
import { questionOfRun, type RunParts, readParts } from "../review/run/run-question.ts";
import { moveSchema, pairSchema, type Question, seatSchema } from "../review/sheet.ts";
import { type Labels, named } from "./explanation.ts";
import { namesOfIds } from "./names.ts";
import { labelsOf, requireReader, requireRun } from "./run-access.ts";

export const runSummarySchema = runSchema
  .omit({ caseIds: true, moves: true, waived: true, hash: true, seed: true, version: true })
  .extend({
    startedByName: z.string(),
    cases: z.number().int(),
    moves: z.number().int(),
    waived: z.number().int(),
    /** Of the latest answer. */
    cost: z.number().optional(),
  });
export const runsSchema = z.object({ runs: z.array(runSummarySchema), mine: z.boolean() });

const cellSchema = pairSchema.extend({ part: z.enum(["chosen", "at-work"]).optional() });
export const runViewSchema = runSummarySchema.omit({ moves: true, waived: true }).extend({
  /** May change, publish and discard it. */
  mine: z.boolean(),
  fixed: z.array(moveSchema.extend({ name: z.string(), reference: z.string() })),
  setAside: z.array(runSchema.shape.waived.element.extend({ reference: z.string() })),
  impossible: impossibleSchema.optional(),
  /** Rules that the plan pays for. */
  rules: z.array(z.object({ caseId: caseIdSchema, reference: z.string(), rule: z.string(), price: z.number() })),
  answers: z.array(
    z.object({
      round: z.number().int(),
      at: runSchema.shape.startedAt,
      moves: z.number().int(),
      waived: z.number().int(),
      cost: z.number().optional(),
      branches: z.number().int().optional(),
    }),
  ),
  reviewers: z.array(
    seatSchema.omit({ least: true }).extend({ name: z.string(), least: z.number().int(), load: z.number().int() }),
  ),
  /** Positions of the seats that are the columns of the matrix. */
  columns: z.array(z.number().int()),
  rows: z.array(
    z.object({
      caseId: caseIdSchema,
      reference: z.string(),
      title: z.string(),
      language: languageSchema,
      provider: z.string().optional(),
      wanted: z.number().int(),
      outcome: runSheetSchema.shape.outcome,
      chosen: z.array(personIdSchema),
      cells: z.array(cellSchema),
    }),
  ),
});
export type RunView = z.infer<typeof runViewSchema>;

/** Of a small panel the matrix shows everyone, of a large one those who sit on the cases shown. */
const columnsMost = 40;

/** Newest first. @throws not_found `call.not-found`; forbidden `actor.role-needed` */
export async function readRuns(deps: Deps, actor: PersonActor, callId: CallId): Promise<z.infer<typeof runsSchema>> {
  const { mine } = await requireReader(deps, actor, callId);
  const runs = (await deps.store.list("run", { callId })).reverse();
  const [names, answers] = await Promise.all([
    namesOfIds(
      deps.store,
      runs.map(({ startedBy }) => startedBy),
    ),
    Promise.all(runs.map(({ runId, round }) => deps.store.get("runAnswer", { runId, round }))),
  ]);
  return {
    mine,
    runs: runs.map((run, at) => ({
      ...summaryOf(run, answers[at], names),
      moves: run.moves.length,
      waived: run.waived.length,
    })),
  };
}

/** @param from first case of the matrix, counted from 0 */
export async function readRun(
  deps: Deps,
  actor: PersonActor,
  callId: CallId,
  runId: RunId,
  { from, limit }: { readonly from: number; readonly limit: number },
): Promise<RunView> {
  const { mine } = await requireReader(deps, actor, callId);
  const run = await requireRun(deps, callId, runId);
  const [parts, answers] = await Promise.all([readParts(deps.store, run), deps.store.list("runAnswer", { runId })]);
  const labels = await labelsOf(deps, run, parts);
  const answer = answers.find(({ round }) => round === run.round);
  const chosen = answer?.outcome.kind === "chosen" ? answer.outcome.chosen : [];
  const seatsOf = new Map(chosen.map(({ caseId, seats }) => [caseId, seats]));
  const shown = parts.sheets.slice(from, from + limit);
  const question = run.state === "collecting" ? undefined : questionOfRun(parts, run);
  const columns = columnsOf(parts, shown, seatsOf);
  const loads = loadsOf(parts, chosen);
  return {
    ...summaryOf(run, answer, labels.people),
    mine,
    fixed: run.moves.map((move) => ({
      ...move,
      name: labels.people[move.personId] ?? "",
      reference: labels.cases[move.caseId] ?? "",
    })),
    setAside: run.waived.map((one) => ({ ...one, reference: labels.cases[one.caseId] ?? "" })),
    ...(answer?.outcome.kind === "impossible" ? { impossible: impossibleOf(answer.outcome, labels) } : {}),
    rules: (answer?.outcome.kind === "chosen" ? answer.outcome.rules : []).map((rule) => ({
      ...rule,
      reference: labels.cases[rule.caseId] ?? "",
    })),
    answers: answers.map(({ round, at, moves, waived, outcome }) => ({
      round,
      at,
      moves: moves.length,
      waived: waived.length,
      ...(outcome.kind === "chosen" ? { cost: outcome.cost, branches: outcome.branches } : {}),
    })),
    reviewers: parts.seats.map(({ terms: _, taxonomy: _ids, least = 0, ...seat }, at) => ({
      ...seat,
      least,
      name: labels.people[seat.personId] ?? "",
      load: loads[at] ?? 0,
    })),
    columns,
    rows: shown.map(({ caseId, sheet, outcome }, index): RunView["rows"][number] => {
      const mineHere = (seatsOf.get(caseId) ?? []).flatMap((at) => parts.seats[at]?.personId ?? []);
      const asked = question?.sheets[from + index] ?? sheet;
      const { reference, title, language, provider, wanted } = sheet;
      return {
        caseId,
        reference,
        title,
        language,
        ...(provider === undefined ? {} : { provider }),
        wanted,
        ...(outcome === undefined ? {} : { outcome }),
        chosen: mineHere,
        cells: columns.map((at) => cellOf(asked, at, parts.seats[at]?.personId, mineHere)),
      };
    }),
  };
}

function summaryOf(run: Run, answer: RunAnswer | undefined, people: Labels["people"]) {
  const { caseIds, moves: _moves, waived: _waived, hash: _hash, seed: _seed, version: _version, ...shown } = run;
  return {
    ...shown,
    startedByName: people[run.startedBy] ?? "",
    cases: caseIds.length,
    ...(answer?.outcome.kind === "chosen" ? { cost: answer.outcome.cost } : {}),
  };
}

function columnsOf(
  { seats }: RunParts,
  shown: RunParts["sheets"],
  seatsOf: ReadonlyMap<string, readonly number[]>,
): number[] {
  const all = [...seats.keys()];
  if (all.length <= columnsMost) return all;
  const used = new Set(shown.flatMap(({ caseId }) => seatsOf.get(caseId) ?? []));
  const begun = new Set(shown.flatMap(({ sheet }) => sheet.started));
  return all.filter((at) => used.has(at) || begun.has(seats[at]?.personId ?? "per_")).slice(0, columnsMost);
}

/** Cases of the run per seat, those at work included. */
function loadsOf({ seats, sheets }: RunParts, chosen: readonly { readonly seats: readonly number[] }[]): number[] {
  const loads = seats.map(({ personId }) => sheets.filter(({ sheet }) => sheet.started.includes(personId)).length);
  for (const { seats: people } of chosen) for (const at of people) loads[at] = (loads[at] ?? 0) + 1;
  return loads;
}

function cellOf(
  sheet: Question["sheets"][number],
  at: number,
  personId: PersonId | undefined,
  chosen: readonly PersonId[],
): RunView["rows"][number]["cells"][number] {
  const pair = sheet.pairs[at] ?? {};
  if (personId === undefined) return pair;
  if (sheet.started.includes(personId)) return { ...pair, part: "at-work" };
  return chosen.includes(personId) ? { ...pair, part: "chosen" } : pair;
}

function impossibleOf(
  { kind: _, binding, text, mend, ...facts }: Extract<RunAnswer["outcome"], { kind: "impossible" }>,
  labels: Labels,
): z.infer<typeof impossibleSchema> {
  return { ...facts, kind: binding, text: named(text, labels), mend: named(mend, labels) };
}
