/** Signing in and out. */

import { personIdSchema } from "@multihelix/core/kernel/id.ts";
import { membershipSchema } from "@multihelix/core/organisation/membership.ts";
import { languageSchema } from "@multihelix/core/person/person.ts";
import { roleGrantSchema } from "@multihelix/core/person/role-grant.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { askCode, useCode } from "@multihelix/core/sign-in/code.ts";
import { enrolTotp, proveTotp } from "@multihelix/core/sign-in/second-factor.ts";
import { endSession, type NewSession, signedIn } from "@multihelix/core/sign-in/session-life.ts";
import * as z from "zod";
import { publicRoute, type Signed, signedRoute } from "../route.ts";

const tag = "session";

export const meSchema = z.object({
  personId: personIdSchema,
  name: z.string(),
  email: z.string(),
  language: languageSchema,
  /** Roles that this session may use now. */
  grants: z.array(roleGrantSchema.pick({ role: true, scope: true, substitute: true })),
  memberships: z.array(membershipSchema.pick({ organisationId: true, level: true }).extend({ name: z.string() })),
  secondFactorNeeded: z.boolean(),
  /** An authenticator app was proved before; else it must be set up first. */
  secondFactorEnrolled: z.boolean(),
  /** There is a passkey to use instead of the app. */
  passkeyEnrolled: z.boolean(),
});

export const sessionSchema = z.object({ me: meSchema.nullable() });

/** The answer after a sign-in or step-up: who it is now, and the new token. */
export async function renewed(deps: Deps, { token }: NewSession) {
  const found = await signedIn(deps, token);
  const me = found === undefined ? null : await meOf(deps, { actor: found.actor, signedIn: found });
  return { body: { me }, session: token };
}

async function meOf(deps: Deps, signed: Signed): Promise<z.infer<typeof meSchema>> {
  const { person, actor, secondFactorNeeded } = signed.signedIn;
  const [totp, passkeys, ...organisations] = await Promise.all([
    deps.store.get("totp", { personId: person.personId }),
    deps.store.list("passkey", { personId: person.personId }),
    ...actor.memberships.map(({ organisationId }) => deps.store.get("organisation", { organisationId })),
  ]);
  return {
    personId: person.personId,
    name: person.name,
    email: person.email,
    language: person.language,
    grants: [...actor.grants],
    // A record that was merged is the kept one's: it is not named beside it.
    memberships: actor.memberships.flatMap((membership, index) =>
      organisations[index]?.mergedInto === undefined
        ? [{ ...membership, name: organisations[index]?.legalName ?? "" }]
        : [],
    ),
    secondFactorNeeded,
    secondFactorEnrolled: totp?.confirmedAt !== undefined,
    passkeyEnrolled: passkeys.length > 0,
  };
}

export const sessionRoutes = [
  publicRoute({
    method: "get",
    path: "/api/session",
    summary: "Who is signed in",
    tag,
    result: sessionSchema,
    handle: async ({ deps }, signed) => ({ body: { me: signed === undefined ? null : await meOf(deps, signed) } }),
  }),
  publicRoute({
    method: "post",
    path: "/api/session/code",
    summary: "Ask for a sign-in code by mail; the answer is the same for every address",
    tag,
    keyless: true,
    body: z.object({ email: z.email().max(254), language: languageSchema.default("en") }),
    result: z.object({ sent: z.literal(true) }),
    refuses: ["sign-in.too-many"],
    handle: async ({ deps, body, address, ask }) => {
      const limit = await askCode(deps, { address, ask: ask() }, body.email, body.language);
      return { body: { sent: true }, status: 202, limit };
    },
  }),
  publicRoute({
    method: "post",
    path: "/api/session/verify",
    summary: "Use the code once, in the browser that asked for it",
    tag,
    keyless: true,
    body: z.object({ code: z.string().min(4).max(20) }),
    result: sessionSchema,
    refuses: ["sign-in.wrong-code", "sign-in.code-dead"],
    handle: async ({ deps, body, address, agent, ask }) =>
      renewed(deps, await useCode(deps, { address, ask: ask(), agent }, body.code)),
  }),
  signedRoute({
    method: "post",
    path: "/api/session/totp",
    summary: "Set up an authenticator app: the secret is shown once",
    tag,
    keyless: true,
    result: z.object({ secret: z.string(), uri: z.string() }),
    refuses: ["second-factor.enrolled"],
    handle: async ({ deps, options }, { signedIn: who }) => ({ body: await enrolTotp(deps, options.totp, who) }),
  }),
  signedRoute({
    method: "post",
    path: "/api/session/second-factor",
    summary: "Prove the second factor; the session gets a new token",
    tag,
    keyless: true,
    body: z.object({ code: z.string().min(4).max(20) }),
    result: sessionSchema,
    refuses: ["second-factor.wrong", "second-factor.locked"],
    handle: async ({ deps, options, body }, { signedIn: who }) =>
      renewed(deps, await proveTotp(deps, options.totp, who, body.code)),
  }),
  signedRoute({
    method: "delete",
    path: "/api/session",
    summary: "Sign out",
    tag,
    keyless: true,
    result: z.object({ ended: z.literal(true) }),
    handle: async ({ deps }, { signedIn: who }) => {
      await endSession(deps, who.person.personId, who.session.sessionId);
      return { body: { ended: true }, session: null };
    },
  }),
] as const;
