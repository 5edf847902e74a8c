/** The benchmark's end of a product that runs in another process, so that clients and product do not share a thread. */
import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Order } from "./served.ts";
import type { Plan, Snapshot } from "./snapshot.ts";

export interface ServedProduct {
  readonly url: string;
  settled(): Promise<void>;
  snapshot(caseId: string): Promise<Snapshot>;
  /** Create the cases of these numbers; gives how many items that were. */
  fill(snapshots: readonly Snapshot[], from: number, to: number, plan: Plan): Promise<number>;
  /** Processor time of the product's process so far, in milliseconds. */
  processorMilliseconds(): Promise<number>;
  stop(): Promise<void>;
}

export async function startServedProduct(folder: string): Promise<ServedProduct> {
  const child = fork(fileURLToPath(new URL("served.ts", import.meta.url)), [await mkdtemp(join(folder, "served-"))]);
  const { port } = await new Promise<{ port: number }>((ready, refuse) => {
    child.once("message", (message) => ready(message as { port: number }));
    child.once("exit", (code) => refuse(new Error(`the product ended with ${code}`)));
  });
  const ask = asking(child);
  return {
    url: `http://127.0.0.1:${port}`,
    settled: async () => void (await ask({ kind: "settle" })),
    snapshot: async (caseId) => (await ask({ kind: "snapshot", caseId })) as Snapshot,
    fill: async (snapshots, from, to, plan) =>
      (await ask({ kind: "fill", snapshots: [...snapshots], from, to, plan })) as number,
    async processorMilliseconds() {
      const { user, system } = (await ask({ kind: "processor" })) as NodeJS.CpuUsage;
      return (user + system) / 1000;
    },
    async stop() {
      const exit = new Promise((resolve) => child.once("exit", resolve));
      await ask({ kind: "stop" });
      await exit;
    },
  };
}

function asking(child: ChildProcess): (order: Order) => Promise<unknown> {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let asked = 0;
  child.on("message", (message) => {
    const { id, value, error } = message as { id: number; value?: unknown; error?: string };
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) one?.resolve(value);
    else one?.reject(new Error(error));
  });
  child.on("exit", (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the product ended with ${code}`));
  });
  return (order) =>
    new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject });
      child.send({ id: asked, order });
    });
}
