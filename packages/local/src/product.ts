/** The product on one machine: system, API and web on one loopback port. */
import { createSmtpMailer } from "@multihelix/adapters/smtp/mailer.ts";
import { totp } from "@multihelix/adapters/system/totp.ts";
import { createApi } from "@multihelix/api/app.ts";
import { mailerAt } from "@multihelix/core/letter/site.ts";
import type { Log } from "@multihelix/core/port/deps.ts";
import { makeDataFolder } from "./data-folder.ts";
import { demoRoutes, type Persona } from "./demo.ts";
import { type Door, openDoor } from "./door.ts";
import { createInbox, type Inbox } from "./inbox.ts";
import { demoPersonas, seedDemo } from "./seed/seed-demo.ts";
import { StartError, startErrorOf } from "./start-error.ts";
import { type System, type SystemOptions, startSystem } from "./system.ts";
import { version } from "./version.ts";
import { mountWeb } from "./web.ts";

export interface ProductOptions extends Pick<SystemOptions, "around" | "clock" | "onClient"> {
  dataDir: string;
  /** 0: any free port. */
  port: number;
  /** Demonstration: personas, recorded mail, seed on an empty folder. */
  demo: boolean;
  /** Seed the demo world when the folder is empty. */
  seed: boolean;
  log: Log;
  webRoot: string;
  /** Public origin behind a TLS proxy; demonstration mode is refused with it. */
  origin?: string;
  smtp?: { url: string; from: string };
}

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
  const door = await openDoor(options.port);
  try {
    return await furnish(options, dataDir, door);
  } catch (error) {
    await door.close();
    throw startErrorOf(error, dataDir);
  }
}

async function furnish(options: ProductOptions, dataDir: string, door: Door): Promise<Product> {
  const inbox = createInbox(dataDir, () => new Date().toISOString());
  const url = options.origin ?? `http://localhost:${door.port}`;
  const mailer = mailerAt(() => url, options.smtp === undefined ? inbox.mailer : createSmtpMailer(options.smtp));
  const system = await startSystem({
    dataDir,
    log: options.log,
    mailer,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    ...(options.around === undefined ? {} : { around: options.around }),
    ...(options.onClient === undefined ? {} : { onClient: options.onClient }),
  });
  try {
    if (!options.demo) await refuseDemonstration(system, dataDir);
    else if (options.seed) await seedDemo(system.deps);
    return await serveApi(options, url, system, inbox, door);
  } catch (error) {
    await system.stop();
    throw error;
  }
}

/** Personas have no second factor and addresses of their own: what they may do must not be within the public's reach. */
async function refuseDemonstration(system: System, dataDir: string): Promise<void> {
  if ((await demoPersonas(system.deps)).length === 0) return;
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
    addressOf: (_headers, socket) => socket ?? "127.0.0.1",
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
