/** How mail reaches somebody: each notice at once, or one digest a day. */
import { chooseMail, chooseMailResult } from "@multihelix/core/person/choose-mail.ts";
import { mailPreferenceSchema, readMailPreference } from "@multihelix/core/view/mail-preference.ts";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const tag = "account";

export const mailPreferenceRoutes = [
  signedRoute({
    method: "get",
    path: "/api/my/mail",
    summary: "How notices reach me, and how many are held for my next digest",
    tag,
    result: mailPreferenceSchema,
    handle: async ({ deps }, { actor }) => ({ body: await readMailPreference(deps, actor) }),
  }),
  act({
    path: "/api/my/mail",
    summary: "Have notices at once, or in one digest a day; decisions and dates always come at once",
    tag,
    verb: chooseMail,
    ids: [],
    result: chooseMailResult,
    refuses: ["zone.unknown"],
  }),
] as const;
