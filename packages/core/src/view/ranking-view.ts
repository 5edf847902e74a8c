/** The ranking of a call for staff of its lead park: raw scores, calibrated ranks beside them, the line that money draws, the tie band. */
import * as z from "zod";
import { caseStatusSchema } from "../application/case.ts";
import { holdsRole, type PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type CallId, callIdSchema, caseIdSchema, personIdSchema } from "../kernel/id.ts";
import type { Deps } from "../port/deps.ts";
import { readScored, type ScoredCase, scoresText } from "../review/ranking/panel-scores.ts";
import { calibratedFrom, type Ranking, rankingSchema } from "../review/ranking/ranking.ts";
import { namesOfIds } from "./names.ts";
import { rankingFreezeSchema, readRankingFreeze } from "./ranking-freeze.ts";
import { type LeadMoney, lineOf, readLeadMoney } from "./ranking-line.ts";

const rowSchema = z.object({
  caseId: caseIdSchema,
  reference: z.string(),
  title: z.string(),
  applicant: z.string(),
  status: caseStatusSchema,
  /** Percent; absent where nothing was assessed. */
  mean: z.number().optional(),
  median: z.number().optional(),
  lowest: z.number().optional(),
  highest: z.number().optional(),
  counted: z.number().int(),
  /** By the raw mean, equal means the same rank. */
  rawRank: z.number().int().optional(),
  meetsThreshold: z.boolean(),
  requested: z.number().int().optional(),
  calibrated: rankingSchema.shape.applications.element.omit({ caseId: true }).optional(),
  /** The line runs through the 50 % interval: the scores alone do not decide. */
  tieBand: z.boolean(),
  /** Proposed or decided already: it wants no more than it holds. */
  proposed: z.boolean(),
  /** There is money for it and all before it; once it is proposed: it holds money. */
  withinMoney: z.boolean(),
});

export const rankingViewSchema = z.object({
  callId: callIdSchema,
  title: z.partialRecord(z.string(), z.string()),
  mode: z.enum(["rolling", "deadline"]),
  currency: z.string(),
  threshold: z.number(),
  /** May ask for the calibration. */
  mine: z.boolean(),
  /** Best first: by expected rank where it is computed from the scores of now, else by the raw mean. */
  rows: z.array(rowSchema),
  orderedBy: z.enum(["expected-rank", "raw-mean"]),
  /** Until which place the lead park's free money pays for what is not proposed yet, in this order; absent where all fit. */
  line: z.number().int().optional(),
  free: z.number().int().optional(),
  /** What stands between the call and its frozen ranking. */
  freeze: rankingFreezeSchema,
  calibration: z.object({
    state: z.enum(["none", "too-few", "rolling", "computing", "ready", "out-of-date", "failed"]),
    wanted: z.number().int(),
    part: z.number().optional(),
    readyAt: rankingSchema.shape.readyAt,
    seed: z.number().int().optional(),
    groups: z.array(z.number().int()),
    settled: z.boolean(),
    rankError: z.number().optional(),
    assessors: z.array(rankingSchema.shape.assessors.element.extend({ personId: personIdSchema, name: z.string() })),
  }),
});
export type RankingView = z.infer<typeof rankingViewSchema>;

/** Staff of the lead park, and the secretary. @throws not_found `call.not-found`; forbidden `actor.role-needed` */
export async function requireRankingReader(deps: Deps, actor: PersonActor, callId: CallId) {
  const call = await deps.store.get("call", { callId });
  if (call === undefined) throw new DomainError("not_found", "call.not-found");
  const now = deps.clock.now();
  const mine = holdsRole(actor, "manager", call.leadPark, now);
  const reads =
    (["approver", "auditor"] as const).some((role) => holdsRole(actor, role, call.leadPark, now)) ||
    holdsRole(actor, "secretary", undefined, now);
  if (!mine && !reads)
    throw new DomainError("forbidden", "actor.role-needed", { role: "manager", parkId: call.leadPark });
  return { call, mine };
}

