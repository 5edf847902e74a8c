/** The two places where one story is told: the embedded system, and the deployment on the emulator. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDynamoClient } from "@multihelix/adapters/dynamo/client.ts";
import { createDynamoStore } from "@multihelix/adapters/dynamo/store.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { createLog } from "@multihelix/local/log.ts";
import { startProduct } from "@multihelix/local/product.ts";
import { type Cast, newCast } from "../scenario/story.ts";
import type { World } from "../scenario/world.ts";
import type { Deployment } from "./deployment.ts";
import { clientOptions } from "./deployment.ts";
import type { Emulator } from "./emulator.ts";
import { bringNearer } from "./time.ts";

export interface Place {
  readonly world: World;
  /** Who has signed in there. */
  readonly cast: Cast;
  /** What is stored there, for comparing. */
  readonly store: Store;
  close(): Promise<void>;
}

/** A fresh demonstration on this machine. */
export async function embeddedPlace(): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), "multihelix-cloud-"));
  const log = createLog((line) => process.stderr.write(`${line}\n`), true);
  const product = await startProduct({ dataDir, port: 0, demo: true, seed: "people", log, webRoot: "web/dist" });
  return {
    cast: newCast(),
    world: {
      name: "embedded",
      url: `http://127.0.0.1:${product.port}`,
      origin: product.url,
      mails: async (to) => product.inbox.all().filter((mail) => mail.to === to),
      passTime: async (milliseconds) => {
        product.system.clock.move(milliseconds);
        product.system.nudge();
      },
    },
    store: product.system.deps.store,
    close: async () => {
      await product.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The deployment: its mail is read from the emulator, its time passes in the table. */
export function cloudPlace(emulator: Emulator, deployment: Deployment): Place {
  const client = createDynamoClient(clientOptions(emulator));
  return {
    cast: newCast(),
    world: {
      name: "cloud",
      url: deployment.url,
      origin: deployment.origin,
      mails: async (to) =>
        (await emulator.mails())
          .filter((mail) => mail.to.includes(to))
          .map(({ subject, text }) => ({ to, subject, text })),
      passTime: async (milliseconds) => {
        await bringNearer(client, deployment.table, milliseconds);
        await deployment.invoke("sweep", {});
      },
    },
    store: createDynamoStore(client, deployment.table),
    close: async () => client.destroy(),
  };
}
