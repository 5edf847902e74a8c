/** The only place for a turn: one event of one execution, worked out in memory and then committed once. */
import type { EngineRandom } from "../clock.ts";
import type { State } from "../definition/asl.ts";
import type { Machine } from "../definition/machine.ts";
import { byteSize, type Json, type JsonObject } from "../json.ts";
import { LARGEST_PAYLOAD_BYTES } from "../limit.ts";
import { StatesError, TOO_LARGE } from "../states-error.ts";
import type { Execution, Frame, HistoryEvent, TokenRecord } from "./execution.ts";

export interface Turn {
  readonly now: number;
  readonly random: EngineRandom;
  readonly machine: Machine;
  readonly execution: Execution;
  readonly frames: Map<number, Frame>;
  readonly ready: Frame[];
  readonly events: HistoryEvent[];
  readonly changed: Set<number>;
  readonly removed: Set<number>;
  readonly openedTokens: TokenRecord[];
  readonly closedTokens: Set<string>;
}

export function newTurn(given: Pick<Turn, "now" | "random" | "machine" | "execution">, frames: Frame[] = []): Turn {
  return {
    ...given,
    frames: new Map(frames.map((frame) => [frame.id, frame])),
    ready: [],
    events: [],
    changed: new Set(),
    removed: new Set(),
    openedTokens: [],
    closedTokens: new Set(),
  };
}

/** Write a history event; `frame` is the thread it belongs to. */
export function record(turn: Turn, frame: Frame | undefined, type: string, details: JsonObject = {}): void {
  turn.execution.events += 1;
  const id = turn.execution.events;
  turn.events.push({ id, previous: frame?.lastEvent ?? id - 1, at: turn.now, type, details });
  if (frame) frame.lastEvent = id;
}

/** Set a frame on a state; it is run when its turn comes. */
export function enter(turn: Turn, frame: Frame, state: string, input: Json): void {
  turn.execution.visits += 1;
  turn.execution.transitions += 1;
  Object.assign(frame, { state, input, enteredAt: turn.now, visit: turn.execution.visits, attempt: 0, retries: [] });
  makeReady(turn, frame);
  record(turn, frame, `${stateOf(turn, frame).Type}StateEntered`, {
    stateEnteredEventDetails: { name: state, input: JSON.stringify(input) },
  });
}

export function makeReady(turn: Turn, frame: Frame): void {
  Object.assign(frame, { phase: "ready", due: null, call: null, map: null });
  turn.changed.add(frame.id);
  turn.ready.push(frame);
}

export function addFrame(turn: Turn, given: Pick<Frame, "parent" | "item" | "lastEvent">): Frame {
  turn.execution.frames += 1;
  const frame: Frame = {
    ...given,
    id: turn.execution.frames,
    state: "",
    enteredAt: turn.now,
    input: null,
    variables: {},
    visit: 0,
    attempt: 0,
    retries: [],
    phase: "ready",
    due: null,
    call: null,
    map: null,
  };
  turn.frames.set(frame.id, frame);
  turn.changed.add(frame.id);
  return frame;
}

/** End a frame with all below it, closing their tokens. */
export function removeFrame(turn: Turn, frame: Frame): void {
  removeChildren(turn, frame);
  closeToken(turn, frame);
  turn.frames.delete(frame.id);
  turn.changed.delete(frame.id);
  turn.removed.add(frame.id);
}

export function removeChildren(turn: Turn, frame: Frame): Frame[] {
  const children = [...turn.frames.values()].filter((other) => other.parent === frame.id);
  for (const child of children) removeFrame(turn, child);
  return children;
}

export function closeToken(turn: Turn, frame: Frame): void {
  if (frame.call?.token) turn.closedTokens.add(frame.call.token);
  frame.call = null;
}

/** @throws Error when the definition has no such state, which a checked definition cannot bring about. */
export function stateOf(turn: Turn, frame: Frame): State {
  const state = turn.machine.states.get(frame.state);
  if (!state) throw new Error(`the definition has no state ${frame.state}`);
  return state;
}

/** Count a payload and hold it to the service's limit. @throws StatesError States.DataLimitExceeded */
export function weigh(turn: Turn, payload: Json, what: string): void {
  const size = byteSize(payload);
  if (size > LARGEST_PAYLOAD_BYTES) {
    throw new StatesError(TOO_LARGE, `${what} is larger than ${LARGEST_PAYLOAD_BYTES} bytes`);
  }
  turn.execution.largestPayloadBytes = Math.max(turn.execution.largestPayloadBytes, size);
}
