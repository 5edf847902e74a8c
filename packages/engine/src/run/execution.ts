/** The only place for the shape of what is kept of an execution: itself, its frames, its events, its tokens. */
import type { Json, JsonObject } from "../json.ts";

export type ExecutionStatus = "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED";

export interface Execution {
  readonly arn: string;
  readonly machineArn: string;
  readonly name: string;
  /** Hash of the definition it started with, and keeps. */
  readonly definition: string;
  readonly input: Json;
  /** Milliseconds since 1970 UTC, as all instants here. */
  readonly startedAt: number;
  status: ExecutionStatus;
  output: Json | null;
  error: string | null;
  cause: string | null;
  stoppedAt: number | null;
  /** Last given numbers: of a state entry, of a frame, of a history event. */
  visits: number;
  frames: number;
  events: number;
  /** State entries and retries, as the service bills them. */
  transitions: number;
  largestPayloadBytes: number;
}

/**
 * `ready` to go on · `invoking` a function whose answer is the result · `waiting` for a task token · `retrying` after a
 * delay · `mapping` over items that have frames of their own.
 */
export type Phase = "ready" | "invoking" | "waiting" | "retrying" | "mapping";

/** A function to be invoked; kept until it has answered, so that a crash between commit and answer repeats it. */
export interface Call {
  readonly functionName: string;
  readonly payload: Json;
  readonly token: string | null;
  delivered: boolean;
}

export interface MapProgress {
  readonly items: Json[];
  readonly results: Json[];
  started: number;
  finished: number;
}

/** One thread of control: the execution itself (no parent) or one item of a Map. */
export interface Frame {
  readonly id: number;
  readonly parent: number | null;
  readonly item: { readonly index: number; readonly value: Json } | null;
  state: string;
  enteredAt: number;
  input: Json;
  /** Of this scope only; outer scopes are read through the parents. */
  variables: JsonObject;
  /** Together these guard against late answers: a new one for each entry, for each try within it. */
  visit: number;
  attempt: number;
  /** Tries used so far, per Retrier. */
  retries: number[];
  phase: Phase;
  /** When this frame goes on by itself: end of a delay, or time-out. */
  due: number | null;
  call: Call | null;
  map: MapProgress | null;
  lastEvent: number;
}

export interface HistoryEvent {
  readonly id: number;
  readonly previous: number;
  readonly at: number;
  readonly type: string;
  /** The `…EventDetails` member of the service's HistoryEvent, or nothing. */
  readonly details: JsonObject;
}

/** What a token stands for; kept after it is closed, since a used token is not an unknown one. */
export interface TokenRecord {
  readonly token: string;
  readonly execution: string;
  readonly frame: number;
  readonly visit: number;
  readonly attempt: number;
  readonly open: boolean;
}
