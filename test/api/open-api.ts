/** The product inside a test's process, for the tests of its API: clock in hand, people by persona, every answer held against the document. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { MovableClock } from "@multihelix/adapters/system/clock.ts";
import type { Instant } from "@multihelix/core/kernel/instant.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { type Product, startProduct } from "@multihelix/local/product.ts";
import { demoPeople } from "@multihelix/local/seed/seed-steps.ts";
import { afterAll, expect } from "vitest";
import { dayOf } from "../day.ts";
import { isPending } from "../fixture/pending.ts";
import { silentLog } from "../fixture/store.ts";
import { createClient } from "../scenario/client.ts";
import { createStory, newCast, type Story } from "../scenario/story.ts";
import { until } from "../scenario/world.ts";
import { type Caller, createCaller } from "./caller.ts";
import { type ApiDocument, checkAgainst, type DocumentCheck } from "./document-check.ts";

export interface OpenApi {
  readonly product: Product;
  readonly deps: Deps;
  readonly clock: MovableClock;
  readonly url: string;
  readonly documented: DocumentCheck;
  /** Nobody yet: a browser of its own. */
  visitor(): Caller;
  /** A persona, signed in with a click; the same caller each time. */
  as(persona: string): Promise<Caller>;
  /** Personas sign in anew when they are next asked for: their sessions may have ended while the clock was moved. */
  signOut(): void;
  /** Somebody whom the product does not know, signed in by mail. */
  newcomer(email: string): Promise<Caller>;
  /** Signs the caller in by mail as its person does. */
  signInByMail(caller: Caller, email: string): Promise<void>;
  /** A story whose people sign in with a click. */
  story(): Story;
  /** Wait until all that follows from the past has happened. */
  settled(): Promise<void>;
}

/** Start the demonstration for one test file; it is stopped, and its answers judged, when the file is done. */
export async function openApi(): Promise<OpenApi> {
  const dataDir = await mkdtemp(join(tmpdir(), "multihelix-api-"));
  const clock = createStandingClock();
  const options = { dataDir, port: 0, demo: true, seed: "people" as const, log: silentLog, webRoot: "web/dist", clock };
  const product = await startProduct(options);
  const url = `http://127.0.0.1:${product.port}`;
  const { deps } = product.system;
  const document = (await (await fetch(`${url}/api/openapi.json`)).json()) as ApiDocument;
  const documented = checkAgainst(document);
  afterAll(async () => {
    await product.stop();
    await rm(dataDir, { recursive: true, force: true });
    expect([...new Set(documented.strays)]).toEqual([]);
  });
  const visitor = () => createCaller(url, product.url, documented.look);
  const personas = new Map<string, Promise<Caller>>();
  async function signInByMail(caller: Caller, email: string): Promise<void> {
    const mails = () => product.inbox.all().filter(({ to, text }) => to === email && /\b\d{8}\b/.test(text));
    const before = mails().length;
    expect((await caller.post("/api/session/code", { email })).status).toBe(202);
    const mail = await until(`a code for ${email}`, async () => mails()[before]);
    const code = /\b(\d{8})\b/.exec(mail.text)?.[1];
    expect((await caller.post("/api/session/verify", { code })).status).toBe(200);
  }
  return {
    product,
    deps,
    clock,
    url,
    documented,
    visitor,
    signInByMail,
    as(persona) {
      const known = personas.get(persona) ?? enter(visitor(), persona);
      personas.set(persona, known);
      return known;
    },
    signOut: () => personas.clear(),
    async newcomer(email) {
      const caller = visitor();
      await signInByMail(caller, email);
      return caller;
    },
    story() {
      const world = { name: "embedded", url, origin: product.url, mails: async () => [] };
      const personaOf = (email: string) => demoPeople.find((one) => one.email === email)?.persona ?? email;
      const cast = { ...newCast(), enter: (email: string) => click(url, product.url, personaOf(email)) };
      return createStory(world, () => undefined, cast);
    },
    async settled() {
      await until("effects to be done", async () => {
        deps.wake();
        return (await isPending(deps)) ? undefined : true;
      });
    },
  };
}

/** A clock that stands still until it is moved, at first at ten of the day that it is for a story: what differs between two answers, or two runs, is not the hour. */
function createStandingClock(): MovableClock {
  let now = Date.parse(`${dayOf(Date.now())}T10:00:00Z`);
  return {
    now: () => new Date(now).toISOString() as Instant,
    sleep: async (milliseconds) => void (await delay(milliseconds)),
    move: (milliseconds) => {
      now += milliseconds;
    },
  };
}

async function enter(caller: Caller, persona: string): Promise<Caller> {
  const answer = await caller.post("/api/demo/session", { persona });
  if (answer.status !== 200) throw new Error(`${persona} cannot sign in: ${answer.text}`);
  return caller;
}

async function click(url: string, origin: string, persona: string) {
  const client = createClient(url, origin);
  const answer = await client.post("/api/demo/session", { persona });
  if (answer.status !== 200) throw new Error(`${persona} cannot sign in: ${JSON.stringify(answer.body)}`);
  return client;
}
