/** Passkeys: as second factor, and for signing in by themselves. */
import { passkeyMadeSchema, passkeyUsedSchema } from "@multihelix/core/port/passkey.ts";
import { askToMake, askToUse, keepPasskey, type PasskeyDoor, provePasskey } from "@multihelix/core/sign-in/passkey.ts";
import { askToSignIn, signInByPasskey } from "@multihelix/core/sign-in/passkey-sign-in.ts";
import { passkeySchema } from "@multihelix/core/sign-in/session.ts";
import * as z from "zod";
import type { ApiOptions } from "../options.ts";
import { publicRoute, signedRoute } from "../route.ts";
import { renewed, sessionSchema } from "./session.ts";

const tag = "session";
const optionsSchema = z.object({ options: z.record(z.string(), z.unknown()) });

async function doorOf({ passkeys, origins }: ApiOptions): Promise<PasskeyDoor> {
  const [first] = origins;
  if (first === undefined) throw new Error("The API was composed without an origin.");
  return { passkeys: await passkeys(), site: { rpId: new URL(first).hostname, origins } };
}

export const passkeyRoutes = [
  signedRoute({
    method: "post",
    path: "/api/session/passkeys/options",
    summary: "Options for making a passkey; they hold five minutes, for this session, once",
    tag,
    keyless: true,
    result: optionsSchema,
    refuses: ["second-factor.stale", "passkey.too-many"],
    handle: async ({ deps, options }, { signedIn: who }) => ({
      body: { options: await askToMake(deps, await doorOf(options), who) },
    }),
  }),
  signedRoute({
    method: "post",
    path: "/api/session/passkeys",
    summary: "Keep the passkey that the browser made; the session gets a new token",
    tag,
    keyless: true,
    body: z.object({ label: passkeySchema.shape.label.trim().min(1), passkey: passkeyMadeSchema }),
    result: sessionSchema,
    refuses: ["passkey.refused", "passkey.known", "second-factor.stale"],
    handle: async ({ deps, options, body }, { signedIn: who }) =>
      renewed(deps, await keepPasskey(deps, await doorOf(options), who, body.label, body.passkey)),
  }),
  signedRoute({
    method: "post",
    path: "/api/session/passkey/options",
    summary: "Options for using a passkey; they hold five minutes, for this session, once",
    tag,
    keyless: true,
    result: optionsSchema,
    refuses: ["passkey.none", "passkey.too-often"],
    handle: async ({ deps, options }, { signedIn: who }) => ({
      body: { options: await askToUse(deps, await doorOf(options), who) },
    }),
  }),
  signedRoute({
    method: "post",
    path: "/api/session/passkey",
    summary: "Prove the second factor with a passkey; the session gets a new token",
    tag,
    keyless: true,
    body: z.object({ passkey: passkeyUsedSchema }),
    result: sessionSchema,
    refuses: ["passkey.refused"],
    handle: async ({ deps, options, body }, { signedIn: who }) =>
      renewed(deps, await provePasskey(deps, await doorOf(options), who, body.passkey)),
  }),
  publicRoute({
    method: "post",
    path: "/api/session/passkey-entry/options",
    summary: "Options for signing in with a passkey alone; they hold five minutes, for this browser, once",
    tag,
    keyless: true,
    result: optionsSchema,
    refuses: ["passkey.too-often"],
    handle: async ({ deps, options, address, ask }) => ({
      body: { options: await askToSignIn(deps, await doorOf(options), { address, ask: ask() }) },
    }),
  }),
  publicRoute({
    method: "post",
    path: "/api/session/passkey-entry",
    summary: "Sign in with a passkey alone; for staff it is both proofs",
    tag,
    keyless: true,
    body: z.object({ passkey: passkeyUsedSchema }),
    result: sessionSchema,
    refuses: ["passkey.refused", "passkey.too-often"],
    handle: async ({ deps, options, body, address, agent, ask }) =>
      renewed(deps, await signInByPasskey(deps, await doorOf(options), { address, ask: ask(), agent }, body.passkey)),
  }),
] as const;
