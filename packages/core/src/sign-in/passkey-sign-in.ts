/** Signing in by a passkey alone: the device knows who it is, and its finger, face or PIN is the second proof. */
import { commitPatiently } from "../kernel/commit.ts";
import { DomainError } from "../kernel/error.ts";
import { personIdSchema } from "../kernel/id.ts";
import { addMinutes, toEpochSeconds } from "../kernel/instant.ts";
import type { Deps } from "../port/deps.ts";
import type { PasskeyOptions, PasskeyUsed } from "../port/passkey.ts";
import type { Visitor } from "./code.ts";
import { toHex } from "./hex.ts";
import { networkOf, takeFrom } from "./limit.ts";
import type { PasskeyDoor } from "./passkey.ts";
import type { Passkey, PasskeyEntry } from "./session.ts";
import { type NewSession, newSession } from "./session-life.ts";

const validMinutes = 5;
const hour = 3600;

/**
 * Options for the asking browser, which name nobody: whichever passkey of this site the person picks is theirs. They hold
 * five minutes and once. `unavailable passkey.too-often` when the browser or its network asked too often.
 */
export async function askToSignIn(
  deps: Deps,
  { passkeys, site }: PasskeyDoor,
  visitor: Visitor,
): Promise<PasskeyOptions> {
  await takeFrom(deps, "passkey.too-often", [
    { scope: `passkey:browser:${deps.digest(visitor.ask)}`, most: 60, windowSeconds: hour },
    { scope: `passkey:network:${networkOf(visitor.address)}`, most: 300, windowSeconds: hour },
  ]);
  const validUntil = addMinutes(deps.clock.now(), validMinutes);
  const value: PasskeyEntry = {
    askHash: deps.digest(visitor.ask),
    challenge: toHex(deps.random.bytes(32)),
    validUntil,
    expires: toEpochSeconds(validUntil),
    version: 0,
  };
  const outcome = await commitPatiently(deps, [{ op: "put", name: "passkeyEntry", value }]);
  if (!outcome.ok) throw new DomainError("unavailable", "perform.contention");
  return passkeys.usingOptions(site, value.challenge, []);
}

/**
 * A session whose second factor is proved. `forbidden passkey.refused`, without a difference to be seen, if the passkey is
 * nobody's, the person is disabled or was not verified, or the challenge is used up, too old or another browser's.
 */
export async function signInByPasskey(
  deps: Deps,
  { passkeys, site }: PasskeyDoor,
  visitor: Visitor,
  answer: PasskeyUsed,
): Promise<NewSession> {
  await takeFrom(deps, "passkey.too-often", [
    { scope: `passkey:try:${networkOf(visitor.address)}`, most: 300, windowSeconds: hour },
  ]);
  const refused = new DomainError("forbidden", "passkey.refused");
  const askHash = deps.digest(visitor.ask);
  const entry = await deps.store.get("passkeyEntry", { askHash });
  const personId = personIdSchema.safeParse(passkeys.handleOf(answer));
  if (entry === undefined || entry.validUntil <= deps.clock.now() || !personId.success) throw refused;
  const [person, key] = await Promise.all([
    deps.store.get("person", { personId: personId.data }),
    deps.store.get("passkey", { personId: personId.data, credentialId: answer.id }),
  ]);
  if (person === undefined || person.disabled || key === undefined) throw refused;
  const judgement = await passkeys.used(site, entry.challenge, answer, key);
  if (judgement.kind === "refused") {
    deps.log.warn("passkey.refused", { personId: personId.data, reason: judgement.reason });
    throw refused;
  }
  const now = deps.clock.now();
  const value: Passkey = { ...key, counter: judgement.counter, usedAt: now };
  const session = newSession(deps, person.personId, "passkey", { provedAt: now, agent: visitor.agent });
  const outcome = await commitPatiently(deps, [
    { op: "remove", name: "passkeyEntry", key: { askHash }, when: { challenge: entry.challenge } },
    { op: "replace", name: "passkey", value },
    ...session.changes,
  ]);
  if (!outcome.ok) throw refused;
  return session;
}
