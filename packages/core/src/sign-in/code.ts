/** Sign-in by a code sent to an address: the same answer and the same work for every address. */
import { commitPatiently } from "../kernel/commit.ts";
import { DomainError } from "../kernel/error.ts";
import type { PersonId } from "../kernel/id.ts";
import { addMinutes, toEpochSeconds } from "../kernel/instant.ts";
import { changesOf } from "../kernel/perform.ts";
import { letterChanges } from "../letter/write-letter.ts";
import { canonicalEmail, type Language, type Person } from "../person/person.ts";
import type { Deps } from "../port/deps.ts";
import type { Change } from "../port/store.ts";
import { toHex } from "./hex.ts";
import { type LimitState, networkOf, takeFrom } from "./limit.ts";
import type { Challenge } from "./session.ts";
import { type NewSession, newSession } from "./session-life.ts";

const validMinutes = 10;
const digits = 8;
const tries = 5;
const nameMost = 120;

export interface Visitor {
  /** The client's address as the composition believes it. */
  address: string;
  /** Secret of the asking browser's cookie. */
  ask: string;
  /** How the browser describes itself. */
  agent?: string | undefined;
}

/**
 * Send a code to an address, known or not (an unknown one becomes a person when its code is used, so the answer tells
 * nothing). Gives how the asking browser's limit stands. `unavailable sign-in.too-many` when the browser, the network or the address asked too often.
 */
export async function askCode(deps: Deps, visitor: Visitor, email: string, language: Language): Promise<LimitState> {
  const address = canonicalEmail(email);
  const hour = 3600;
  const limit = await takeFrom(deps, "sign-in.too-many", [
    { scope: `code:browser:${deps.digest(visitor.ask)}`, most: 10, windowSeconds: hour },
    { scope: `code:network:${networkOf(visitor.address)}`, most: 60, windowSeconds: hour },
    { scope: `code:email:${deps.digest(address)}`, most: 20, windowSeconds: hour },
  ]);
  const now = deps.clock.now();
  const code = codeFrom(deps.random.bytes(8));
  const salt = toHex(deps.random.bytes(16));
  const known = await deps.store.get("email", { email: address });
  // An unknown address costs the same two reads, so that the time it takes tells nothing.
  const person = await deps.store.get("person", { personId: known?.personId ?? `per_${deps.ids.ulid()}` });
  const validUntil = addMinutes(now, validMinutes);
  const value: Challenge = {
    askHash: deps.digest(visitor.ask),
    email: address,
    language,
    codeHash: deps.digest(`${salt}:${code}`),
    salt,
    triesLeft: tries,
    validUntil,
    expires: toEpochSeconds(validUntil),
    version: 0,
  };
  const base = deps.ids.ulid();
  const moment = {
    now,
    network: await deps.network.current(),
    digest: deps.digest,
    newId: <P extends string>(prefix: P) => `${prefix}_${base}` as const,
  };
  const letter = letterChanges(
    {
      kind: "sign-in-code",
      key: `sign-in-code:${base}`,
      stream: `sign-in:${deps.digest(address).slice(0, 32)}`,
      to: { email: address, name: person?.name ?? "", language: person?.language ?? language },
      data: { code, minutes: validMinutes },
      expires: toEpochSeconds(addMinutes(now, validMinutes * 6)),
    },
    moment,
  );
  const changes: Change[] = [
    { op: "put", name: "challenge", value },
    ...changesOf({ ...letter, result: null }, "sign-in.ask", "system:sign-in", moment),
  ];
  const outcome = await commitPatiently(deps, changes);
  if (!outcome.ok) throw new DomainError("unavailable", "sign-in.not-sent", { retryAfterSeconds: 2 });
  deps.wake();
  return limit;
}

/**
 * Use a code once. `forbidden sign-in.wrong-code` with the tries left, `forbidden sign-in.code-dead` when it is used up,
 * too old, replaced, or asked for by another browser.
 */
export async function useCode(deps: Deps, visitor: Visitor, code: string): Promise<NewSession> {
  await takeFrom(deps, "sign-in.too-many", [
    { scope: `try:network:${networkOf(visitor.address)}`, most: 300, windowSeconds: 3600 },
  ]);
  const key = { askHash: deps.digest(visitor.ask) };
  const challenge = await deps.store.get("challenge", key);
  const now = deps.clock.now();
  const dead = new DomainError("forbidden", "sign-in.code-dead");
  if (challenge === undefined || challenge.validUntil <= now || challenge.triesLeft <= 0) throw dead;
  // The try is taken before the code is compared: however many come at once, five are compared.
  const taken = await commitPatiently(deps, [
    { op: "add", name: "challenge", key, by: { triesLeft: -1 }, when: { codeHash: challenge.codeHash } },
  ]);
  if (!taken.ok) throw dead;
  const given = deps.digest(`${challenge.salt}:${code.replace(/\D/g, "")}`);
  if (!sameText(given, challenge.codeHash))
    throw new DomainError("forbidden", "sign-in.wrong-code", { triesLeft: challenge.triesLeft - 1 });
  for (let attempt = 1; ; attempt++) {
    const { person, changes } = await personBehind(deps, challenge, now);
    if (person.disabled) throw dead;
    const session = newSession(deps, person.personId, "code", { agent: visitor.agent });
    const outcome = await commitPatiently(deps, [
      { op: "remove", name: "challenge", key, when: { codeHash: challenge.codeHash } },
      ...changes,
      ...session.changes,
    ]);
    if (outcome.ok) return session;
    // The address became a person in another browser meanwhile: the code is as good as before.
    if (attempt >= 3 || !outcome.refusals.some(({ name }) => name === "email")) throw dead;
  }
}

async function personBehind(
  deps: Deps,
  { email, language = "en" }: Challenge,
  now: Person["createdAt"],
): Promise<{ person: Person; changes: Change[] }> {
  const known = await deps.store.get("email", { email });
  const person = known === undefined ? undefined : await deps.store.get("person", { personId: known.personId });
  if (person !== undefined) return { person, changes: [] };
  const personId: PersonId = `per_${deps.ids.ulid()}`;
  const made: Person = {
    personId,
    email,
    name: (email.split("@")[0] ?? email).slice(0, nameMost),
    language,
    disabled: false,
    createdAt: now,
    version: 0,
  };
  return {
    person: made,
    changes: [
      { op: "create", name: "person", value: made },
      { op: "create", name: "email", value: { email, personId, version: 0 } },
    ],
  };
}

/** Eight digits without bias worth speaking of: 64 random bits modulo 10⁸. */
export function codeFrom(bytes: Uint8Array): string {
  const value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return String(value % 10n ** BigInt(digits)).padStart(digits, "0");
}

/** Comparison whose time does not tell where two texts of one length differ. */
export function sameText(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
