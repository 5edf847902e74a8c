/** The product on one machine: system, API and web on one loopback port. */
import { createSmtpMailer } from "@multihelix/adapters/smtp/mailer.ts";
import { createMovableClock } from "@multihelix/adapters/system/clock.ts";
import { totp } from "@multihelix/adapters/system/totp.ts";
import { createApi } from "@multihelix/api/app.ts";
import { mailerAt } from "@multihelix/core/letter/site.ts";
import type { Log } from "@multihelix/core/port/deps.ts";
import { Hono } from "hono";
import { clientAddress } from "./client-address.ts";
import { makeDataFolder } from "./data-folder.ts";
import { demoRoutes, type Persona } from "./demo.ts";
import { type Door, openDoor } from "./door.ts";
import { createInbox, type Inbox } from "./inbox.ts";
import { demoPersonas, seedDemo } from "./seed/seed-demo.ts";
import { seedWorld } from "./seed/seed-world.ts";
import { isUntouched, keepTold, takeTold } from "./seed/told-folder.ts";
import { StartError, startErrorOf } from "./start-error.ts";
import { type System, type SystemOptions, startSystem } from "./system.ts";
import { version } from "./version.ts";
import { mountWeb } from "./web.ts";

export interface ProductOptions
  extends Pick<SystemOptions, "around" | "clock" | "onClient" | "scanner" | "translationKey"> {
  dataDir: string;
  /** 0: any free port. */
  port: number;
  /** Demonstration: personas, recorded mail, seed on an empty folder. */
  demo: boolean;
  /** Seed the demonstration when the folder is empty: people and calls, or with the cases that they have behind them. */
  seed: false | "people" | "world";
  log: Log;
  /** Told what takes long, for whoever waits at a terminal. */
  say?: (sentence: string) => void;
  webRoot: string;
  /** Public origin behind a TLS proxy; demonstration mode is refused with it. */
  origin?: string;
  /** Header in which the TLS proxy writes the client's address; believed only when named. */
  proxyHeader?: string;
  smtp?: { url: string; from: string };
}

type Prepared = Pick<System, "deps" | "clock" | "engine">;

export interface Product {
  /** `http://localhost:8080`. */
  url: string;
  port: number;
  system: System;
  inbox: Inbox;
  personas: readonly Persona[];
  stop(): Promise<void>;
}

/** Start everything; resolves when the port answers. Throws StartError with one sentence. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  if (options.origin !== undefined && options.demo)
    throw new StartError("A public origin and demonstration mode exclude each other; add --production.", 2);
  if (!options.demo && options.smtp === undefined)
    throw new StartError(
      "Without demonstration mode, mail needs a server: set MULTIHELIX_SMTP and MULTIHELIX_MAIL_FROM.",
      2,
    );
  const dataDir = makeDataFolder(options.dataDir);
  // The port first: where it is taken, nothing is made.
  const pages = new Hono();
  mountWeb(pages, options.webRoot);
  const door = await openDoor(options.port, pages.fetch);
  try {
    return await furnish(options, dataDir, door);
  } catch (error) {
    await door.close();
    throw startErrorOf(error, dataDir);
  }
}

async function furnish(options: ProductOptions, dataDir: string, door: Door): Promise<Product> {
  if (options.demo && options.seed === "world" && isUntouched(dataDir)) await beginTold(options, dataDir);
  const clock = options.clock ?? createMovableClock();
  const inbox = createInbox(dataDir, clock.now);
  const url = options.origin ?? `http://localhost:${door.port}`;
  const mailer = mailerAt(() => url, options.smtp === undefined ? inbox.mailer : createSmtpMailer(options.smtp));
  const system = await startSystem({
    dataDir,
    log: options.log,
    mailer,
    clock,
    prepare: (prepared) => furnishDemonstration(options, prepared, dataDir),
    ...(options.scanner === undefined ? {} : { scanner: options.scanner }),
    ...(options.translationKey === undefined ? {} : { translationKey: options.translationKey }),
    ...(options.around === undefined ? {} : { around: options.around }),
    ...(options.onClient === undefined ? {} : { onClient: options.onClient }),
  });
  try {
    return await serveApi(options, url, system, inbox, door);
  } catch (error) {
    await system.stop();
    throw error;
  }
}

async function furnishDemonstration(
  { demo, seed }: ProductOptions,
  { deps, clock, engine }: Prepared,
  dataDir: string,
): Promise<void> {
  if (!demo) await refuseDemonstration({ deps }, dataDir);
  else if (seed === "world") await seedWorld({ deps, clock, idle: engine.idle });
  else if (seed) await seedDemo(deps);
}

/** A new folder gets the cases that were told before, or are told now; where they cannot be kept, they are told into it. */
async function beginTold({ log, say }: ProductOptions, dataDir: string): Promise<void> {
  const now = new Date();
  if (takeTold(dataDir, now)) return;
  say?.("Telling the cases of the demonstration (again after a week or a change) …");
  const tell = async (folder: string) => {
    const clock = createMovableClock();
    const mailer = mailerAt(() => "http://localhost:8080", createInbox(folder, clock.now).mailer);
    const prepare = ({ deps, engine }: Prepared) => seedWorld({ deps, clock, idle: engine.idle });
    const system = await startSystem({ dataDir: folder, log, mailer, clock, prepare });
    await system.stop();
  };
  if (await keepTold(tell, now)) takeTold(dataDir, now);
}

/** Personas have no second factor and addresses of their own: what they may do must not be within the public's reach. */
async function refuseDemonstration({ deps }: Pick<System, "deps">, dataDir: string): Promise<void> {
  if ((await demoPersonas(deps)).length === 0) return;
  throw new StartError(`${dataDir} holds the demonstration; --production needs a folder of its own.`, 2);
}

async function serveApi(
  options: ProductOptions,
  url: string,
  system: System,
  inbox: Inbox,
  door: Door,
): Promise<Product> {
  const personas = options.demo ? await demoPersonas(system.deps) : [];
  const { port } = door;
  const own = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  const api = createApi(system.deps, {
    version,
    origins: options.origin === undefined ? own : [options.origin],
    secure: options.origin !== undefined,
    totp,
    passkeys: async () => (await import("@multihelix/adapters/webauthn/passkey.ts")).passkeys,
    addressOf: (headers, socket) => clientAddress(headers, socket, options.proxyHeader),
    health: system.health,
    ...(options.demo ? { extraRoutes: demoRoutes(personas, inbox) } : {}),
  });
  mountWeb(api, options.webRoot);
  door.answer(api.fetch);
  return {
    url,
    port,
    system,
    inbox,
    personas,
    async stop() {
      await door.close();
      await system.stop();
    },
  };
}
