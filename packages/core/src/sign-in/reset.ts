/** A second factor that was lost: its owner asks, two colleagues who know them vouch, then it is gone and can be set up anew. */
import * as z from "zod";
import { type PersonActor, requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type PersonId, personIdSchema } from "../kernel/id.ts";
import { addMinutes, type Instant, instantSchema, toEpochSeconds } from "../kernel/instant.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { ownLetter } from "../letter/keep-letter.ts";
import { factorReset } from "../letter/kind/factor-reset.ts";
import type { Person } from "../person/person.ts";
import { type RoleGrant, staffRoles } from "../person/role-grant.ts";
import type { Change, Reader } from "../port/store.ts";
import type { FactorReset, Passkey, Totp } from "./session.ts";
import { requireFresh } from "./step-up.ts";

const validMinutes = 48 * 60;

interface Factors {
  readonly person: Person | undefined;
  readonly totp: Totp | undefined;
  readonly passkeys: readonly Passkey[];
  readonly reset: FactorReset | undefined;
}

async function readFactors(reader: Reader, personId: PersonId): Promise<Factors> {
  const [person, totp, passkeys, reset] = await Promise.all([
    reader.get("person", { personId }),
    reader.get("totp", { personId }),
    reader.list("passkey", { personId }),
    reader.get("factorReset", { personId }),
  ]);
  return { person, totp, passkeys, reset };
}

const asksResult = z.object({ validUntil: instantSchema });

/** @throws conflict `reset.nothing-to-reset` where there is no second factor yet. */
export const askReset = verb({
  name: "second-factor.ask-reset",
  input: z.strictObject({}),
  read: (reader: Reader, _input, actor): Promise<Factors> => readFactors(reader, requirePerson(actor).personId),
  decide({ person, totp, passkeys, reset }: Factors, actor, _input, moment): Decision<z.infer<typeof asksResult>> {
    const { personId } = requirePerson(actor);
    if (person === undefined) throw new DomainError("not_found", "person.not-found");
    if (totp?.confirmedAt === undefined && passkeys.length === 0)
      throw new DomainError("conflict", "reset.nothing-to-reset");
    if (reset !== undefined && moment.now < reset.validUntil)
      return { changes: [], result: { validUntil: reset.validUntil } };
    const validUntil = addMinutes(moment.now, validMinutes);
    const expires = toEpochSeconds(validUntil);
    const value: FactorReset = { personId, askedAt: moment.now, validUntil, expires, version: 0 };
    const letter = letterTo(person, "asked", moment);
    return {
      changes: [{ op: "put", name: "factorReset", value }, ...letter.changes],
      events: [{ stream: `person:${personId}`, type: "second-factor.reset-asked" }],
      effects: letter.effects,
      result: { validUntil },
    };
  },
});

interface VouchFacts extends Factors {
  readonly grants: readonly RoleGrant[];
}

const vouchResult = z.object({ done: z.boolean() });

/**
 * A colleague vouches; with the second one all second factors and sessions of the person end.
 * @throws not_found `reset.not-found` for whom it does not concern, or when it was never asked or is over; forbidden
 * `second-factor.stale`; conflict `reset.second-person` for a second voice of the same colleague
 */
export const vouchReset = verb({
  name: "second-factor.vouch-reset",
  input: z.strictObject({ personId: personIdSchema }),
  async read(reader: Reader, { personId }): Promise<VouchFacts> {
    const [factors, grants] = await Promise.all([readFactors(reader, personId), reader.list("grant", { personId })]);
    return { ...factors, grants };
  },
  decide(
    { person, totp, passkeys, reset, grants }: VouchFacts,
    actor,
    { personId },
    moment,
  ): Decision<z.infer<typeof vouchResult>> {
    const colleague = requirePerson(actor);
    const open = person !== undefined && reset !== undefined && moment.now < reset.validUntil;
    if (!open || !mayVouch(colleague, personId, grants, moment.now))
      throw new DomainError("not_found", "reset.not-found");
    requireFresh(colleague, moment.now);
    const stream = `person:${personId}`;
    if (reset.firstBy === undefined) {
      return {
        changes: [{ op: "replace", name: "factorReset", value: { ...reset, firstBy: colleague.personId } }],
        events: [{ stream, type: "second-factor.reset-vouched" }],
        result: { done: false },
      };
    }
    if (reset.firstBy === colleague.personId) throw new DomainError("conflict", "reset.second-person");
    const letter = letterTo(person, "done", moment);
    return {
      changes: [
        { op: "remove", name: "factorReset", key: { personId }, when: { firstBy: reset.firstBy } },
        ...passkeys.map(
          ({ credentialId }): Change => ({ op: "remove", name: "passkey", key: { personId, credentialId } }),
        ),
        ...(totp === undefined ? [] : [{ op: "remove" as const, name: "totp" as const, key: { personId } }]),
        { op: "replace", name: "person", value: { ...person, sessionsFrom: moment.now } },
        ...letter.changes,
      ],
      events: [{ stream, type: "second-factor.reset", facts: { vouchedBy: [reset.firstBy, colleague.personId] } }],
      effects: letter.effects,
      result: { done: true },
    };
  },
});

/** The network's secretary, or staff of a park where the person has a staff role; never the person. */
export function mayVouch(
  colleague: PersonActor,
  personId: PersonId,
  grants: readonly RoleGrant[],
  now: Instant,
): boolean {
  if (colleague.personId === personId) return false;
  const parks = new Set(live(grants, now).flatMap(({ scope }) => (scope.kind === "park" ? [scope.parkId] : [])));
  return live(colleague.grants, now).some(
    ({ role, scope }) =>
      role === "secretary" || (scope.kind === "park" && role !== "auditor" && parks.has(scope.parkId)),
  );
}

function live(grants: readonly RoleGrant[], now: Instant): RoleGrant[] {
  return grants.filter(({ role, until }) => staffRoles.includes(role) && (until === undefined || now < until));
}

function letterTo({ personId, email, name, language }: Person, step: "asked" | "done", moment: Moment) {
  return ownLetter(
    factorReset,
    {
      kind: "factor-reset",
      key: `factor-reset:${step}:${personId}:${moment.now}`,
      stream: `person:${personId}`,
      to: { personId, email, name, language },
      data: { step, path: "/account" },
    },
    moment,
  );
}

export const askResetResult = asksResult;
export const vouchResetResult = vouchResult;
