/** The only place that keeps the embedded store running: starts it, starts it again when it dies, and says which it is. */
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Log } from "@multihelix/core/port/deps.ts";
import { claimDataFolder } from "./data-folder.ts";
import { StartError, startErrorOf } from "./start-error.ts";
import { findStoreBinary, PortTakenError, type StoreChild, spawnStore } from "./store-child.ts";

export type StoreState = "up" | "down";

export interface StoreProcess {
  /** URL of the DynamoDB API; stays the same over restarts. */
  readonly endpoint: string;
  /** False when the store is somebody else's server (DYNAMODB_ENDPOINT). */
  readonly embedded: boolean;
  state(): StoreState;
  /** Be told of each change of state; returns what ends it. */
  onChange(listener: (state: StoreState) => void): () => void;
  /** Process id of the embedded store, while it is up. */
  pid(): number | undefined;
  /** End the store and give the data folder free. Safe to call twice. */
  stop(): Promise<void>;
}

export interface StoreProcessOptions {
  /** Folder of the data; made with mode 0700, claimed for this process until `stop`. */
  readonly dataDir: string;
  /** Loopback port; 0 or none: a free one. */
  readonly port?: number;
  readonly log: Log;
}

const FIRST_BACKOFF_MS = 50;
const LONGEST_BACKOFF_MS = 5_000;
/** Up for so long, a store counts as healthy again: the next restart waits the shortest time. */
const HEALTHY_AFTER_MS = 10_000;
const FREE_PORT_TRIES = 10;
/** What the store says when it is ended politely. */
const farewell = "Shutting down...";

/**
 * Start the store of one machine, or use the one that DYNAMODB_ENDPOINT names.
 *
 * @throws StartError when neither is there, the port is taken, or the folder cannot be used.
 */
export async function startStoreProcess({ dataDir, port = 0, log }: StoreProcessOptions): Promise<StoreProcess> {
  const elsewhere = process.env.DYNAMODB_ENDPOINT;
  const folder = resolve(dataDir);
  const release = claimDataFolder(folder);
  try {
    if (elsewhere) return await useStoreElsewhere(elsewhere, release);
    const binary = findStoreBinary();
    const start = (on: number) =>
      spawnStore(binary, join(folder, "store.sqlite"), on, (line) => {
        if (line === farewell) log.info("store.said", { line });
        else log.warn("store.said", { line });
      });
    const first = port === 0 ? await startOnFreePort(start) : { port, child: await start(port) };
    return supervise(first.child, first.port, () => start(first.port), log, release);
  } catch (cause) {
    release();
    const sentence = startErrorOf(cause, folder);
    if (sentence instanceof StartError) throw sentence;
    const what = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(`The embedded store did not start on ${folder}: ${what.replace(/\.+$/, "")}.`, 1, { cause });
  }
}

function supervise(
  first: StoreChild,
  port: number,
  start: () => Promise<StoreChild>,
  log: Log,
  release: () => void,
): StoreProcess {
  const listeners = new Set<(state: StoreState) => void>();
  const stopping = new AbortController();
  let child: StoreChild | undefined = first;

  const change = (next: StoreChild | undefined) => {
    child = next;
    for (const listener of listeners) listener(next ? "up" : "down");
  };

  const startAgain = async (backoff: number): Promise<StoreChild | undefined> => {
    for (let wait = backoff; !stopping.signal.aborted; wait = Math.min(wait * 2, LONGEST_BACKOFF_MS)) {
      await delay(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return undefined;
      try {
        return await start();
      } catch (error) {
        log.error("store.restart-failed", { port, waitMs: wait }, error);
      }
    }
    return undefined;
  };

  const watch = async () => {
    let backoff = FIRST_BACKOFF_MS;
    for (let current = child; current; current = child) {
      const since = Date.now();
      const how = await current.ended;
      if (stopping.signal.aborted) break;
      change(undefined);
      backoff = Date.now() - since >= HEALTHY_AFTER_MS ? FIRST_BACKOFF_MS : Math.min(backoff * 2, LONGEST_BACKOFF_MS);
      log.error("store.died", { how, port, waitMs: backoff });
      const next = await startAgain(backoff);
      if (!next) break;
      if (stopping.signal.aborted) await next.stop();
      else {
        change(next);
        log.info("store.restarted", { port, pid: next.pid });
      }
    }
  };
  const watched = watch();

  return {
    endpoint: `http://127.0.0.1:${port}`,
    embedded: true,
    state: () => (child ? "up" : "down"),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pid: () => child?.pid,
    stop: async () => {
      stopping.abort();
      await child?.stop();
      await watched;
      if (child) change(undefined);
      release();
    },
  };
}

async function startOnFreePort(
  start: (port: number) => Promise<StoreChild>,
): Promise<{ port: number; child: StoreChild }> {
  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    try {
      return { port, child: await start(port) };
    } catch (error) {
      // Between choosing and binding, another process may have taken it.
      if (!(error instanceof PortTakenError) || tries >= FREE_PORT_TRIES) throw error;
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolvePort(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function useStoreElsewhere(endpoint: string, release: () => void): Promise<StoreProcess> {
  try {
    await fetch(endpoint, { signal: AbortSignal.timeout(5_000) });
  } catch (cause) {
    throw new StartError(`The store that DYNAMODB_ENDPOINT names, ${endpoint}, does not answer.`, 1, { cause });
  }
  return {
    endpoint,
    embedded: false,
    state: () => "up",
    onChange: () => () => undefined,
    pid: () => undefined,
    stop: async () => release(),
  };
}
