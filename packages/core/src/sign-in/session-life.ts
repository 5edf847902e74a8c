/** A session's life: made at sign-in, renewed while used, ended by sign-out, revocation, idleness or age. */
import type { PersonActor } from "../kernel/actor.ts";
import { commitPatiently } from "../kernel/commit.ts";
import { DomainError } from "../kernel/error.ts";
import type { PersonId } from "../kernel/id.ts";
import { addMinutes, type Instant, toEpochSeconds } from "../kernel/instant.ts";
import type { Person } from "../person/person.ts";
import { staffRoles } from "../person/role-grant.ts";
import { readTies } from "../person/tie.ts";
import type { Deps } from "../port/deps.ts";
import type { Change } from "../port/store.ts";
import { toHex } from "./hex.ts";
import type { Session } from "./session.ts";

const idleMinutes = 60;
const absoluteMinutes = 12 * 60;
/** The idle end is moved at most this often, so that reading does not write. */
const renewAfterMinutes = 5;
const agentMost = 200;

export interface NewSession {
  /** Goes into the cookie; stored only as its digest. */
  token: string;
  session: Session;
  changes: Change[];
}

interface NewSessionFacts {
  /** A second factor was proved by signing in. */
  readonly provedAt?: Instant;
  readonly stepUp?: { readonly secondFactorAt: Instant; readonly absoluteUntil: Instant };
  readonly agent?: string | undefined;
}

/** A fresh session with a token of 256 random bits. At a step-up it ends when the session it replaces would have ended. */
export function newSession(
  deps: Deps,
  personId: PersonId,
  via: Session["via"],
  { provedAt, stepUp, agent }: NewSessionFacts = {},
): NewSession {
  const now = deps.clock.now();
  const token = toHex(deps.random.bytes(32));
  const absoluteUntil = stepUp?.absoluteUntil ?? addMinutes(now, absoluteMinutes);
  const expires = toEpochSeconds(absoluteUntil);
  const secondFactorAt = stepUp?.secondFactorAt ?? provedAt;
  const session: Session = {
    tokenHash: deps.digest(token),
    sessionId: `ses_${deps.ids.ulid()}`,
    personId,
    createdAt: now,
    idleUntil: addMinutes(now, idleMinutes),
    absoluteUntil,
    ...(secondFactorAt === undefined ? {} : { secondFactorAt }),
    via,
    ...(agent === undefined ? {} : { agent: agent.slice(0, agentMost) }),
    expires,
    version: 0,
  };
  const { sessionId, tokenHash, createdAt } = session;
  return {
    token,
    session,
    changes: [
      { op: "create", name: "session", value: session },
      { op: "create", name: "sessionRef", value: { personId, sessionId, tokenHash, createdAt, expires, version: 0 } },
    ],
  };
}

export interface SignedIn {
  session: Session;
  person: Person;
  actor: PersonActor;
  /** The person holds staff roles that this session may not use before a second factor. */
  secondFactorNeeded: boolean;
}

/**
 * The person behind a session token, with what they may do at this moment: grants and memberships are read now, so a
 * removed role is gone at the next request. Staff roles are left out until the session proved a second factor.
 */
export async function signedIn(deps: Deps, token: string): Promise<SignedIn | undefined> {
  const session = await deps.store.get("session", { tokenHash: deps.digest(token) });
  const now = deps.clock.now();
  if (session === undefined || session.idleUntil <= now || session.absoluteUntil <= now) return undefined;
  const { personId } = session;
  const { person, grants, memberships, formerMembers, interests } = await deps.store.wholePerson(personId);
  if (person === undefined || person.disabled) return undefined;
  if (person.sessionsFrom !== undefined && session.createdAt < person.sessionsFrom) return undefined;
  const live = grants.filter((grant) => grant.until === undefined || now < grant.until);
  const staff = live.some((grant) => staffRoles.includes(grant.role));
  const proved = session.secondFactorAt !== undefined || session.via === "demo";
  const usable = proved ? live : live.filter((grant) => !staffRoles.includes(grant.role));
  if (addMinutes(now, idleMinutes - renewAfterMinutes) > session.idleUntil) {
    const idleUntil = addMinutes(now, idleMinutes);
    await deps.store.commit([
      { op: "patch", name: "session", key: { tokenHash: session.tokenHash }, set: { idleUntil }, when: {} },
    ]);
  }
  // A persona has no device to prove: in the demonstration the proof is always fresh.
  const ties = await readTies(deps, person, interests, formerMembers);
  const secondFactorAt = session.via === "demo" ? now : session.secondFactorAt;
  return {
    session,
    person,
    secondFactorNeeded: staff && !proved,
    actor: {
      kind: "person",
      personId,
      name: person.name,
      grants: usable,
      memberships,
      ...(ties.length === 0 ? {} : { ties }),
      ...(secondFactorAt === undefined ? {} : { secondFactorAt }),
    },
  };
}

/** End every session of the person but the one that asks. `unavailable session.not-ended` if one may still live. */
export async function endOtherSessions(deps: Deps, { person, session }: SignedIn): Promise<void> {
  const { personId } = person;
  for (const { sessionId } of await deps.store.list("sessionRef", { personId }))
    if (sessionId !== session.sessionId) await endSession(deps, personId, sessionId);
}

/** End one session of a person; nothing happens if it is not theirs or over. `unavailable session.not-ended` if it may still live. */
export async function endSession(deps: Deps, personId: PersonId, sessionId: Session["sessionId"]): Promise<void> {
  const ref = await deps.store.get("sessionRef", { personId, sessionId });
  if (ref === undefined) return;
  const outcome = await commitPatiently(deps, [
    { op: "remove", name: "session", key: { tokenHash: ref.tokenHash } },
    { op: "remove", name: "sessionRef", key: { personId, sessionId } },
  ]);
  if (!outcome.ok) throw new DomainError("unavailable", "session.not-ended");
}
