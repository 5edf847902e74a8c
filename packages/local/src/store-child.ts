/** The only place that knows the embedded store's binary: where it is, its flags, and how it says that it is ready. */
import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { StartError } from "./start-error.ts";

const READY_WITHIN_MS = 10_000;
const STOPPED_WITHIN_MS = 5_000;

/*
 * The shell turns itself into the store (exec, same pid) after leaving a watcher behind: it waits on a pipe held by us
 * and kills the store when the pipe closes, so that the store never outlives us, not even after kill -9.
 */
const TIED_TO_PARENT = '(read -r _ <&3; kill -KILL $$) >/dev/null 2>&1 & exec "$@" 3<&-';

export interface StoreChild {
  readonly pid: number;
  /** Resolves with a description of how it ended ("signal SIGKILL", "code 1: …"). */
  readonly ended: Promise<string>;
  /** End it: politely, and after five seconds by force. */
  stop(): Promise<void>;
}

/** Thrown when the port was taken by somebody else between choosing it and binding it. */
export class PortTakenError extends Error {}

/** @throws StartError naming the way out when this platform has no embedded store. */
export function findStoreBinary(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const binary = join(
      dirname(createRequire(import.meta.url).resolve(`@dynoxide/${platform}/package.json`)),
      "dynoxide",
    );
    accessSync(binary, constants.X_OK);
    return binary;
  } catch (cause) {
    throw new StartError(
      `There is no embedded store for ${platform} here; set DYNAMODB_ENDPOINT to a DynamoDB-compatible server (for example DynamoDB Local) and start again.`,
      1,
      { cause },
    );
  }
}

/**
 * Start the store on `file` and wait until it listens on 127.0.0.1:`port`.
 *
 * @param say receives each line the store prints after its greeting; what it says before is in the error, if it fails.
 * @throws PortTakenError, or Error with the store's own last words.
 */
export async function spawnStore(
  binary: string,
  file: string,
  port: number,
  say: (line: string) => void,
): Promise<StoreChild> {
  const command = [binary, "serve", "--host", "127.0.0.1", "--port", String(port), "--db-path", file];
  const child = spawn("/bin/sh", ["-c", TIED_TO_PARENT, "sh", ...command], {
    cwd: dirname(file),
    // A session of its own: Ctrl-C in the terminal must reach us first, so that requests under way can be finished.
    detached: true,
    env: {},
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  const words: string[] = [];
  const ended = endOf(child, words);
  await ready(child, ended, words, say);
  return { pid: child.pid as number, ended, stop: () => stop(child, ended) };
}

function endOf(child: ChildProcess, words: string[]): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    // Our end of the watcher's pipe: closed, so that the watcher ends with the store.
    child.once("exit", () => child.stdio[3]?.destroy());
    child.once("close", (code, signal) => {
      const last = words.at(-1);
      resolve(signal ? `signal ${signal}` : `code ${code}${last ? `: ${last}` : ""}`);
    });
  });
}

function ready(
  child: ChildProcess,
  ended: Promise<string>,
  words: string[],
  say: (line: string) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`it did not answer within ${READY_WITHIN_MS / 1000} seconds`));
    }, READY_WITHIN_MS);
    let greeted = false;
    createInterface({ input: child.stderr as Readable }).on("line", (line) => {
      // Its greeting, and not an answer on the port, proves that it is *our* store that listens there.
      if (line.startsWith("Dynoxide listening on ")) {
        clearTimeout(timer);
        greeted = true;
        resolve();
      } else if (line.trim() !== "") {
        words.push(line.replace(/^error: /, ""));
        if (words.length > 20) words.shift();
        if (greeted) say(line);
      }
    });
    ended.then((how) => {
      clearTimeout(timer);
      reject(how.includes("already in use") ? new PortTakenError(how) : new Error(how));
    }, reject);
  });
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOPPED_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}
