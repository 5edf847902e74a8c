/** Approvals that wait for me: those in which nothing differs as groups, the others one by one. Each is answered through its own route. */
import { alikeApprovalsSchema, readAlikeApprovals } from "@multihelix/core/view/alike-approvals.ts";
import { signedRoute } from "../route.ts";

export const alikeApprovalRoutes = [
  signedRoute({
    method: "get",
    path: "/api/my/approvals",
    summary: "Approvals that I may give together because nothing differs, and why each other is looked at by itself",
    tag: "decision",
    result: alikeApprovalsSchema,
    handle: async ({ deps }, { actor }) => ({ body: await readAlikeApprovals(deps, actor) }),
  }),
] as const;
