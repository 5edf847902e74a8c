/** One's own account: sessions, second factors, and vouching for a colleague who lost theirs. */
import { sessionIdSchema } from "@multihelix/core/kernel/id.ts";
import { changePerson, changePersonResult } from "@multihelix/core/person/change-person.ts";
import { removeApp, removeFactorResult, removePasskey } from "@multihelix/core/sign-in/remove-factor.ts";
import { askReset, askResetResult, vouchReset, vouchResetResult } from "@multihelix/core/sign-in/reset.ts";
import { endOtherSessions, endSession } from "@multihelix/core/sign-in/session-life.ts";
import { accountOf, accountSchema, resetsFor, resetsSchema } from "@multihelix/core/view/account-view.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const tag = "account";
const endedSchema = z.object({ ended: z.literal(true) });

export const accountRoutes = [
  signedRoute({
    method: "get",
    path: "/api/my/account",
    summary: "My sessions and second factors",
    tag,
    result: accountSchema,
    handle: async ({ deps }, { signedIn: who }) => ({ body: await accountOf(deps, who) }),
  }),
  act({
    path: "/api/my/person",
    summary: "What I am called, and the language that letters to me are in",
    tag,
    verb: changePerson,
    ids: [],
    result: changePersonResult,
  }),
  signedRoute({
    method: "delete",
    path: "/api/my/sessions/{sessionId}",
    summary: "End one of my sessions; nothing happens if it is over or not mine",
    tag,
    keyless: true,
    params: z.object({ sessionId: sessionIdSchema }),
    result: endedSchema,
    handle: async ({ deps, params }, { signedIn: who }) => {
      await endSession(deps, who.person.personId, params.sessionId);
      return { body: { ended: true }, ...(params.sessionId === who.session.sessionId ? { session: null } : {}) };
    },
  }),
  signedRoute({
    method: "delete",
    path: "/api/my/sessions",
    summary: "End all my sessions but this one",
    tag,
    keyless: true,
    result: endedSchema,
    handle: async ({ deps }, { signedIn: who }) => {
      await endOtherSessions(deps, who);
      return { body: { ended: true } };
    },
  }),
  act({
    path: "/api/my/passkeys/{credentialId}/removal",
    summary: "Remove one of my passkeys",
    tag,
    verb: removePasskey,
    ids: ["credentialId"],
    result: removeFactorResult,
    refuses: ["second-factor.stale", "second-factor.last", "passkey.not-found"],
  }),
  act({
    path: "/api/my/app/removal",
    summary: "Remove my authenticator app",
    tag,
    verb: removeApp,
    ids: [],
    result: removeFactorResult,
    refuses: ["second-factor.stale", "second-factor.last"],
  }),
  act({
    path: "/api/my/factor-reset",
    summary: "I lost my second factor: two colleagues are to vouch for me within 48 hours",
    tag,
    verb: askReset,
    ids: [],
    result: askResetResult,
    refuses: ["reset.nothing-to-reset"],
  }),
  signedRoute({
    method: "get",
    path: "/api/factor-resets",
    summary: "Colleagues who lost their second factor, for whom I may vouch",
    tag,
    result: resetsSchema,
    handle: async ({ deps }, { signedIn: who }) => ({ body: await resetsFor(deps, who) }),
  }),
  act({
    path: "/api/factor-resets/{personId}/vouch",
    summary: "Vouch for a colleague; with the second voice their second factors and sessions end",
    tag,
    verb: vouchReset,
    ids: ["personId"],
    result: vouchResetResult,
    refuses: ["reset.not-found", "reset.second-person", "second-factor.stale"],
  }),
] as const;
