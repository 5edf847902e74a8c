/** The second factor of staff: enrol an authenticator app, then prove it; codes are taken once and guessing is slowed. */
import { DomainError } from "../kernel/error.ts";
import { addMinutes } from "../kernel/instant.ts";
import type { Deps } from "../port/deps.ts";
import type { TotpPort } from "../port/totp.ts";
import type { Totp } from "./session.ts";
import { type NewSession, newSession, type SignedIn } from "./session-life.ts";

const tries = 5;
const lockMinutes = 15;
const purpose = "totp";

/** Start enrolment: the secret is shown once. `conflict second-factor.enrolled` if the person has proved one before. */
export async function enrolTotp(deps: Deps, totp: TotpPort, who: SignedIn): Promise<{ secret: string; uri: string }> {
  const { personId, email } = who.person;
  const before = await deps.store.get("totp", { personId });
  if (before?.confirmedAt !== undefined) throw new DomainError("conflict", "second-factor.enrolled");
  const secret = totp.secret();
  const value: Totp = {
    personId,
    sealedSecret: deps.secrets.seal(purpose, personId, secret),
    lastStep: 0,
    triesLeft: tries,
    version: before?.version ?? 0,
  };
  const outcome = await deps.store.commit([
    before === undefined ? { op: "create", name: "totp", value } : { op: "replace", name: "totp", value },
  ]);
  if (!outcome.ok) throw new DomainError("conflict", "second-factor.changed");
  return { secret, uri: totp.uri(secret, email) };
}

/**
 * Prove the second factor; the session gets a new token. `forbidden second-factor.wrong` with the tries left,
 * `unavailable second-factor.locked` after five wrong codes, for a quarter of an hour.
 */
export async function proveTotp(deps: Deps, totp: TotpPort, who: SignedIn, code: string): Promise<NewSession> {
  const { personId } = who.person;
  const key = { personId };
  const stored = await deps.store.get("totp", key);
  if (stored === undefined) throw new DomainError("conflict", "second-factor.not-enrolled");
  const now = deps.clock.now();
  if (stored.lockedUntil !== undefined && now < stored.lockedUntil)
    throw new DomainError("unavailable", "second-factor.locked", { until: stored.lockedUntil });
  const triesLeft = stored.lockedUntil === undefined ? stored.triesLeft : tries;
  const secret = deps.secrets.open(purpose, personId, stored.sealedSecret);
  if (secret === undefined) throw new DomainError("unavailable", "second-factor.unreadable");
  const step = totp.stepOf(secret, code.replace(/\D/g, ""), Date.parse(now));
  if (step === undefined || step <= stored.lastStep) {
    const left = triesLeft - 1;
    const { lockedUntil: _, ...rest } = stored;
    const value: Totp =
      left <= 0 ? { ...stored, triesLeft: 0, lockedUntil: addMinutes(now, lockMinutes) } : { ...rest, triesLeft: left };
    await deps.store.commit([{ op: "replace", name: "totp", value }]);
    throw new DomainError("forbidden", "second-factor.wrong", { triesLeft: Math.max(0, left) });
  }
  const { lockedUntil: _, ...rest } = stored;
  const session = newSession(deps, personId, who.session.via, now);
  const old = who.session;
  const outcome = await deps.store.commit([
    {
      op: "replace",
      name: "totp",
      value: { ...rest, lastStep: step, triesLeft: tries, confirmedAt: stored.confirmedAt ?? now },
    },
    { op: "remove", name: "session", key: { tokenHash: old.tokenHash } },
    { op: "remove", name: "sessionRef", key: { personId, sessionId: old.sessionId } },
    ...session.changes,
  ]);
  if (!outcome.ok) throw new DomainError("conflict", "second-factor.changed");
  return session;
}
