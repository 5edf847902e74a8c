/** The product as browser tests meet it: the present pages and a demonstration of its own, in this process. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createLog } from "@multihelix/local/log.ts";
import { type Product, type ProductOptions, startProduct } from "@multihelix/local/product.ts";
import { ensureWebBuilt } from "../../packages/local/bin/build-web.mjs";

const dist = fileURLToPath(new URL("../../web/dist", import.meta.url));

/** Starts a seeded demonstration on a free port; `stop` also removes its folder. */
export async function startDemo(options: Partial<ProductOptions> = {}): Promise<Product> {
  await ensureWebBuilt();
  const folder = mkdtempSync(join(tmpdir(), "multihelix-browser-"));
  // A copy: whoever builds the pages while the tests run takes none away from them.
  cpSync(dist, join(folder, "web"), { recursive: true });
  const product = await startProduct({
    dataDir: join(folder, "data"),
    webRoot: join(folder, "web"),
    port: 0,
    demo: true,
    seed: "people",
    log: createLog((line) => process.stderr.write(`${line}\n`), true),
    ...options,
  });
  return {
    ...product,
    async stop() {
      await product.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
