// The only clock of the engine's tests: time stands still until a test moves it, so months pass in milliseconds.
import type { EngineClock } from "@multihelix/engine/clock.ts";

export interface ManualClock extends EngineClock {
  /** Move on to an instant, firing each timer at its own instant; `settle` is awaited after each. */
  advanceTo(at: number, settle: () => Promise<void>): Promise<void>;
  /** Somebody sets the clock: only then do the timers that this made due fire, all at the new instant. */
  jumpTo(at: number): void;
  readonly pending: number;
}

export function manualClock(start: number): ManualClock {
  let now = start;
  const timers = new Map<object, { at: number; fire: () => void }>();

  const fireNext = (until: number): boolean => {
    const [next] = [...timers].filter(([, timer]) => timer.at <= until).sort(([, a], [, b]) => a.at - b.at);
    if (!next) return false;
    const [key, timer] = next;
    timers.delete(key);
    now = Math.max(now, timer.at);
    timer.fire();
    return true;
  };

  return {
    now: () => now,
    setTimer(at, fire) {
      const key = {};
      timers.set(key, { at, fire });
      return { cancel: () => timers.delete(key) };
    },
    async advanceTo(at, settle) {
      await settle();
      while (fireNext(at)) await settle();
      now = at;
    },
    jumpTo(at) {
      now = at;
      const due = [...timers].filter(([, timer]) => timer.at <= at);
      for (const [key, timer] of due) {
        timers.delete(key);
        timer.fire();
      }
    },
    get pending() {
      return timers.size;
    },
  };
}
