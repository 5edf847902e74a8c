/** The composition root of one machine: embedded store and engine, the ports over them, and the loops that carry work on. */
import { join } from "node:path";
import { SFNClient } from "@aws-sdk/client-sfn";
import { createDiskFiles } from "@multihelix/adapters/disk/file-store.ts";
import { createDynamoClient } from "@multihelix/adapters/dynamo/client.ts";
import { createDynamoStore } from "@multihelix/adapters/dynamo/store.ts";
import { ensureTable } from "@multihelix/adapters/dynamo/table.ts";
import { createSfnWorkflow } from "@multihelix/adapters/sfn/workflow.ts";
import { createMovableClock, type MovableClock } from "@multihelix/adapters/system/clock.ts";
import { createIds } from "@multihelix/adapters/system/ids.ts";
import { createInspector } from "@multihelix/adapters/system/inspector.ts";
import { createSecrets, sha256, systemRandom } from "@multihelix/adapters/system/secrets.ts";
import { createHttpTranslator } from "@multihelix/adapters/translation/http-translator.ts";
import { seekEnded } from "@multihelix/core/closing/seek-ended.ts";
import { seekUnasked } from "@multihelix/core/closing/seek-unasked.ts";
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { takeOverEffects } from "@multihelix/core/effect/take-over.ts";
import { checkNightly } from "@multihelix/core/ledger/check-books.ts";
import { recordAllGiven } from "@multihelix/core/ledger/given.ts";
import { createNetworkSource } from "@multihelix/core/network/network-source.ts";
import type { Deps, Log } from "@multihelix/core/port/deps.ts";
import type { Mailer } from "@multihelix/core/port/mailer.ts";
import { sweep } from "@multihelix/core/task/sweep.ts";
import { createEngine, type Engine } from "@multihelix/engine/engine.ts";
import { serveEngine } from "@multihelix/engine/server.ts";
import { taskFunction } from "@multihelix/workflow/asl.ts";
import { definitions } from "@multihelix/workflow/definition.ts";
import { answerState } from "@multihelix/workflow/refusal.ts";
import { filesFolder } from "./data-folder.ts";
import { installationKey } from "./installation.ts";
import { startLoop } from "./loop.ts";
import { startErrorOf } from "./start-error.ts";
import { startStoreProcess } from "./store-process.ts";

const table = "multihelix";
const region = "eu-west-1";
/** The embedded servers check no credentials; the client insists on some. */
const nobody = { accessKeyId: "local", secretAccessKey: "local" };
const pauses = { effects: 1_000, sweep: 3_000, books: 600_000 };

export interface SystemOptions {
  dataDir: string;
  log: Log;
  mailer: Mailer;
  /** Program and words that look for harmful files; see `createInspector`. */
  scanner?: readonly [string, ...string[]];
  /** The key of a park's translation service, where it asks for one. */
  translationKey?: (parkId: string) => string | undefined;
  /** Tests and demonstrations move it; it starts at the machine's time. */
  clock?: MovableClock;
  /** Stands between the ports and everything above them: crash points of a demonstration, faults and counters of tests. */
  around?: (deps: Deps) => Deps;
  /** Done when everything is composed and before effects and deadlines are looked after: seeding, with time in its own hands. */
  prepare?: (system: Pick<System, "deps" | "clock" | "engine">) => Promise<void>;
  /** Told of the store's client before its first use: middleware of tests. */
  onClient?: (client: ReturnType<typeof createDynamoClient>) => void;
}

export interface System {
  deps: Deps;
  clock: MovableClock;
  engine: Engine;
  /** Process id of the embedded store, while it is up. */
  storePid(): number | undefined;
  health(): Promise<Record<string, "ok" | "down">>;
  /** Look at due effects and tasks now. */
  nudge(): void;
  /** Stop taking work, finish what runs, close files. */
  stop(): Promise<void>;
}

/** Start everything below the API. Throws StartError with one sentence when the machine lacks something; nothing stays open then. */
export async function startSystem(options: SystemOptions): Promise<System> {
  const opened: (() => unknown)[] = [];
  const close = async () => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    return await compose(options, opened, close);
  } catch (error) {
    await close();
    throw startErrorOf(error, options.dataDir);
  }
}

