/** Passkeys as second factor: make one, use one, take one away. Each challenge belongs to one session and is answered once. */
import { commitPatiently } from "../kernel/commit.ts";
import { DomainError } from "../kernel/error.ts";
import type { PersonId } from "../kernel/id.ts";
import { addMinutes, toEpochSeconds } from "../kernel/instant.ts";
import type { Deps } from "../port/deps.ts";
import type {
  PasskeyMade,
  PasskeyOptions,
  PasskeyOutcome,
  PasskeyPort,
  PasskeySite,
  PasskeyUsed,
} from "../port/passkey.ts";
import type { Change } from "../port/store.ts";
import { factorAdded } from "./factor-letter.ts";
import { toHex } from "./hex.ts";
import { takeFrom } from "./limit.ts";
import type { Passkey, PasskeyAsk } from "./session.ts";
import type { NewSession, SignedIn } from "./session-life.ts";
import { requireFresh, stepUp } from "./step-up.ts";

const validMinutes = 5;
const passkeysMost = 10;
const asksMost = 60;

/** The passkeys' port, and where the product stands. */
export interface PasskeyDoor {
  readonly passkeys: PasskeyPort;
  readonly site: PasskeySite;
}

/**
 * Options for making a passkey. `forbidden second-factor.stale` if the person has a second factor and has not just proved
 * it, `conflict passkey.too-many` beyond ten.
 */
export async function askToMake(deps: Deps, { passkeys, site }: PasskeyDoor, who: SignedIn): Promise<PasskeyOptions> {
  const { personId, email, name } = who.person;
  const known = await mayMake(deps, who);
  const { challenge } = await newAsk(deps, who, "make");
  return passkeys.makingOptions(site, challenge, { handle: personId, email, name }, known);
}

/** Keep the passkey that the browser made; making it proved it, so the session gets a new token. */
export async function keepPasskey(
  deps: Deps,
  { passkeys, site }: PasskeyDoor,
  who: SignedIn,
  label: string,
  answer: PasskeyMade,
): Promise<NewSession> {
  const { personId } = who.person;
  const known = await mayMake(deps, who);
  const { challenge, used } = await openAsk(deps, who, "make");
  const { key } = judged(deps, personId, await passkeys.made(site, challenge, answer));
  if (known.some(({ credentialId }) => credentialId === key.credentialId))
    throw new DomainError("conflict", "passkey.known");
  const now = deps.clock.now();
  const { transports, ...facts } = key;
  const value: Passkey = {
    personId,
    ...facts,
    transports: [...transports],
    label,
    createdAt: now,
    usedAt: now,
    version: 0,
  };
  const told = await factorAdded(deps, who.person, "passkey");
  const session = finished(await stepUp(deps, who, [used, { op: "create", name: "passkey", value }, ...told]));
  deps.wake();
  return session;
}

/** Options for using a passkey. `conflict passkey.none` if the person has none. */
export async function askToUse(deps: Deps, { passkeys, site }: PasskeyDoor, who: SignedIn): Promise<PasskeyOptions> {
  const known = await deps.store.list("passkey", { personId: who.person.personId });
  if (known.length === 0) throw new DomainError("conflict", "passkey.none");
  const { challenge } = await newAsk(deps, who, "use");
  return passkeys.usingOptions(site, challenge, known);
}

/**
 * Prove a passkey; the session gets a new token. `forbidden passkey.refused` if it is none of the person's, the challenge is
 * used up or older than five minutes, the person was not verified, or the key's counter went back (a copied key).
 */
export async function provePasskey(
  deps: Deps,
  { passkeys, site }: PasskeyDoor,
  who: SignedIn,
  answer: PasskeyUsed,
): Promise<NewSession> {
  const { personId } = who.person;
  const { challenge, used } = await openAsk(deps, who, "use");
  const key = await deps.store.get("passkey", { personId, credentialId: answer.id });
  if (key === undefined) throw new DomainError("forbidden", "passkey.refused");
  const { counter } = judged(deps, personId, await passkeys.used(site, challenge, answer, key));
  const value: Passkey = { ...key, counter, usedAt: deps.clock.now() };
  return finished(await stepUp(deps, who, [used, { op: "replace", name: "passkey", value }]));
}

async function mayMake(deps: Deps, who: SignedIn): Promise<Passkey[]> {
  const { personId } = who.person;
  const [known, totp] = await Promise.all([
    deps.store.list("passkey", { personId }),
    deps.store.get("totp", { personId }),
  ]);
  // Who holds only the mailbox must not be able to add a factor beside the one that keeps them out.
  if (known.length > 0 || totp?.confirmedAt !== undefined) requireFresh(who.actor, deps.clock.now());
  if (known.length >= passkeysMost) throw new DomainError("conflict", "passkey.too-many", { most: passkeysMost });
  return known;
}

async function newAsk(deps: Deps, who: SignedIn, purpose: PasskeyAsk["purpose"]): Promise<PasskeyAsk> {
  const { personId } = who.person;
  const hour = 3600;
  await takeFrom(deps, "passkey.too-often", [{ scope: `passkey:${personId}`, most: asksMost, windowSeconds: hour }]);
  const validUntil = addMinutes(deps.clock.now(), validMinutes);
  const value: PasskeyAsk = {
    personId,
    sessionId: who.session.sessionId,
    purpose,
    challenge: toHex(deps.random.bytes(32)),
    validUntil,
    expires: toEpochSeconds(validUntil),
    version: 0,
  };
  const outcome = await commitPatiently(deps, [{ op: "put", name: "passkeyAsk", value }]);
  if (!outcome.ok) throw new DomainError("unavailable", "perform.contention");
  return value;
}

/** The session's open challenge, with the change that uses it up. */
async function openAsk(
  deps: Deps,
  who: SignedIn,
  purpose: PasskeyAsk["purpose"],
): Promise<{ challenge: string; used: Change }> {
  const key = { personId: who.person.personId, sessionId: who.session.sessionId };
  const ask = await deps.store.get("passkeyAsk", key);
  if (ask === undefined || ask.purpose !== purpose || ask.validUntil <= deps.clock.now())
    throw new DomainError("forbidden", "passkey.refused");
  const { challenge } = ask;
  return { challenge, used: { op: "remove", name: "passkeyAsk", key, when: { challenge } } };
}

function judged<T>(deps: Deps, personId: PersonId, outcome: PasskeyOutcome<T>): T {
  if (outcome.kind === "proved") return outcome;
  deps.log.warn("passkey.refused", { personId, reason: outcome.reason });
  throw new DomainError("forbidden", "passkey.refused");
}

/** Another answer to the same challenge was faster, or the passkey was taken away meanwhile. */
function finished(session: NewSession | undefined): NewSession {
  if (session === undefined) throw new DomainError("forbidden", "passkey.refused");
  return session;
}
