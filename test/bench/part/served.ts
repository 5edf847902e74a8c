/** The product as a process of its own, driven by messages of the benchmark: serves, tells what it is asked, fills its store. */
import { createLog } from "@multihelix/local/log.ts";
import { startProduct } from "@multihelix/local/product.ts";
import { webRoot } from "./bench-product.ts";
import { callNumber, copyNumber, type Plan, type Snapshot, snapshotOf } from "./snapshot.ts";

export type Order =
  | { readonly kind: "settle" }
  | { readonly kind: "snapshot"; readonly caseId: string }
  | {
      readonly kind: "fill";
      readonly snapshots: Snapshot[];
      readonly from: number;
      readonly to: number;
      readonly plan: Plan;
    }
  | { readonly kind: "processor" }
  | { readonly kind: "stop" };

const [dataDir = ""] = process.argv.slice(2);
const log = createLog((line) => process.stderr.write(`${line}\n`), true);
const product = await startProduct({ dataDir, port: 0, demo: true, seed: "people", log, webRoot });
const { deps, engine } = product.system;

async function settle(): Promise<void> {
  // Effects that are being done are due at the end of their lease.
  const soon = () => new Date(Date.now() + 120_000).toISOString();
  for (let quiet = 0; quiet < 2; ) {
    await engine.idle();
    quiet = (await deps.store.dueEffects(soon(), 1)).length === 0 ? quiet + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Most items of one commit. */
const commitMost = 75;

async function fill({ snapshots, from, to, plan }: Extract<Order, { kind: "fill" }>): Promise<number> {
  const [told] = snapshots;
  if (told === undefined) throw new Error("there is nothing to copy");
  const call = await deps.store.get("call", { callId: told.callId });
  if (call === undefined) throw new Error(`${told.callId} is not there`);
  for (let number = Math.floor(from / plan.perCall); number < Math.ceil(to / plan.perCall); number++)
    await deps.store.commit([{ op: "put", name: "call", value: callNumber(call, number) }]);
  let next = from;
  let items = 0;
  const worker = async () => {
    while (next < to) {
      const changes = [];
      while (next < to && changes.length < commitMost) changes.push(...copyNumber(snapshots, next++, plan));
      for (let at = 0; at < changes.length; at += commitMost) {
        const outcome = await deps.store.commit(changes.slice(at, at + commitMost));
        if (!outcome.ok) throw new Error(`a copy was refused: ${JSON.stringify(outcome.refusals)}`);
      }
      items += changes.length;
    }
  };
  await Promise.all([worker(), worker()]);
  return items;
}

async function obey(order: Order): Promise<unknown> {
  switch (order.kind) {
    case "settle":
      return settle();
    case "snapshot":
      await settle();
      return snapshotOf(deps.store, order.caseId);
    case "fill":
      return fill(order);
    case "processor":
      return process.cpuUsage();
    case "stop":
      return product.stop();
  }
}

process.on("message", ({ id, order }: { id: number; order: Order }) => {
  void obey(order).then(
    (value) => {
      process.send?.({ id, value });
      if (order.kind === "stop") process.disconnect();
    },
    (error: unknown) => process.send?.({ id, error: String(error) }),
  );
});
process.send?.({ port: product.port, storePid: product.system.storePid() });
