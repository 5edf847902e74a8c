/** Freezing the ranking of a deadline call: the gate before any proposal, and the vote of the panel that an exact tie asks for. */
import * as z from "zod";
import type { Call } from "../../call/call.ts";
import { windowOf } from "../../call/call-window.ts";
import { type Actor, type PersonActor, requireRole } from "../../kernel/actor.ts";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import { DomainError } from "../../kernel/error.ts";
import { type CallId, type CaseId, callIdSchema, caseIdSchema } from "../../kernel/id.ts";
import { type Decision, type Moment, verb } from "../../kernel/verb.ts";
import { refuseTied } from "../../person/tie.ts";
import type { Reader } from "../../port/store.ts";
import type { Row } from "../../row/row.ts";
import type { FrozenRanking, TieVote } from "./frozen.ts";
import { readScored, type ScoredCase, scoresText } from "./panel-scores.ts";
import { type PlainRanking, rankPlain, tieIdOf } from "./plain.ts";

export interface FreezeFacts {
  readonly call: Call | undefined;
  readonly scored: readonly ScoredCase[];
  readonly votes: readonly TieVote[];
  /** Cases of the call that are neither at the gate nor ended. */
  readonly behind: readonly Pick<Row, "caseId" | "reference" | "status">[];
}

export async function readFreeze(reader: Reader, callId: CallId): Promise<FreezeFacts> {
  const call = await reader.get("call", { callId });
  if (call === undefined) return { call, scored: [], votes: [], behind: [] };
  const [rows, scored, votes] = await Promise.all([
    reader.list("row", { parkId: call.leadPark, callId }),
    readScored(reader, call),
    reader.list("tieVote", { callId }),
  ]);
  const running = rows.filter(({ status }) => status === "in-review");
  const tasks = await Promise.all(running.map(({ caseId }) => reader.list("task", { caseId })));
  const waiting = new Set(
    running.flatMap(({ caseId }, at) =>
      tasks[at]?.some(({ kind, status }) => kind === "await-ranking" && status === "open") ? [caseId] : [],
    ),
  );
  const unfinished = ["screening", "more-information", "ineligible-proposed", "in-review"];
  const behind = rows.filter(({ caseId, status }) => unfinished.includes(status) && !waiting.has(caseId));
  return { call, scored, votes, behind };
}

/** The plain ranking of the scores of now. */
export function plainRanking(
  { scored, votes }: Pick<FreezeFacts, "scored" | "votes">,
  call: Call,
  digest: (text: string) => string,
): PlainRanking & { scores: string } {
  const scores = digest(scoresText(call.callId, scored));
  const list = scored.map(({ row, score, marks }) => ({
    caseId: row.caseId,
    reference: row.reference,
    mean: score.mean,
    marks,
  }));
  return { ...rankPlain(list, votes, call.tieRule ?? "vote", scores, digest), scores };
}

/** A manager of the lead park without a HARD interest who reviewed no case of the call; the call has closed and is not frozen. */
function requireRanker(facts: FreezeFacts, actor: Actor, moment: Moment): { call: Call; person: PersonActor } {
  const { call } = facts;
  if (call === undefined) throw new DomainError("not_found", "call.not-found");
  const person = requireRole(actor, "manager", call.leadPark, moment.now);
  if (call.mode !== "deadline") throw new DomainError("conflict", "ranking.rolling");
  refuseTied(actor, moment.now);
  if (facts.scored.some(({ given }) => given.some(({ personId }) => personId === person.personId)))
    throw new DomainError("forbidden", "duties.reviewer");
  return { call, person };
}

/**
 * @throws conflict `call.wrong-state` before the call has closed, `ranking.cases-open` with the cases whose reviews are not
 * over, `ranking.ties-open` with the cases that only a vote can part, `ranking.frozen` for another's second try.
 */
