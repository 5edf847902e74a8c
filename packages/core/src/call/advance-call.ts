/** Takes a call from state to state when its instants come or its cases are decided; a manager may archive it as soon as nothing is open. */
import * as z from "zod";
import type { EffectDraft } from "../effect/effect.ts";
import type { EventDraft } from "../event/event.ts";
import { requireRole, requireSystem } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type CallId, callIdSchema } from "../kernel/id.ts";
import { addDays, addMilliseconds, type Instant } from "../kernel/instant.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import type { Book } from "../ledger/book.ts";
import { parkOf } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import { isWindowOpen, readWindows, type WindowFacts } from "../redress/open-window.ts";
import type { Row } from "../row/row.ts";
import type { Call } from "./call.ts";
import { closedFrom, nextState, type Standing, standingOf } from "./call-state.ts";
import { freeReserves, readBooks } from "./redress-reserve.ts";

export interface CallFacts {
  readonly call: Call | undefined;
  readonly rows: readonly Pick<Row, "status">[];
  /** Read once the call is decided or about to be. */
  readonly refused: readonly WindowFacts[];
  /** What the paying parks still keep for redress. */
  readonly books: readonly Book[];
}

/** The effects that wake a published call at its opening and after its closing. */
export function wakesOf(call: Pick<Call, "callId" | "state" | "opens" | "closes">): EffectDraft[] {
  const wake = (what: string, at: Instant, dueAt: Instant): EffectDraft => ({
    body: { kind: "advance-call", callId: call.callId, wake: `${what}:${at}` },
    dueAt,
  });
  return [
    ...(call.state === "scheduled" ? [wake("opens", call.opens, call.opens)] : []),
    wake("closes", call.closes, addMilliseconds(closedFrom(call), 1)),
  ];
}

export async function readCallFacts(reader: Reader, callId: CallId): Promise<CallFacts> {
  const call = await reader.get("call", { callId });
  if (call === undefined) return { call, rows: [], refused: [], books: [] };
  const rows = await reader.list("row", { parkId: call.leadPark, callId });
  // Letters are many: they are looked at when nothing else keeps the call from its end.
  if (standingOf(statusesOf(rows), 0).undecided > 0) return { call, rows, refused: [], books: [] };
  const refused = await Promise.all(rows.map(({ caseId }) => readWindows(reader, call, caseId)));
  return { call, rows, refused: refused.flat(), books: await readBooks(reader, call) };
}

const statusesOf = (rows: readonly Pick<Row, "status">[]) => rows.map(({ status }) => status);

/** Every kind of decision counts whose 30 days are not over, whose letter has not provably arrived, or whose redress waits for its answer. */
function standing({ rows, refused }: CallFacts, call: Call, moment: Pick<Moment, "now" | "network">): Standing {
  const { zone } = parkOf(moment.network, call.leadPark);
  const open = refused.filter((window) => isWindowOpen(window, zone, moment.now));
  return standingOf(statusesOf(rows), open.length);
}

/** All steps that are due now, in order. */
function steps(facts: CallFacts, call: Call, moment: Pick<Moment, "now" | "network">): Call["state"][] {
  const found: Call["state"][] = [];
  const at = standing(facts, call, moment);
  for (let state = call.state; ; ) {
    const next = nextState({ ...call, state }, at, moment.now);
    if (next === undefined) return found;
    found.push(next);
    state = next;
  }
}

function advanced(
  call: Call,
  states: readonly Call["state"][],
  books: readonly Book[],
): Pick<Decision<unknown>, "changes" | "events" | "postings"> {
  const last = states.at(-1);
  if (last === undefined) return { changes: [] };
  const events = states.map(
    (to, at): EventDraft => ({
      stream: `call:${call.callId}`,
      type: `call.${to}`,
      from: at === 0 ? call.state : (states[at - 1] ?? call.state),
      to,
    }),
  );
  return {
    changes: [{ op: "replace", name: "call", value: { ...call, state: last } }],
    postings: last === "archived" ? freeReserves(call, books) : [],
    events,
  };
}

/**
 * By the clock, or because a case was decided. From its closing on a call is looked at once a day until it is archived:
 * when a redress window closes depends on when a letter was opened.
 */
export const advanceCall = verb({
  name: "call.advance",
  input: z.object({ callId: callIdSchema, wake: z.string() }),
  read: (reader, { callId }) => readCallFacts(reader, callId),
  decide(facts: CallFacts, actor, { wake }, moment): Decision<{ state: string }> {
    requireSystem(actor);
    const { call } = facts;
    if (call === undefined || call.state === "draft") return { changes: [], result: { state: call?.state ?? "none" } };
    const states = steps(facts, call, moment);
    const state = states.at(-1) ?? call.state;
    // One chain only: a closing that an amendment moved wakes the call in vain.
    const daily = wake === `closes:${call.closes}` || wake.startsWith("day:");
    const next = addDays(moment.now, 1);
    const again = daily && state !== "archived" && state !== "scheduled" && state !== "open";
    return {
      ...advanced(call, states, facts.books),
      effects: again
        ? [{ body: { kind: "advance-call", callId: call.callId, wake: `day:${next.slice(0, 10)}` }, dueAt: next }]
        : [],
      result: { state },
    };
  },
});

/** @throws conflict `call.not-over` with what is still open. */
export const archiveCall = verb({
  name: "call.archive",
  input: z.object({ callId: callIdSchema }),
  read: (reader, { callId }) => readCallFacts(reader, callId),
  decide(facts: CallFacts, actor, _input, moment): Decision<{ state: string }> {
    const { call } = facts;
    if (call === undefined) throw new DomainError("not_found", "call.not-found");
    requireRole(actor, "manager", call.leadPark, moment.now);
    if (call.state === "archived") return { changes: [], result: { state: call.state } };
    const states = steps(facts, call, moment);
    if (states.at(-1) !== "archived") {
      const { undecided, windows } = standing(facts, call, moment);
      throw new DomainError("conflict", "call.not-over", { state: states.at(-1) ?? call.state, undecided, windows });
    }
    return { ...advanced(call, states, facts.books), result: { state: "archived" } };
  },
});
