/** An approver hands their answer to a colleague, sees what is handed on, and takes it back. */
import { delegateApproval, takeBackApproval } from "@multihelix/core/approval/delegate-approval.ts";
import { caseIdSchema } from "@multihelix/core/kernel/id.ts";
import { handingSchema, readHandingOn } from "@multihelix/core/view/handing.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const tag = "decision";

export const handingRoutes = [
  signedRoute({
    method: "get",
    path: "/api/cases/{caseId}/approvals/{parkId}/handing-on",
    summary: "Whether and to whom an approval may be handed on, and what is handed on already",
    tag,
    params: z.object({ caseId: caseIdSchema, parkId: z.string() }),
    result: handingSchema,
    handle: async ({ deps, params }, { actor }) => ({
      body: await readHandingOn(deps, actor, params.caseId, params.parkId),
    }),
  }),
  act({
    path: "/api/cases/{caseId}/approvals/{parkId}/handing-on",
    summary: "Hand my approval of this case to a colleague until a day",
    tag,
    verb: delegateApproval,
    ids: ["caseId", "parkId"],
    result: z.object({ until: z.string() }),
    refuses: [
      "approval.no-delegation",
      "approval.delegate-again",
      "approval.delegate-unfit",
      "approval.delegation-day",
    ],
  }),
  act({
    path: "/api/cases/{caseId}/approvals/{parkId}/taking-back",
    summary: "Take back an approval that I handed on and nobody answered",
    tag,
    verb: takeBackApproval,
    ids: ["caseId", "parkId"],
    result: z.object({ taken: z.literal(true) }),
    refuses: ["approval.not-delegated"],
  }),
] as const;
