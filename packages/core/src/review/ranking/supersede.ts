/** A frozen ranking that counts no more: what takes its place on the call, and the two managers who may say so. */
import * as z from "zod";
import type { Call } from "../../call/call.ts";
import { type Actor, type PersonActor, requireRole } from "../../kernel/actor.ts";
import { DomainError } from "../../kernel/error.ts";
import { callIdSchema } from "../../kernel/id.ts";
import { type Decision, type Moment, verb } from "../../kernel/verb.ts";
import { refuseTied } from "../../person/tie.ts";
import type { Reader } from "../../port/store.ts";
import { requireFresh } from "../../sign-in/step-up.ts";
import type { Superseded } from "./frozen.ts";
import { readScored, type ScoredCase } from "./panel-scores.ts";

/**
 * The version in force counts no more: the gate is shut in this very commit, and the effect brings every case that is not
 * told its decision back to it. The version stays readable. @param call its ranking is frozen.
 */
export function supersede(call: Call, why: Superseded, moment: Moment): Omit<Decision<unknown>, "result"> {
  const round = call.frozen?.round ?? 1;
  const value: Call = { ...call, frozen: undefined, superseding: undefined, superseded: { round, at: moment.now } };
  return {
    changes: [
      { op: "replace", name: "call", value },
      {
        op: "patch",
        name: "frozenRanking",
        key: { callId: call.callId, round },
        set: { superseded: why },
        when: { superseded: null },
      },
    ],
    events: [{ stream: `call:${call.callId}`, type: "ranking.superseded", facts: { round, ...why } }],
    effects: [{ body: { kind: "shut-gate", callId: call.callId, round } }],
  };
}

interface Facts {
  readonly call: Call | undefined;
  readonly scored: readonly ScoredCase[];
}

async function readFacts(reader: Reader, callId: Call["callId"]): Promise<Facts> {
  const call = await reader.get("call", { callId });
  return { call, scored: call?.mode === "deadline" ? await readScored(reader, call) : [] };
}

/** As for the freeze: a manager of the lead park without a HARD interest who reviewed no case of the call, with a fresh second factor. */
function requireManager({ call, scored }: Facts, actor: Actor, moment: Moment): { call: Call; person: PersonActor } {
  if (call === undefined) throw new DomainError("not_found", "call.not-found");
  const person = requireRole(actor, "manager", call.leadPark, moment.now);
  if (call.mode !== "deadline") throw new DomainError("conflict", "ranking.rolling");
  refuseTied(actor, moment.now);
  if (scored.some(({ given }) => given.some(({ personId }) => personId === person.personId)))
    throw new DomainError("forbidden", "duties.reviewer");
  requireFresh(person, moment.now);
  return { call, person };
}

const about = { callId: callIdSchema, round: z.number().int().min(1), noInterest: z.literal(true) };

/**
 * Proposed by one manager; nothing changes yet.
 * @throws conflict `ranking.other-version` where another version counts, `ranking.superseding` where it is proposed already,
 * `call.wrong-state` where every decision was told; forbidden `second-factor.stale`, `duties.reviewer`, `duties.interest`.
 */
export const proposeSuperseding = verb({
  name: "ranking.propose-superseding",
  input: z.object({ ...about, reason: z.string().trim().min(1).max(2000) }),
  read: (reader, { callId }) => readFacts(reader, callId),
  decide(facts: Facts, actor, { round, reason }, moment): Decision<{ round: number }> {
    const { call, person } = requireManager(facts, actor, moment);
    demandVersion(call, round);
    if (call.state !== "deciding")
      throw new DomainError("conflict", "call.wrong-state", { state: call.state, wanted: "deciding" });
    if (call.superseding?.by === person.personId && call.superseding.reason === reason)
      return { changes: [], result: { round } };
    if (call.superseding !== undefined) throw new DomainError("conflict", "ranking.superseding", { round });
    const superseding = { round, reason, by: person.personId, at: moment.now };
    return {
      changes: [{ op: "replace", name: "call", value: { ...call, superseding } }],
      events: [{ stream: `call:${call.callId}`, type: "ranking.superseding-proposed", facts: { round, reason } }],
      result: { round },
    };
  },
});

/**
 * Confirmed by another manager than the one who proposed it; refused by any, which takes it back where it is one's own.
 * @throws forbidden `duties.same-person`; conflict `ranking.not-superseding`; as `proposeSuperseding`.
 */
export const answerSuperseding = verb({
  name: "ranking.answer-superseding",
  input: z.object({ ...about, outcome: z.enum(["confirm", "refuse"]) }),
  read: (reader, { callId }) => readFacts(reader, callId),
  decide(facts: Facts, actor, { round, outcome }, moment): Decision<{ outcome: "superseded" | "refused" }> {
    const { call, person } = requireManager(facts, actor, moment);
    demandVersion(call, round);
    const asked = call.superseding;
    if (asked === undefined) throw new DomainError("conflict", "ranking.not-superseding", { round });
    if (outcome === "refuse")
      return {
        changes: [{ op: "replace", name: "call", value: { ...call, superseding: undefined } }],
        events: [{ stream: `call:${call.callId}`, type: "ranking.superseding-refused", facts: { round } }],
        result: { outcome: "refused" },
      };
    if (asked.by === person.personId)
      throw new DomainError("forbidden", "duties.same-person", { step: "ranking.supersede" });
    const { reason, by } = asked;
    const done = supersede(
      call,
      { cause: "managers", at: moment.now, reason, by, confirmedBy: person.personId },
      moment,
    );
    return { ...done, result: { outcome: "superseded" } };
  },
});

/** What one saw is what counts: another's act on the same version came first, or a conflict did. */
function demandVersion({ frozen, superseded }: Call, round: number): void {
  if (frozen?.round === round) return;
  throw new DomainError("conflict", "ranking.other-version", { round, ...(superseded ?? {}), now: frozen?.round });
}
