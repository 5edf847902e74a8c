/** The machine's clock, and a clock that tests and demonstrations may move. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Instant } from "@multihelix/core/kernel/instant.ts";
import type { Clock } from "@multihelix/core/port/deps.ts";

export const systemClock: Clock = {
  now: () => new Date().toISOString() as Instant,
  sleep: async (milliseconds) => void (await sleep(milliseconds)),
};

export interface MovableClock extends Clock {
  /** Jump by so many milliseconds, forwards or backwards. */
  move(milliseconds: number): void;
}

/** A clock that runs on from the machine's, shifted by what `move` adds up to. */
export function createMovableClock(): MovableClock {
  let shift = 0;
  return {
    now: () => new Date(Date.now() + shift).toISOString() as Instant,
    sleep: systemClock.sleep,
    move: (milliseconds) => {
      shift += milliseconds;
    },
  };
}
