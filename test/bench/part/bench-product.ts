/** A product of a benchmark, in this process: the demonstration on an empty folder, its use of the store counted. */
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Store } from "@multihelix/core/port/store.ts";
import { createLog } from "@multihelix/local/log.ts";
import { type Product, startProduct } from "@multihelix/local/product.ts";
import { countUsage, type UsageCounter } from "./usage.ts";

export const webRoot = fileURLToPath(new URL("../../../web/dist", import.meta.url));

export interface BenchProduct {
  readonly product: Product;
  readonly counter: UsageCounter;
  readonly url: string;
  /** Resolves when no effect is due and no execution moves. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export async function startBenchProduct(folder: string): Promise<BenchProduct> {
  const seen: { counter?: UsageCounter; uncounted?: Store } = {};
  const product = await startProduct({
    dataDir: await mkdtemp(join(folder, "product-")),
    port: 0,
    demo: true,
    seed: "people",
    log: createLog((line) => process.stderr.write(`${line}\n`), true),
    webRoot,
    onClient(client) {
      seen.counter = countUsage(client);
    },
  });
  const { counter } = seen;
  if (counter === undefined) throw new Error("the store was made without a client");
  const { deps, engine } = product.system;
  return {
    product,
    counter,
    url: `http://127.0.0.1:${product.port}`,
    async settled() {
      // Effects that are being done are due at the end of their lease.
      const soon = () => new Date(Date.now() + 120_000).toISOString();
      for (let quiet = 0; quiet < 2; ) {
        await engine.idle();
        quiet = (await counter.apart(() => deps.store.dueEffects(soon(), 1))).length === 0 ? quiet + 1 : 0;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    stop: () => product.stop(),
  };
}
