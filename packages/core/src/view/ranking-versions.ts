/** The versions of a call's frozen ranking, and what moved between two of them: places, and who is carried by the money. */
import * as z from "zod";
import { caseStatusSchema } from "../application/case.ts";
import type { Call } from "../call/call.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type CallId, caseIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { refuseTied } from "../person/tie.ts";
import type { Deps } from "../port/deps.ts";
import { plainRanking, readFreeze } from "../review/ranking/freeze-ranking.ts";
import type { FrozenEntry, FrozenRanking } from "../review/ranking/frozen.ts";
import type { Row } from "../row/row.ts";
import { namesOfIds } from "./names.ts";
import { type LeadMoney, lineOf, readLeadMoney } from "./ranking-line.ts";
import { requireRankingReader } from "./ranking-view.ts";

const versionSchema = z.object({
  round: z.number().int(),
  at: instantSchema,
  by: z.string(),
  hash: z.string(),
  cases: z.number().int(),
  superseded: z
    .object({
      at: instantSchema,
      /** `conflict`: a review that it counted was set aside. */
      cause: z.enum(["conflict", "managers"]),
      /** Of the case whose review was set aside. */
      caseId: caseIdSchema.optional(),
      reference: z.string().optional(),
      reason: z.string().optional(),
      by: z.string().optional(),
      confirmedBy: z.string().optional(),
    })
    .optional(),
});

export const rankingVersionsSchema = z.object({ versions: z.array(versionSchema) });
export type RankingVersions = z.infer<typeof rankingVersionsSchema>;

const placeSchema = z.object({
  rank: z.number().int().optional(),
  /** Percent. */
  mean: z.number().optional(),
  /** At or over the threshold, and the money carries it and all before it. */
  within: z.boolean(),
});

export const rankingComparisonSchema = z.object({
  title: z.partialRecord(z.string(), z.string()),
  currency: z.string(),
  from: versionSchema,
  /** Absent where the compared ranking is that of the scores of now. */
  to: versionSchema.optional(),
  /** What the lead park has for these cases, the same for both: free, and what they hold already. Minor units. */
  money: z.number().int().optional(),
  /** In the order of the later one; what is only in the earlier one comes last. */
  rows: z.array(
    z.object({
      caseId: caseIdSchema,
      reference: z.string(),
      title: z.string(),
      status: caseStatusSchema.optional(),
      before: placeSchema.optional(),
      after: placeSchema.optional(),
      /** Places up (positive) or down. */
      moved: z.number().int().optional(),
      crossed: z.enum(["over", "under"]).optional(),
    }),
  ),
});
export type RankingComparison = z.infer<typeof rankingComparisonSchema>;

/** @throws as `requireRankingReader`; forbidden `duties.interest` for whoever a HARD interest ties to anybody. */
async function readSnapshots(deps: Deps, actor: PersonActor, callId: CallId) {
  const { call } = await requireRankingReader(deps, actor, callId);
  refuseTied(actor, deps.clock.now());
  return { call, snapshots: await deps.store.list("frozenRanking", { callId }) };
}

export async function readRankingVersions(deps: Deps, actor: PersonActor, callId: CallId): Promise<RankingVersions> {
  const { snapshots } = await readSnapshots(deps, actor, callId);
  return { versions: await shown(deps, snapshots) };
}

async function shown(deps: Deps, snapshots: readonly FrozenRanking[]): Promise<RankingVersions["versions"]> {
  const people = snapshots.flatMap(({ by, superseded }) =>
    superseded?.cause === "managers" ? [by, superseded.by, superseded.confirmedBy] : [by],
  );
  const names = await namesOfIds(deps.store, [...new Set(people)]);
  return snapshots.map(({ round, at, by, hash, entries, superseded: why }) => ({
    round,
    at,
    by: names[by] ?? "",
    hash,
    cases: entries.length,
    ...(why === undefined
      ? {}
      : {
          superseded:
            why.cause === "conflict"
              ? {
                  at: why.at,
                  cause: why.cause,
                  caseId: why.caseId,
                  reference: entries.find(({ caseId }) => caseId === why.caseId)?.reference ?? "",
                }
              : {
                  at: why.at,
                  cause: why.cause,
                  reason: why.reason,
                  by: names[why.by] ?? "",
                  confirmedBy: names[why.confirmedBy] ?? "",
                },
        }),
  }));
}