/** @throws as `requireRankingReader` */
export async function readRanking(deps: Deps, actor: PersonActor, callId: CallId): Promise<RankingView> {
  const { call, mine } = await requireRankingReader(deps, actor, callId);
  const [scored, ranking] = await Promise.all([readScored(deps.store, call), deps.store.get("ranking", { callId })]);
  const rows = scored.map(({ row }) => row);
  const money = await readLeadMoney(deps, call, rows);
  const fresh = ranking?.hash === deps.digest(scoresText(callId, scored));
  const calibrated = fresh && ranking?.state === "ready" ? ranking : undefined;
  const names = await namesOfIds(
    deps.store,
    (calibrated?.assessors ?? []).map(({ personId }) => personId),
  );
  const freeze = await readRankingFreeze(deps, actor, call, mine);
  const ordered = orderedCases(scored, calibrated, new Map(freeze.entries.map(({ caseId, rank }) => [caseId, rank])));
  const { free, held, sharePercent } = money;
  const wanted = ordered.map(({ row, score: { mean } }) => ({
    wants: held.has(row.caseId) ? 0 : (row.requested ?? 0),
    mean,
  }));
  const line = lineOf(wanted, free, sharePercent, call.rubric.threshold);
  return {
    callId,
    title: call.title,
    mode: call.mode,
    currency: call.currency,
    threshold: call.rubric.threshold,
    mine,
    orderedBy: calibrated === undefined ? "raw-mean" : "expected-rank",
    rows: rowsOf(ordered, calibrated, line, call.rubric.threshold, held),
    ...(line === undefined ? {} : { line }),
    ...(free === undefined ? {} : { free }),
    freeze,
    calibration: {
      state: stateOf(scored, ranking, fresh, call.mode),
      wanted: calibratedFrom,
      ...(fresh && ranking?.state === "computing" ? { part: ranking.part } : {}),
      readyAt: calibrated?.readyAt,
      ...(calibrated === undefined ? {} : { seed: calibrated.seed, rankError: calibrated.rankError }),
      groups: calibrated?.groups ?? [],
      settled: calibrated?.settled ?? false,
      assessors: (calibrated?.assessors ?? [])
        .map((one) => ({ ...one, name: names[one.personId] ?? "" }))
        .sort((a, b) => b.strictness - a.strictness),
    },
  };
}

function stateOf(
  scored: readonly ScoredCase[],
  ranking: Ranking | undefined,
  fresh: boolean,
  mode: "rolling" | "deadline",
): RankingView["calibration"]["state"] {
  if (mode === "rolling") return "rolling";
  if (scored.filter(({ score }) => score.counted > 0).length < calibratedFrom) return "too-few";
  if (ranking === undefined) return "none";
  return fresh ? ranking.state : "out-of-date";
}

/** Best first, equal ones as the tie rule parted them; what nobody assessed comes last. */
function orderedCases(
  scored: readonly ScoredCase[],
  ranking: Ranking | undefined,
  plain: ReadonlyMap<string, number | undefined>,
): ScoredCase[] {
  const ranks = new Map(ranking?.applications.map(({ caseId, expectedRank }) => [caseId, expectedRank]));
  const place = ({ row, score }: ScoredCase) =>
    ranking === undefined ? -(score.mean ?? -1) : (ranks.get(row.caseId) ?? Number.POSITIVE_INFINITY);
  const tied = ({ row }: ScoredCase) => plain.get(row.caseId) ?? Number.MAX_SAFE_INTEGER;
  return [...scored].sort(
    (a, b) =>
      place(a) - place(b) ||
      (b.score.mean ?? -1) - (a.score.mean ?? -1) ||
      tied(a) - tied(b) ||
      (a.row.caseId < b.row.caseId ? -1 : 1),
  );
}

function rowsOf(
  ordered: readonly ScoredCase[],
  ranking: Ranking | undefined,
  line: number | undefined,
  threshold: number,
  held: LeadMoney["held"],
): RankingView["rows"] {
  const byCase = new Map(ranking?.applications.map(({ caseId, ...rest }) => [caseId, rest]));
  const means = ordered.flatMap(({ score }) => score.mean ?? []);
  // The expected rank of the last one that the money carries (Heyard and others, 2022).
  const last = line === undefined || line === 0 ? undefined : byCase.get(ordered[line - 1]?.row.caseId ?? "app_");
  return ordered.map(({ row, score }, at) => {
    const calibrated = byCase.get(row.caseId);
    const { mean, median, lowest, highest, counted } = score;
    return {
      caseId: row.caseId,
      reference: row.reference,
      title: row.title,
      applicant: row.applicant,
      status: row.status,
      ...(mean === undefined ? {} : { mean, rawRank: 1 + means.filter((other) => other > mean).length }),
      ...(median === undefined ? {} : { median }),
      ...(lowest === undefined ? {} : { lowest }),
      ...(highest === undefined ? {} : { highest }),
      counted,
      meetsThreshold: mean !== undefined && mean >= threshold,
      ...(row.requested === undefined ? {} : { requested: row.requested }),
      ...(calibrated === undefined ? {} : { calibrated }),
      tieBand:
        calibrated !== undefined &&
        last !== undefined &&
        calibrated.interval50[0] <= last.expectedRank &&
        last.expectedRank <= calibrated.interval50[1],
      proposed: held.has(row.caseId),
      withinMoney: held.has(row.caseId) ? (held.get(row.caseId) ?? 0) > 0 : line === undefined || at < line,
    };
  });
}
