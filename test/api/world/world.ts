/** One of two worlds: the API over items that stand still, with a clock, ids and sessions that are the same in both. */
import { sha256 } from "@multihelix/adapters/system/secrets.ts";
import { createApi } from "@multihelix/api/app.ts";
import type { PersonId } from "@multihelix/core/kernel/id.ts";
import type { Instant } from "@multihelix/core/kernel/instant.ts";
import { createNetworkSource } from "@multihelix/core/network/network-source.ts";
import type { Deps, Secrets } from "@multihelix/core/port/deps.ts";
import { demoPersonId } from "@multihelix/local/seed/seed-steps.ts";
import { testDeps } from "../../fixture/deps.ts";
import { memoryStore, type Stored } from "./memory-store.ts";

export interface Question {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

export interface World {
  /** Everything of the answer that can be told from outside: status, headers in their order, and each byte. */
  ask(persona: string, question: Question): Promise<string>;
  readonly deps: Deps;
}

const origin = "http://localhost:8080";

/** Sealing that gives the same text twice: what differs between two answers is then what was sealed. */
const plainSecrets: Secrets = {
  sign: (purpose, text) => sha256(`${purpose}:${text}`),
  seal: (purpose, context, text) => Buffer.from(JSON.stringify([purpose, context, text])).toString("base64url"),
  open(purpose, context, sealed) {
    const [own, about, text] = JSON.parse(Buffer.from(sealed, "base64url").toString()) as string[];
    return own === purpose && about === context ? text : undefined;
  },
};

export function openWorld(items: readonly Stored[], now: Instant, personas: readonly string[]): World {
  const store = memoryStore([...items, ...personas.flatMap((persona) => sessionOf(persona, now))]);
  const standing = testDeps(store, { now, secrets: plainSecrets, ids: { ulid: () => "01K9Q000000000000000000000" } });
  const deps: Deps = { ...standing, network: createNetworkSource(store, standing.clock) };
  const api = createApi(deps, {
    version: "0",
    origins: [origin],
    secure: false,
    totp: { secret: () => "A", uri: () => "otpauth://a", stepOf: () => undefined },
    passkeys: () => Promise.reject(new Error("nobody uses a passkey here")),
    addressOf: () => "192.0.2.1",
    health: async () => ({}),
  });
  return {
    deps,
    async ask(persona, { method, path, body }) {
      const headers: Record<string, string> = {
        origin,
        cookie: `mh-ask=${"a".repeat(64)}; mh-session=${tokenOf(persona)}`,
        "idempotency-key": "two-worlds",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      };
      const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
      const reply = await api.request(path, init);
      const head = [...reply.headers].map(([name, value]) => `${name}: ${value}`);
      return [String(reply.status), ...head, "", await reply.text()].join("\n");
    },
  };
}

const tokenOf = (persona: string) => sha256(`token of ${persona}`);

/** Signed in with a click, second factor proved: nobody is refused for a reason that would hide another. */
function sessionOf(persona: string, now: Instant): Stored[] {
  const personId: PersonId = demoPersonId(persona);
  const tokenHash = sha256(tokenOf(persona));
  const until = new Date(Date.parse(now) + 3_600_000).toISOString() as Instant;
  const sessionId = "ses_01K9Q00000000000000000000A" as const;
  const expires = Math.floor(Date.parse(until) / 1000);
  const session = {
    tokenHash,
    sessionId,
    personId,
    createdAt: now,
    idleUntil: until,
    absoluteUntil: until,
    via: "demo" as const,
    expires,
    version: 0,
  };
  const ref = { personId, sessionId, tokenHash, createdAt: now, expires, version: 0 };
  return [
    { name: "session", value: session },
    { name: "sessionRef", value: ref },
  ];
}
