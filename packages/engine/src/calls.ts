/** The only place that invokes functions: what a committed turn left to be called, each try once per process. */

import type { Try } from "./run/event.ts";
import type { Frame } from "./run/execution.ts";

/**
 * Invoke a function by its name or ARN, as the definition wrote it, with the evaluated payload. The answer becomes the
 * task's result, or, with a task token, only says that the token has arrived. A rejection fails the try under the
 * error's `name`. `signal` is aborted when nobody waits for the answer any more.
 */
export type Invoke = (functionName: string, payload: unknown, signal: AbortSignal) => Promise<unknown>;

/** Told when a call has an answer, or failed; never told of an aborted one. Keeps trying until it is written down. */
export interface CallListener {
  answered(execution: string, of: Try, answer: unknown): Promise<void>;
  failed(execution: string, of: Try, error: unknown): Promise<void>;
}

interface InFlight {
  readonly controller: AbortController;
  readonly hasToken: boolean;
}

export interface Calls {
  /** Fire what these frames want called and is not yet under way; abort what they no longer wait for. */
  settle(execution: string, frames: Iterable<Frame>): void;
  abortAll(): void;
  drained(): Promise<void>;
  readonly busy: boolean;
}

export function calls(invoke: Invoke, listener: CallListener): Calls {
  const inFlight = new Map<string, Map<string, InFlight>>();
  const running = new Set<Promise<void>>();

  const start = (execution: string, frame: Frame, key: string, ofExecution: Map<string, InFlight>) => {
    const { call } = frame;
    if (!call) return;
    const controller = new AbortController();
    const of: Try = { frame: frame.id, visit: frame.visit, attempt: frame.attempt };
    ofExecution.set(key, { controller, hasToken: call.token !== null });
    const work = answerOf(invoke, call.functionName, call.payload, controller.signal)
      .then(async (how) => {
        if (controller.signal.aborted) return;
        if ("answer" in how) await listener.answered(execution, of, how.answer);
        else await listener.failed(execution, of, how.error);
      })
      .finally(() => {
        running.delete(work);
        ofExecution.delete(key);
        if (ofExecution.size === 0 && inFlight.get(execution) === ofExecution) inFlight.delete(execution);
      });
    running.add(work);
  };

  return {
    settle(execution, frames) {
      const ofExecution = inFlight.get(execution) ?? new Map<string, InFlight>();
      const wanted = new Map([...frames].filter(isCalling).map((frame) => [keyOf(frame), frame]));
      for (const [key, { controller, hasToken }] of ofExecution) {
        // The function of a token task may still be at work when its token is answered: that is no reason to end it.
        if (!wanted.has(key) && !hasToken) controller.abort();
      }
      for (const [key, frame] of wanted) if (!ofExecution.has(key)) start(execution, frame, key, ofExecution);
      if (ofExecution.size > 0) inFlight.set(execution, ofExecution);
    },
    abortAll() {
      for (const ofExecution of inFlight.values())
        for (const { controller } of ofExecution.values()) controller.abort();
    },
    async drained() {
      while (running.size > 0) await Promise.all(running);
    },
    get busy() {
      return running.size > 0;
    },
  };
}

async function answerOf(
  invoke: Invoke,
  functionName: string,
  payload: unknown,
  signal: AbortSignal,
): Promise<{ answer: unknown } | { error: unknown }> {
  try {
    return { answer: await invoke(functionName, structuredClone(payload), signal) };
  } catch (error) {
    return { error };
  }
}

function isCalling(frame: Frame): boolean {
  return frame.call !== null && !frame.call.delivered;
}

function keyOf(frame: Frame): string {
  return `${frame.id}/${frame.visit}/${frame.attempt}`;
}
