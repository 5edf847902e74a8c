/** The only place where the engine meets real time and chance; both are handed in, so a test can own them. */
import { randomBytes, randomInt } from "node:crypto";

export interface EngineTimer {
  cancel(): void;
}

export interface EngineClock {
  /** The present instant, in milliseconds since 1970 UTC. */
  now(): number;
  /** Call `fire` once, when `now()` has reached `at` (milliseconds since 1970 UTC); at once when it already has. */
  setTimer(at: number, fire: () => void): EngineTimer;
}

export interface EngineRandom {
  /** At least 0, below 1; for jitter. */
  number(): number;
  /** Unguessable bytes; for task tokens and names. */
  bytes(count: number): Uint8Array;
}

/**
 * A timer looks at the wall clock at least this often: setTimeout fires at once beyond 2³¹−1 ms, and counts on through
 * a clock that is set, or a machine that slept.
 */
const LONGEST_SLEEP_MS = 60_000;

export const systemClock: EngineClock = {
  now: () => Date.now(),
  setTimer(at, fire) {
    let sleep: NodeJS.Timeout;
    const arm = () => {
      const rest = Math.max(0, at - Date.now());
      sleep = setTimeout(() => (Date.now() >= at ? fire() : arm()), Math.min(rest, LONGEST_SLEEP_MS));
    };
    arm();
    return { cancel: () => clearTimeout(sleep) };
  },
};

export const systemRandom: EngineRandom = {
  number: () => randomInt(2 ** 47) / 2 ** 47,
  bytes: (count) => randomBytes(count),
};
