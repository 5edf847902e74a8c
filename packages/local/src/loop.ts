/** Runs a piece of background work again and again: at once when nudged, else after a pause; never twice at a time. */
import type { Log } from "@multihelix/core/port/deps.ts";

export interface Loop {
  nudge(): void;
  /** Ends after the round that is running. */
  stop(): Promise<void>;
}

/** `work` returns true when more waits. A failed round is logged and tried again after the pause. */
export function startLoop(name: string, pauseMilliseconds: number, work: () => Promise<boolean>, log: Log): Loop {
  let stopped = false;
  let nudged = true;
  let wakeUp: (() => void) | undefined;
  const running = (async () => {
    while (!stopped) {
      nudged = false;
      let more = false;
      try {
        more = await work();
      } catch (error) {
        log.warn(`${name}.round-failed`, {
          reason: (error as { code?: string; name?: string }).code ?? (error as Error).name,
        });
      }
      if (stopped || more || nudged) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMilliseconds);
        wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      wakeUp = undefined;
    }
  })();
  return {
    nudge() {
      nudged = true;
      wakeUp?.();
    },
    async stop() {
      stopped = true;
      wakeUp?.();
      await running;
    },
  };
}