/** Each part tells `opened` how it is ended; they end in reverse. */
async function compose(options: SystemOptions, opened: (() => unknown)[], close: () => Promise<void>): Promise<System> {
  const { dataDir, log, mailer } = options;
  const clock = options.clock ?? createMovableClock();
  const store = await startStoreProcess({ dataDir, log });
  opened.push(store.stop);
  const { endpoint, embedded } = store;
  const client = createDynamoClient({ region, endpoint, credentials: nobody, embedded });
  opened.push(() => client.destroy());
  options.onClient?.(client);
  await ensureTable(client, table);
  const dynamo = createDynamoStore(client, table);
  const wakers = new Set<() => void>();
  const machines: Record<string, string> = {};
  let deps: Deps | undefined;
  const engine = createEngine({
    databasePath: join(dataDir, "engine.sqlite"),
    invoke: async (_function, payload) => {
      if (deps === undefined) throw new Error("the engine called before the system was composed");
      return answerState(deps, payload);
    },
    log,
  });
  opened.push(engine.stop);
  const served = await serveEngine(engine, { host: "127.0.0.1", port: 0 });
  opened.push(served.close);
  const sfn = new SFNClient({ region, endpoint: served.url, credentials: nobody, maxAttempts: 3 });
  opened.push(() => sfn.destroy());
  const ports: Deps = {
    store: dynamo,
    mailer,
    workflow: createSfnWorkflow(sfn, machines),
    files: createDiskFiles(join(dataDir, filesFolder)),
    inspector: createInspector(options.scanner),
    translator: createHttpTranslator({ keyOf: async (parkId) => options.translationKey?.(parkId) }),
    network: createNetworkSource(dynamo, clock),
    clock,
    ids: createIds(clock),
    random: systemRandom,
    digest: sha256,
    secrets: createSecrets(installationKey(dataDir)),
    log,
    wake: () => {
      for (const waker of wakers) waker();
    },
  };
  const composed = options.around?.(ports) ?? ports;
  deps = composed;
  await engine.start();
  for (const [name, definition] of Object.entries(definitions))
    machines[name] = await ensureMachine(engine, name, definition);
  // The claimed data folder proves that no other driver lives.
  await takeOverEffects(composed);
  await options.prepare?.({ deps: composed, clock, engine });
  // A folder of an older product: its books get the totals that acts read.
  await recordAllGiven(composed);
  const effects = startLoop("effects", pauses.effects, async () => (await driveEffects(composed)).more, log);
  opened.push(effects.stop);
  const sweeping = startLoop("sweep", pauses.sweep, async () => (await sweep(composed)).more, log);
  opened.push(sweeping.stop);
  const nightly = startLoop("books", pauses.books, () => everyNight(composed), log);
  opened.push(nightly.stop);
  wakers.add(effects.nudge);
  return {
    deps: composed,
    clock,
    engine,
    storePid: store.pid,
    health: async () => ({ store: store.state() === "up" ? "ok" : "down", engine: "ok" }),
    nudge: () => {
      effects.nudge();
      sweeping.nudge();
    },
    stop: close,
  };
}

async function everyNight(deps: Deps): Promise<false> {
  if (await checkNightly(deps)) {
    await seekEnded(deps);
    await seekUnasked(deps);
  }
  return false;
}

/** The state machine of a workflow with today's definition; running executions keep theirs. */
async function ensureMachine(engine: Engine, name: string, definition: unknown): Promise<string> {
  const text = JSON.stringify(definition).replaceAll(taskFunction, "task");
  const there = (await engine.listStateMachines({})).stateMachines.find((machine) => machine.name === name);
  if (there === undefined)
    return (
      await engine.createStateMachine({ name, definition: text, roleArn: "arn:aws:iam::000000000000:role/local" })
    ).stateMachineArn;
  await engine.updateStateMachine({ stateMachineArn: there.stateMachineArn, definition: text });
  return there.stateMachineArn;
}
