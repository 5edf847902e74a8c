/** What stands between a deadline call and its frozen ranking, for staff of the lead park: open cases, ties and their votes. */
import * as z from "zod";
import { caseStatusSchema } from "../application/case.ts";
import type { Call } from "../call/call.ts";
import { isGateShut } from "../call/call-state.ts";
import { windowOf } from "../call/call-window.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { type CallId, caseIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { refusalOf } from "../kernel/rehearse.ts";
import type { Deps } from "../port/deps.ts";
import { freezeRanking, plainRanking, readFreeze } from "../review/ranking/freeze-ranking.ts";
import { type FrozenEntry, type FrozenRanking, frozenEntrySchema, tieVoteSchema } from "../review/ranking/frozen.ts";
import { tieIdOf } from "../review/ranking/plain.ts";
import { answerSuperseding } from "../review/ranking/supersede.ts";
import { namesOfIds } from "./names.ts";
import { refusalSchema } from "./refusal.ts";

export const rankingFreezeSchema = z.object({
  /** `ready`: nothing stands in the way. */
  state: z.enum(["rolling", "not-closed", "cases-open", "ties-open", "nothing", "ready", "frozen"]),
  closes: instantSchema,
  tieRule: z.enum(["vote", "draw"]),
  /** Cases whose reviews are not over. */
  behind: z.array(z.object({ caseId: caseIdSchema, reference: z.string(), status: caseStatusSchema })),
  /** Sets of cases that mean and criteria leave equal, with the recorded vote. */
  ties: z.array(
    z.object({
      caseIds: z.array(caseIdSchema),
      vote: tieVoteSchema
        .pick({ votes: true, present: true, reasons: true, at: true })
        .extend({ by: z.string() })
        .optional(),
    }),
  ),
  /** The frozen ranking, or the plain one of the scores of now. */
  entries: z.array(frozenEntrySchema.pick({ caseId: true, rank: true, by: true })),
  frozen: z.object({ at: instantSchema, by: z.string(), hash: z.string(), round: z.number().int() }).optional(),
  /** The version that the next freeze has, or the one in force. */
  round: z.number().int(),
  /** A manager proposes that the version in force shall not count any more. */
  superseding: z
    .object({
      reason: z.string(),
      by: z.string(),
      at: instantSchema,
      own: z.boolean(),
      refusal: refusalSchema.optional(),
    })
    .optional(),
  /** Why the reader may not freeze although they manage the call. */
  refusal: refusalSchema.optional(),
});
export type RankingFreeze = z.infer<typeof rankingFreezeSchema>;

const shown = ({ caseId, rank, by }: FrozenEntry) => ({
  caseId,
  ...(rank === undefined ? {} : { rank }),
  ...(by === undefined ? {} : { by }),
});

/** The caller has checked who reads. @param mine the reader manages the call. */
export async function readRankingFreeze(
  deps: Deps,
  actor: PersonActor,
  call: Call,
  mine: boolean,
): Promise<RankingFreeze> {
  const about = { closes: call.closes, tieRule: call.tieRule ?? "vote" } as const;
  const round = call.frozen?.round ?? (call.superseded?.round ?? 0) + 1;
  if (call.mode === "rolling") return { ...about, round, state: "rolling", behind: [], ties: [], entries: [] };
  const [facts, snapshot] = await Promise.all([readFreeze(deps.store, call.callId), frozenOf(deps, call)]);
  const { entries, ties, equals } = plainRanking(facts, call, deps.digest);
  const names = await namesOfIds(deps.store, [
    ...facts.votes.map(({ by }) => by),
    ...(snapshot ? [snapshot.by] : []),
    ...(call.superseding ? [call.superseding.by] : []),
  ]);
  const listed = equals.map((caseIds) => {
    const vote = facts.votes.find(({ tieId }) => tieId === tieIdOf(caseIds, deps.digest));
    return { caseIds: [...caseIds], ...(vote === undefined ? {} : { vote: { ...vote, by: names[vote.by] ?? "" } }) };
  });
  const refusal = mine && isGateShut(call) ? await mayFreeze(deps, actor, call.callId) : undefined;
  return {
    ...about,
    round,
    state: stateOf(
      call,
      facts.behind.length,
      ties.length,
      entries.length,
      windowOf(call, deps.clock.now()) === "closed",
    ),
    behind: facts.behind.map(({ caseId, reference, status }) => ({ caseId, reference, status })),
    ties: listed,
    entries: (snapshot?.entries ?? entries).map(shown),
    ...(snapshot === undefined
      ? {}
      : { frozen: { at: snapshot.at, by: names[snapshot.by] ?? "", hash: snapshot.hash, round: snapshot.round } }),
    ...(await supersedingOf(deps, actor, call, names)),
    ...(refusal === undefined ? {} : { refusal }),
  };
}

/** What was proposed, and why the reader may not confirm it. */
async function supersedingOf(
  deps: Deps,
  actor: PersonActor,
  { callId, superseding }: Call,
  names: Record<string, string>,
): Promise<Pick<RankingFreeze, "superseding">> {
  if (superseding === undefined) return {};
  const { reason, by, at, round } = superseding;
  const refusal = await refusalOf(deps, actor, answerSuperseding, {
    callId,
    round,
    noInterest: true,
    outcome: "confirm",
  });
  return {
    superseding: {
      reason,
      by: names[by] ?? "",
      at,
      own: by === actor.personId,
      ...(refusal === undefined || refusal.code === "second-factor.stale" ? {} : { refusal }),
    },
  };
}

async function frozenOf(deps: Deps, { callId, frozen }: Call): Promise<FrozenRanking | undefined> {
  return frozen === undefined ? undefined : deps.store.get("frozenRanking", { callId, round: frozen.round });
}

async function mayFreeze(deps: Deps, actor: PersonActor, callId: CallId) {
  return refusalOf(deps, actor, freezeRanking, { callId, noInterest: true });
}

function stateOf(call: Call, behind: number, ties: number, cases: number, closed: boolean): RankingFreeze["state"] {
  if (call.frozen !== undefined) return "frozen";
  if (!closed) return "not-closed";
  if (behind > 0) return "cases-open";
  if (cases === 0) return "nothing";
  return ties > 0 ? "ties-open" : "ready";
}
