/** What would stall in the network, as its secretary looks at it. */
import { networkGapsSchema, readNetworkGaps } from "@multihelix/core/view/network-gaps.ts";
import { signedRoute } from "../route.ts";

export const networkGapRoutes = [
  signedRoute({
    method: "get",
    path: "/api/network/gaps",
    summary: "Duties without people, tasks that nobody may do, calls that lack something, accounts that wait",
    tag: "role",
    result: networkGapsSchema,
    refuses: ["actor.role-needed"],
    handle: async ({ deps }, { actor }) => ({ body: await readNetworkGaps(deps, actor) }),
  }),
] as const;
