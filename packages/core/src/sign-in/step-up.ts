/** The only place where a session proves its second factor: a new token in place of the old one, and how fresh a proof is. */
import type { PersonActor } from "../kernel/actor.ts";
import { commitPatiently } from "../kernel/commit.ts";
import { DomainError } from "../kernel/error.ts";
import { addMinutes, type Instant } from "../kernel/instant.ts";
import { staffRoles } from "../person/role-grant.ts";
import type { Deps } from "../port/deps.ts";
import type { Change } from "../port/store.ts";
import { type NewSession, newSession, type SignedIn } from "./session-life.ts";

/** A second factor proved longer ago is not fresh. */
export const freshMinutes = 15;

export function isFresh({ secondFactorAt }: Pick<PersonActor, "secondFactorAt">, now: Instant): boolean {
  return secondFactorAt !== undefined && addMinutes(secondFactorAt, freshMinutes) >= now;
}

/** @throws forbidden `second-factor.stale` with how fresh it must be. */
export function requireFresh(
  actor: Pick<PersonActor, "secondFactorAt">,
  now: Instant,
  facts: Readonly<Record<string, unknown>> = {},
): void {
  if (!isFresh(actor, now))
    throw new DomainError("forbidden", "second-factor.stale", { minutes: freshMinutes, ...facts });
}

/** The same of those who hold a staff role; others are refused by what they ask for. */
export function requireFreshStaff(actor: PersonActor, now: Instant): void {
  if (actor.grants.some(({ role }) => staffRoles.includes(role))) requireFresh(actor, now);
}

/**
 * Commit what was proved together with the new session. Undefined if another try was faster;
 * `conflict second-factor.changed` if the session was ended meanwhile.
 */
export async function stepUp(deps: Deps, who: SignedIn, proof: readonly Change[]): Promise<NewSession | undefined> {
  const { personId } = who.person;
  const { tokenHash, sessionId, via, absoluteUntil, agent } = who.session;
  const proved = { secondFactorAt: deps.clock.now(), absoluteUntil };
  const session = newSession(deps, personId, via, { stepUp: proved, agent });
  const outcome = await commitPatiently(deps, [
    ...proof,
    { op: "remove", name: "session", key: { tokenHash }, when: { sessionId } },
    { op: "remove", name: "sessionRef", key: { personId, sessionId } },
    ...session.changes,
  ]);
  if (outcome.ok) return session;
  if (outcome.refusals.some(({ name }) => name === "session"))
    throw new DomainError("conflict", "second-factor.changed");
  return undefined;
}
