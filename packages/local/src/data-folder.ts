/** The only place that makes the data folder and sees to it that one process at a time works on it. */
import { chmodSync, mkdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StartError } from "./start-error.ts";

const SQLITE_BUSY = 5;
/** Below the data folder: what people sent. */
export const filesFolder = "files";

/** The folder for `path`, with the folders above it. @throws StartError where it cannot be made. */
export function makeDataFolder(path: string): string {
  const folder = resolve(path);
  try {
    make(folder);
    chmodSync(folder, 0o700);
  } catch (cause) {
    throw new StartError(`The data folder ${folder} cannot be made or written: ${reason(cause)}.`, 1, { cause });
  }
  return folder;
}

/** One folder at a time: `recursive` never returns below a file system that answers "no such folder" to every attempt. */
function make(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  if (found !== undefined) throw new Error(`${folder} is a file`);
  make(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/**
 * Make `dataDir` (mode 0700) and claim it for this process.
 *
 * @returns what gives the folder free again; the end of the process, however it comes, does so too.
 * @throws StartError when the folder cannot be written or another process has claimed it.
 */
export function claimDataFolder(dataDir: string): () => void {
  makeDataFolder(dataDir);
  // A lock of the operating system, held through SQLite: unlike a file with a process id, kill -9 releases it.
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(dataDir, "lock.sqlite"));
    lock.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; PRAGMA user_version = 1; COMMIT");
  } catch (cause) {
    lock?.close();
    throw new StartError(refusal(dataDir, cause), 1, { cause });
  }
  const held = lock;
  return () => {
    if (held.isOpen) held.close();
  };
}

function refusal(dataDir: string, cause: unknown): string {
  return (cause as { errcode?: number }).errcode === SQLITE_BUSY
    ? `Another MultiHelix is already running on the data folder ${dataDir}; stop it or choose another folder with --data.`
    : `The data folder ${dataDir} cannot be written: ${reason(cause)}.`;
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
