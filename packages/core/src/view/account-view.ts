/** What people see of their own account: sessions, second factors, and the resets that colleagues ask them to vouch for. */
import * as z from "zod";
import { personIdSchema, sessionIdSchema } from "../kernel/id.ts";
import { type Instant, instantSchema } from "../kernel/instant.ts";
import type { Deps } from "../port/deps.ts";
import { mayVouch } from "../sign-in/reset.ts";
import type { Session } from "../sign-in/session.ts";
import type { SignedIn } from "../sign-in/session-life.ts";
import { freshMinutes } from "../sign-in/step-up.ts";

export const accountSchema = z.object({
  sessions: z.array(
    z.object({
      sessionId: sessionIdSchema,
      /** The one that asks. */
      current: z.boolean(),
      via: z.enum(["code", "passkey", "demo"]),
      /** The browser's own description. */
      agent: z.string().optional(),
      createdAt: instantSchema,
      endsAt: instantSchema,
      secondFactorAt: instantSchema.optional(),
    }),
  ),
  passkeys: z.array(
    z.object({
      credentialId: z.string(),
      label: z.string(),
      createdAt: instantSchema,
      usedAt: instantSchema.optional(),
    }),
  ),
  app: z.object({ confirmedAt: instantSchema }).optional(),
  /** How long a proof of the second factor counts as fresh. */
  freshMinutes: z.number(),
  /** The person's own request to reset a lost second factor. */
  reset: z.object({ validUntil: instantSchema, vouched: z.number().int() }).optional(),
});
export type Account = z.infer<typeof accountSchema>;

export async function accountOf(deps: Deps, { person, session }: SignedIn): Promise<Account> {
  const { personId } = person;
  const now = deps.clock.now();
  const [refs, passkeys, totp, reset] = await Promise.all([
    deps.store.list("sessionRef", { personId }),
    deps.store.list("passkey", { personId }),
    deps.store.get("totp", { personId }),
    deps.store.get("factorReset", { personId }),
  ]);
  const sessions = await Promise.all(refs.map(({ tokenHash }) => deps.store.get("session", { tokenHash })));
  const from = person.sessionsFrom;
  const live = sessions.flatMap((one) =>
    one === undefined || isOver(one, now) || (from !== undefined && one.createdAt < from) ? [] : [one],
  );
  return {
    sessions: live
      .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
      .map(({ sessionId, via, agent, createdAt, absoluteUntil, secondFactorAt }) => ({
        sessionId,
        current: sessionId === session.sessionId,
        via,
        ...(agent === undefined ? {} : { agent }),
        createdAt,
        endsAt: absoluteUntil,
        ...(secondFactorAt === undefined ? {} : { secondFactorAt }),
      })),
    passkeys: passkeys.map(({ credentialId, label, createdAt, usedAt }) => ({
      credentialId,
      label,
      createdAt,
      ...(usedAt === undefined ? {} : { usedAt }),
    })),
    ...(totp?.confirmedAt === undefined ? {} : { app: { confirmedAt: totp.confirmedAt } }),
    freshMinutes,
    ...(reset === undefined || reset.validUntil <= now
      ? {}
      : { reset: { validUntil: reset.validUntil, vouched: reset.firstBy === undefined ? 0 : 1 } }),
  };
}

function isOver({ idleUntil, absoluteUntil }: Session, now: Instant): boolean {
  return idleUntil <= now || absoluteUntil <= now;
}

export const resetsSchema = z.object({
  resets: z.array(
    z.object({
      personId: personIdSchema,
      name: z.string(),
      email: z.string(),
      askedAt: instantSchema,
      validUntil: instantSchema,
      /** One colleague vouched already. */
      vouched: z.boolean(),
      /** It was the reader. */
      byMe: z.boolean(),
    }),
  ),
});

/** Open resets that the reader may vouch for; others are not told of. */
export async function resetsFor(deps: Deps, { actor }: SignedIn): Promise<z.infer<typeof resetsSchema>> {
  const now = deps.clock.now();
  const open = (await deps.store.list("factorReset", {})).filter(({ validUntil }) => now < validUntil);
  const people = await Promise.all(open.map(({ personId }) => deps.store.wholePerson(personId)));
  const resets = open.flatMap(({ personId, askedAt, validUntil, firstBy }, index) => {
    const { person, grants = [] } = people[index] ?? {};
    if (person === undefined || !mayVouch(actor, personId, grants, now)) return [];
    const { name, email } = person;
    const byMe = firstBy === actor.personId;
    return [{ personId, name, email, askedAt, validUntil, vouched: firstBy !== undefined, byMe }];
  });
  return { resets };
}
