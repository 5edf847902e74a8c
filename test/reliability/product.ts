/** The whole product inside the test's process: HTTP as its people use it, and the ports behind it for the test to look at. */
import { createMovableClock, type MovableClock } from "@multihelix/adapters/system/clock.ts";
import type { Deps, Log } from "@multihelix/core/port/deps.ts";
import { type Product, type ProductOptions, startProduct } from "@multihelix/local/product.ts";
import { afterAll } from "vitest";
import { isPending } from "../fixture/pending.ts";
import { silentLog } from "../fixture/store.ts";
import { type Client, createClient } from "../scenario/client.ts";
import { until, type World } from "../scenario/world.ts";
import { scratchFolder } from "./scratch.ts";

export interface Opened {
  readonly product: Product;
  readonly deps: Deps;
  readonly clock: MovableClock;
  readonly dataDir: string;
  readonly world: World;
  /** A client of a persona, signed in with a click; again after the session has ended. */
  as(persona: string): Promise<Client>;
  /** Everybody has been away: sessions end with time. */
  forget(): void;
  stop(): Promise<void>;
}

export interface Given extends Partial<Pick<ProductOptions, "around" | "onClient" | "clock" | "seed" | "port">> {
  dataDir?: string;
  log?: Log;
}

const running = new Set<Opened>();
afterAll(async () => {
  for (const one of [...running]) await one.stop();
});

/** Start the product with the demonstration on a folder of its own, or on the one given. */
export async function openProduct(given: Given = {}): Promise<Opened> {
  const {
    dataDir = await scratchFolder(),
    log = silentLog,
    clock = createMovableClock(),
    seed = "people",
    ...rest
  } = given;
  const product = await startProduct({ dataDir, port: 0, demo: true, seed, log, webRoot: "web/dist", clock, ...rest });
  const url = `http://127.0.0.1:${product.port}`;
  const world: World = {
    name: "embedded",
    url,
    origin: product.url,
    mails: async (to) => product.inbox.all().filter((mail) => mail.to === to),
  };
  const personas = new Map<string, Promise<Client>>();
  const as = (persona: string) => {
    const known = personas.get(persona) ?? enter(url, product.url, persona);
    personas.set(persona, known);
    return known;
  };
  let stopped = false;
  const opened: Opened = {
    product,
    deps: product.system.deps,
    clock,
    dataDir,
    world,
    as,
    forget: () => personas.clear(),
    async stop() {
      running.delete(opened);
      if (!stopped) await product.stop();
      stopped = true;
    },
  };
  running.add(opened);
  return opened;
}

/** A signed-in client of a persona of the demonstration. `through` stands between it and the product. */
export async function enter(
  url: string,
  origin: string,
  persona: string,
  through = (client: Client): Client => client,
): Promise<Client> {
  const client = through(createClient(url, origin));
  const answer = await client.post("/api/demo/session", { persona });
  if (answer.status !== 200) throw new Error(`${persona} cannot sign in: ${JSON.stringify(answer.body)}`);
  return client;
}

/** Wait until all that follows from the past has happened: no effect is left, and every execution waits for somebody. */
export async function settled({ deps, product }: Opened, seconds = 30): Promise<void> {
  await until(
    "effects to be done",
    async () => {
      deps.wake();
      if (await isPending(deps)) return undefined;
      await product.system.engine.idle();
      return (await isPending(deps)) ? undefined : true;
    },
    seconds,
  );
}
