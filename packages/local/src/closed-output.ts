/** The only place that says what happens when whoever read the output of this process has gone (`npm start | head -1`). */
import type { EventEmitter } from "node:events";

/** What a shell reports of a program that SIGPIPE ended. */
const endedByClosedPipe = 141;

/**
 * A server goes on without readers: what it says is a convenience. Any other command ends quietly, as its output was all
 * that was wanted of it. Other errors of the stream are faults.
 */
export function outliveReaders(
  streams: readonly EventEmitter[],
  isServer: boolean,
  exit: (code: number) => void = process.exit,
): void {
  for (const stream of streams)
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      if (!isServer) exit(endedByClosedPipe);
    });
}
