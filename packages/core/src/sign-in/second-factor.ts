/** The authenticator app as second factor: enrol it, then prove it; codes are taken once and guessing is slowed. */
import { commitPatiently } from "../kernel/commit.ts";
import { DomainError } from "../kernel/error.ts";
import { addMinutes } from "../kernel/instant.ts";
import type { Deps } from "../port/deps.ts";
import type { TotpPort } from "../port/totp.ts";
import { factorAdded } from "./factor-letter.ts";
import type { Totp } from "./session.ts";
import type { NewSession, SignedIn } from "./session-life.ts";
import { requireFresh, stepUp } from "./step-up.ts";

const tries = 5;
const lockMinutes = 15;
const purpose = "totp";

/**
 * Start enrolment: the secret is shown once. `conflict second-factor.enrolled` if the person has proved one before,
 * `forbidden second-factor.stale` if they have another second factor and have not just proved it.
 */
export async function enrolTotp(deps: Deps, totp: TotpPort, who: SignedIn): Promise<{ secret: string; uri: string }> {
  const { personId, email } = who.person;
  const before = await deps.store.get("totp", { personId });
  if (before?.confirmedAt !== undefined) throw new DomainError("conflict", "second-factor.enrolled");
  // Who holds only the mailbox must not be able to add a factor beside the one that keeps them out.
  if ((await deps.store.list("passkey", { personId })).length > 0) requireFresh(who.actor, deps.clock.now());
  const secret = totp.secret();
  const value: Totp = {
    personId,
    sealedSecret: deps.secrets.seal(purpose, personId, secret),
    lastStep: 0,
    triesLeft: tries,
    version: before?.version ?? 0,
  };
  const outcome = await commitPatiently(deps, [
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
  const digits = code.replace(/\D/g, "");
  // Nobody is told an answer that was not first written against the version it was found with: of many tries at once
  // each counts, and five are answered before the lock.
  for (let attempt = 1; attempt <= tries + 2; attempt++) {
    const { stored, triesLeft, secret } = await readyTotp(deps, who);
    const step = totp.stepOf(secret, digits, Date.parse(deps.clock.now()));
    if (step !== undefined && step > stored.lastStep) {
      const confirmedAt = stored.confirmedAt ?? deps.clock.now();
      const value: Totp = { ...stored, lastStep: step, triesLeft: tries, confirmedAt };
      const told = stored.confirmedAt === undefined ? await factorAdded(deps, who.person, "app") : [];
      const session = await stepUp(deps, who, [{ op: "replace", name: "totp", value }, ...told]);
      if (told.length > 0) deps.wake();
      if (session !== undefined) return session;
    } else if (await countWrong(deps, stored, triesLeft - 1)) {
      throw new DomainError("forbidden", "second-factor.wrong", { triesLeft: Math.max(0, triesLeft - 1) });
    }
  }
  throw new DomainError("unavailable", "perform.contention");
}

/** The second factor as it stands now, without a lock that is over. */
async function readyTotp(deps: Deps, who: SignedIn): Promise<{ stored: Totp; triesLeft: number; secret: string }> {
  const { personId } = who.person;
  const found = await deps.store.get("totp", { personId });
  if (found === undefined) throw new DomainError("conflict", "second-factor.not-enrolled");
  const { lockedUntil, ...stored } = found;
  if (lockedUntil !== undefined && deps.clock.now() < lockedUntil)
    throw new DomainError("unavailable", "second-factor.locked", { until: lockedUntil });
  const secret = deps.secrets.open(purpose, personId, stored.sealedSecret);
  if (secret === undefined) throw new DomainError("unavailable", "second-factor.unreadable");
  return { stored, triesLeft: lockedUntil === undefined ? stored.triesLeft : tries, secret };
}

async function countWrong(deps: Deps, stored: Totp, left: number): Promise<boolean> {
  const locked = left <= 0 ? { lockedUntil: addMinutes(deps.clock.now(), lockMinutes) } : {};
  const value: Totp = { ...stored, triesLeft: Math.max(0, left), ...locked };
  return (await commitPatiently(deps, [{ op: "replace", name: "totp", value }])).ok;
}
