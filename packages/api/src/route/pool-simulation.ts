/** Before a call opens: whether the reviewers of now would suffice for it. */
import { callIdSchema } from "@multihelix/core/kernel/id.ts";
import { readPoolSimulation } from "@multihelix/core/view/pool-simulation.ts";
import { poolSimulationSchema, simulationQuerySchema } from "@multihelix/core/view/pool-simulation-schema.ts";
import * as z from "zod";
import { signedRoute } from "../route.ts";

export const poolSimulationRoutes = [
  signedRoute({
    method: "get",
    path: "/api/calls/{callId}/pool-simulation",
    summary:
      "Applications that nobody sent, drawn by a seed, and whether the reviewers of now would suffice for them; stores nothing",
    tag: "assignment",
    params: z.object({ callId: callIdSchema }),
    query: simulationQuerySchema,
    result: poolSimulationSchema,
    refuses: ["call.wrong-state", "actor.role-needed"],
    handle: async ({ deps, params, query }, { actor }) => ({
      body: await readPoolSimulation(deps, actor, params.callId, query),
    }),
  }),
] as const;
