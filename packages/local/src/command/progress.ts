/** The only place that shows how far a long command has come: nothing for two seconds, then a line on stderr. */

const QUIET_MS = 2_000;
const BETWEEN_MS = 500;

export interface Progress {
  /** @param part done, from 0 to 1 */
  at(part: number): void;
  end(): void;
}

/** Rewrites one line on a terminal; elsewhere a line for every ten percent. */
export function progressLine(what: string, now: () => number = () => performance.now()): Progress {
  const began = now();
  const live = process.stderr.isTTY === true;
  let shownAt = Number.NEGATIVE_INFINITY;
  let shownPart = -1;
  return {
    at(part) {
      const time = now();
      if (time - began < QUIET_MS || time - shownAt < BETWEEN_MS) return;
      if (!live && part < shownPart + 0.1) return;
      shownAt = time;
      shownPart = part;
      const text = `${what}: ${Math.floor(part * 100)} %, ${((time - began) / 1000).toFixed(0)} s`;
      process.stderr.write(live ? `\r${text} ` : `${text}\n`);
    },
    end() {
      if (live && shownPart >= 0) process.stderr.write("\r\u001b[K");
    },
  };
}
