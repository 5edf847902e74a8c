import { statfsSync } from "node:fs";
import { isDomainError } from "@multihelix/core/kernel/error.ts";

/** The only error that says why the product cannot start: one sentence for the person at the terminal. */
export class StartError extends Error {
  /** What the process exits with: 1 for a machine that lacks something, 2 for something asked wrongly. */
  readonly exitCode: number;

  constructor(sentence: string, exitCode = 1, options?: ErrorOptions) {
    super(sentence, options);
    this.name = "StartError";
    this.exitCode = exitCode;
  }
}

const full = /no space left|disk is full|disk full|ENOSPC|SQLITE_FULL/i;
const damaged = /not a valid SQLite database|file is not a database|malformed|corrupt/i;
/** Less room than this and nothing can be kept. */
const leastBytes = 1_000_000;

/** What went wrong at a start, as one sentence where it is the machine's or the data's fault; everything else as it is. */
export function startErrorOf(error: unknown, dataDir: string): unknown {
  if (error instanceof StartError) return error;
  const said = error instanceof Error ? error.message : String(error);
  const lost = isDomainError(error, "store.unavailable") || (error as { name?: string }).name === "InternalServerError";
  const sentence = sentenceOf(said, lost, dataDir);
  return sentence === undefined ? error : new StartError(sentence, 1, { cause: error });
}

function sentenceOf(said: string, lost: boolean, dataDir: string): string | undefined {
  if (full.test(said) || (lost && isFull(dataDir)))
    return `The disk that holds ${dataDir} is full: make room and start again.`;
  const [damage] = damaged.exec(said) ?? [];
  if (damage !== undefined)
    return `The data in ${dataDir} is damaged (${damage}); it was left as it is: restore the folder from a backup.`;
  if (!lost) return undefined;
  return `The embedded store cannot read or write in ${dataDir}; if the folder is not read-only, its data is damaged: restore the folder from a backup.`;
}

function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < leastBytes;
}
