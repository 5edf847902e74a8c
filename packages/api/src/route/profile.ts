/** A reviewer's own profile. */
import { languageSchema } from "@multihelix/core/person/person.ts";
import { saveProfile } from "@multihelix/core/person/save-profile.ts";
import { profileViewSchema, readProfile } from "@multihelix/core/view/profile-view.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const tag = "review";

export const profileRoutes = [
  signedRoute({
    method: "get",
    path: "/api/my/profile",
    summary: "My profile as a reviewer, with the fields and registers to choose from",
    tag,
    query: z.object({ language: languageSchema.default("en") }),
    result: profileViewSchema,
    handle: async ({ deps, query }, { actor }) => ({ body: await readProfile(deps, actor, query.language) }),
  }),
  act({
    path: "/api/my/profile",
    summary: "Save my profile; the conflict rules are asked again for what I review",
    tag,
    verb: saveProfile,
    ids: [],
    result: z.object({ saved: z.literal(true) }),
    refuses: ["person.changed", "actor.role-needed"],
  }),
] as const;
