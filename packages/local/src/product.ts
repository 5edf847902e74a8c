/** The product on one machine: system, API and web on one loopback port. */
import { mkdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { type ServerType, serve } from "@hono/node-server";
import { createSmtpMailer } from "@multihelix/adapters/smtp/mailer.ts";
import { totp } from "@multihelix/adapters/system/totp.ts";
import { createApi } from "@multihelix/api/app.ts";
import { mailerAt } from "@multihelix/core/letter/site.ts";
import type { Log } from "@multihelix/core/port/deps.ts";
import { demoRoutes, type Persona } from "./demo.ts";
import { createInbox, type Inbox } from "./inbox.ts";
import { demoPersonas, seedDemo } from "./seed/seed-demo.ts";
import { StartError } from "./start-error.ts";
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
  const dataDir = resolve(options.dataDir);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new StartError(`The data folder ${dataDir} cannot be made: ${(cause as Error).message}.`, 1, { cause });
  }
  const inbox = createInbox(dataDir, () => new Date().toISOString());
  // The port may be any free one: letters learn the address when the first of them is sent.
  const site = { origin: options.origin ?? "" };
  const mailer = mailerAt(
    () => site.origin,
    options.smtp === undefined ? inbox.mailer : createSmtpMailer(options.smtp),
  );
  const system = await startSystem({
    dataDir,
    log: options.log,
    mailer,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    ...(options.around === undefined ? {} : { around: options.around }),
    ...(options.onClient === undefined ? {} : { onClient: options.onClient }),
  });
  try {
    if (options.demo && options.seed) await seedDemo(system.deps);
    const product = await listen(options, system, inbox);
    site.origin = product.url;
    return product;
  } catch (error) {
    await system.stop();
    throw error;
  }
}

async function listen(options: ProductOptions, system: System, inbox: Inbox): Promise<Product> {
  const personas = options.demo ? await demoPersonas(system.deps) : [];
  const origins: string[] = options.origin === undefined ? [] : [options.origin];
  const api = createApi(system.deps, {
    version,
    origins,
    secure: options.origin !== undefined,
    totp,
    addressOf: (_headers, socket) => socket ?? "127.0.0.1",
    health: system.health,
    ...(options.demo ? { extraRoutes: demoRoutes(personas, inbox) } : {}),
  });
  mountWeb(api, options.webRoot);
  const server = await open(api.fetch, options.port);
  const { port } = server.address() as AddressInfo;
  if (options.origin === undefined) origins.push(`http://localhost:${port}`, `http://127.0.0.1:${port}`);
  return {
    url: options.origin ?? `http://localhost:${port}`,
    port,
    system,
    inbox,
    personas,
    async stop() {
      await new Promise<void>((done) => {
        server.close(() => done());
        if ("closeIdleConnections" in server) server.closeIdleConnections();
        setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), 2_000).unref();
      });
      await system.stop();
    },
  };
}

function open(fetch: Parameters<typeof serve>[0]["fetch"], port: number): Promise<ServerType> {
  return new Promise((done, refuse) => {
    const server = serve({ fetch, port, hostname: "127.0.0.1" }, () => done(server));
    server.once("error", (error: NodeJS.ErrnoException) => {
      refuse(
        error.code === "EADDRINUSE"
          ? new StartError(`Port ${port} is in use. Stop what uses it, or choose another: npm start -- --port 8081.`)
          : error,
      );
    });
  });
}