/** @param against the version after it unless told; where there is none, the scores of now. @throws conflict `ranking.no-version`. */
export async function readRankingComparison(
  deps: Deps,
  actor: PersonActor,
  callId: CallId,
  round: number,
  against?: number,
): Promise<RankingComparison> {
  const { call, snapshots } = await readSnapshots(deps, actor, callId);
  const from = snapshots.find((one) => one.round === round);
  const to = snapshots.find((one) => one.round === (against ?? round + 1));
  if (from === undefined || (against !== undefined && to === undefined))
    throw new DomainError("conflict", "ranking.no-version", { round: against ?? round });
  const [rows, versions] = await Promise.all([
    deps.store.list("row", { parkId: call.leadPark, callId }),
    shown(deps, to === undefined ? [from] : [from, to]),
  ]);
  const later = to?.entries ?? plainRanking(await readFreeze(deps.store, callId), call, deps.digest).entries;
  const lead = await readLeadMoney(deps, call, rows);
  // What is free and what these cases took of it: so that a line drawn today is the line of both.
  const money =
    lead.free === undefined ? undefined : [...lead.held.values()].reduce((sum, held) => sum + held, lead.free);
  const before = placesOf(call, from.entries, rows, lead, money);
  const after = placesOf(call, later, rows, lead, money);
  const [first, second] = versions;
  if (first === undefined) throw new DomainError("conflict", "ranking.no-version", { round });
  return {
    title: call.title,
    currency: call.currency,
    from: first,
    ...(second === undefined ? {} : { to: second }),
    ...(money === undefined ? {} : { money }),
    rows: [...new Set([...after.keys(), ...before.keys()])].map((caseId) =>
      rowOf(caseId, [...later, ...from.entries], rows, before.get(caseId), after.get(caseId)),
    ),
  };
}

type Place = z.infer<typeof placeSchema>;

function rowOf(
  caseId: FrozenEntry["caseId"],
  entries: readonly FrozenEntry[],
  rows: readonly Row[],
  before: Place | undefined,
  after: Place | undefined,
): RankingComparison["rows"][number] {
  const row = rows.find((one) => one.caseId === caseId);
  const moved = before?.rank === undefined || after?.rank === undefined ? undefined : before.rank - after.rank;
  const was = before?.within ?? false;
  const is = after?.within ?? false;
  return {
    caseId,
    reference: entries.find((one) => one.caseId === caseId)?.reference ?? "",
    title: row?.title ?? "",
    ...(row === undefined ? {} : { status: row.status }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(moved === undefined ? {} : { moved }),
    ...(was === is ? {} : { crossed: is ? "over" : "under" }),
  };
}

function placesOf(
  call: Call,
  entries: readonly FrozenEntry[],
  rows: readonly Row[],
  { sharePercent }: LeadMoney,
  money: number | undefined,
): Map<FrozenEntry["caseId"], Place> {
  const { threshold } = call.rubric;
  const requested = new Map(rows.map((row) => [row.caseId, row.requested]));
  const ordered = entries.map(({ caseId, mean }) => ({ wants: requested.get(caseId) ?? 0, mean }));
  const line = lineOf(ordered, money, sharePercent, threshold);
  return new Map(
    entries.map(({ caseId, rank, mean }, at) => [
      caseId,
      {
        ...(rank === undefined ? {} : { rank }),
        ...(mean === undefined ? {} : { mean }),
        within: (mean ?? -1) >= threshold && (line === undefined || at < line),
      },
    ]),
  );
}