export const freezeRanking = verb({
  name: "ranking.freeze",
  input: z.object({ callId: callIdSchema, noInterest: z.literal(true) }),
  read: (reader, { callId }) => readFreeze(reader, callId),
  decide(facts: FreezeFacts, actor, _input, moment): Decision<{ hash: string }> {
    const { call, person } = requireRanker(facts, actor, moment);
    if (call.frozen?.by === person.personId) return { changes: [], result: { hash: call.frozen.hash } };
    if (call.frozen !== undefined) throw new DomainError("conflict", "ranking.frozen", { at: call.frozen.at });
    if (windowOf(call, moment.now) !== "closed")
      throw new DomainError("conflict", "call.wrong-state", { state: call.state, wanted: "closed" });
    if (facts.behind.length > 0) {
      const cases = facts.behind.map(({ caseId, reference, status }) => ({ caseId, reference, status }));
      throw new DomainError("conflict", "ranking.cases-open", { cases });
    }
    const { entries, ties, scores } = plainRanking(facts, call, moment.digest);
    if (entries.length === 0) throw new DomainError("conflict", "ranking.nothing-to-rank");
    if (ties.length > 0) throw new DomainError("conflict", "ranking.ties-open", { ties });
    const round = (call.superseded?.round ?? 0) + 1;
    const hash = moment.digest(canonicalJson([call.callId, round, entries, facts.votes, scores]));
    const snapshot: FrozenRanking = {
      callId: call.callId,
      round,
      at: moment.now,
      by: person.personId,
      hash,
      scores,
      entries: [...entries],
      version: 0,
    };
    const frozen = { round, hash, by: person.personId, at: moment.now };
    return {
      changes: [
        { op: "create", name: "frozenRanking", value: snapshot },
        { op: "replace", name: "call", value: { ...call, state: "deciding", frozen } },
      ],
      events: [
        {
          stream: `call:${call.callId}`,
          type: "ranking.frozen",
          from: call.state,
          to: "deciding",
          facts: { round, hash, cases: entries.length },
        },
      ],
      effects: [{ body: { kind: "open-gate", callId: call.callId, round } }],
      result: { hash },
    };
  },
});

export const voteTieInput = z.object({
  callId: callIdSchema,
  noInterest: z.literal(true),
  /** One line per tied case. */
  votes: z
    .array(z.object({ caseId: caseIdSchema, votes: z.number().int().min(0).max(99) }))
    .min(2)
    .max(50),
  present: z.number().int().min(1).max(99),
  reasons: z.string().trim().min(1).max(2000),
});

/**
 * Each member present has one vote. A vote may be recorded anew until the ranking is frozen.
 * @throws conflict `ranking.frozen`, `ranking.drawn`, `ranking.no-tie`, `ranking.vote-equal`; invalid `ranking.votes-too-many`.
 */
export const voteTie = verb({
  name: "ranking.vote",
  input: voteTieInput,
  read: (reader, { callId }) => readFreeze(reader, callId),
  decide(facts: FreezeFacts, actor, { votes, present, reasons }, moment): Decision<{ tieId: string }> {
    const { call, person } = requireRanker(facts, actor, moment);
    if (call.frozen !== undefined) throw new DomainError("conflict", "ranking.frozen", { at: call.frozen.at });
    if (call.tieRule === "draw") throw new DomainError("conflict", "ranking.drawn");
    const ids = votes.map(({ caseId }) => caseId).sort();
    const { equals } = plainRanking(facts, call, moment.digest);
    if (!equals.some((set) => isSame(set, ids))) throw new DomainError("conflict", "ranking.no-tie");
    if (votes.reduce((sum, one) => sum + one.votes, 0) > present)
      throw new DomainError("invalid", "ranking.votes-too-many", { present });
    if (new Set(votes.map((one) => one.votes)).size < votes.length)
      throw new DomainError("conflict", "ranking.vote-equal");
    const tieId = tieIdOf(ids, moment.digest);
    const before = facts.votes.find((one) => one.tieId === tieId);
    const value: TieVote = {
      callId: call.callId,
      tieId,
      votes,
      present,
      reasons,
      by: person.personId,
      at: moment.now,
      version: before?.version ?? 0,
    };
    return {
      changes: [
        { op: before === undefined ? "create" : "replace", name: "tieVote", value },
        // A freeze at the same moment has read other votes: one of the two is decided anew.
        { op: "patch", name: "call", key: { callId: call.callId }, set: {}, when: { version: call.version } },
      ],
      events: [{ stream: `call:${call.callId}`, type: "ranking.voted", facts: { tieId, votes, present, reasons } }],
      result: { tieId },
    };
  },
});

function isSame(set: readonly CaseId[], sorted: readonly CaseId[]): boolean {
  return set.length === sorted.length && set.every((caseId, at) => caseId === sorted[at]);
}
