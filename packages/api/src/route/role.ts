/** Roles given and taken by those who may. */
import { endRole, endRoleResult } from "@multihelix/core/person/end-role.ts";
import { grantRole, grantRoleResult } from "@multihelix/core/person/grant-role.ts";
import { rolesFor, rolesSchema } from "@multihelix/core/view/role-view.ts";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const tag = "role";

export const roleRoutes = [
  signedRoute({
    method: "get",
    path: "/api/roles",
    summary: "Roles that I may give, and who holds them",
    tag,
    result: rolesSchema,
    handle: async ({ deps }, { actor }) => ({ body: await rolesFor(deps, actor) }),
  }),
  act({
    path: "/api/roles",
    summary:
      "Give somebody a role, perhaps until the end of a day, perhaps as substitute; asks for a fresh second factor",
    tag,
    verb: grantRole,
    ids: [],
    result: grantRoleResult,
    status: 201,
    refuses: ["second-factor.stale", "role.not-yours-to-grant", "role.own", "person.not-found"],
  }),
  act({
    path: "/api/roles/{personId}/{grantId}/end",
    summary: "Take a role away; it is gone at its holder's next request",
    tag,
    verb: endRole,
    ids: ["personId", "grantId"],
    result: endRoleResult,
    refuses: ["second-factor.stale", "role.not-found", "role.own", "role.last-holder"],
  }),
] as const;
