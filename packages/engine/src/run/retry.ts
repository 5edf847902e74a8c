/** The only place that decides whether a failed state is tried again, and after how long. */
import type { EngineRandom } from "../clock.ts";
import type { Catcher, Retrier } from "../definition/asl.ts";
import { answersTo } from "../states-error.ts";

const DEFAULT_INTERVAL_SECONDS = 1;
const DEFAULT_MAX_ATTEMPTS = 3;
const DEFAULT_BACKOFF_RATE = 2;

export interface NextTry {
  /** Which Retrier answered; its count goes up by one. */
  readonly retrier: number;
  readonly delayMs: number;
}

/**
 * The first Retrier that names the error decides alone: when its attempts are used up, later ones are not asked.
 * Delay = IntervalSeconds × BackoffRate^(tries of this Retrier), at most MaxDelaySeconds; with JitterStrategy FULL a
 * random part of it. Source: ASL specification, "Retrying after error".
 *
 * @param used tries already made, per Retrier of this state entry.
 */
export function nextTry(
  retriers: readonly Retrier[],
  used: readonly number[],
  error: string,
  random: EngineRandom,
): NextTry | undefined {
  const index = retriers.findIndex((retrier) => answersTo(retrier.ErrorEquals, error));
  const retrier = retriers[index];
  if (!retrier) return undefined;
  const tries = used[index] ?? 0;
  if (tries >= (retrier.MaxAttempts ?? DEFAULT_MAX_ATTEMPTS)) return undefined;
  const interval = retrier.IntervalSeconds ?? DEFAULT_INTERVAL_SECONDS;
  const grown = interval * (retrier.BackoffRate ?? DEFAULT_BACKOFF_RATE) ** tries;
  const seconds = Math.min(grown, retrier.MaxDelaySeconds ?? Number.MAX_SAFE_INTEGER / 1000);
  const share = retrier.JitterStrategy === "FULL" ? random.number() : 1;
  return { retrier: index, delayMs: Math.round(seconds * share * 1000) };
}

export function catcherFor(catchers: readonly Catcher[], error: string): Catcher | undefined {
  return catchers.find((catcher) => answersTo(catcher.ErrorEquals, error));
}
