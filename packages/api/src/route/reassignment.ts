/** The network's secretary gives an open task to somebody who may do it. */
import { caseIdSchema, personIdSchema } from "@multihelix/core/kernel/id.ts";
import { reassignTask } from "@multihelix/core/task/reassign-task.ts";
import { readReassignment, reassignmentViewSchema } from "@multihelix/core/view/reassignment.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const path = "/api/cases/{caseId}/reassignment";

export const reassignmentRoutes = [
  signedRoute({
    method: "get",
    path,
    summary: "Open tasks of a case that a role holds, who is asked, and to whom each can be given",
    tag: "role",
    params: z.object({ caseId: caseIdSchema }),
    result: reassignmentViewSchema,
    refuses: ["actor.role-needed"],
    handle: async ({ deps, params }, { actor }) => ({ body: await readReassignment(deps, actor, params.caseId) }),
  }),
  act({
    path,
    summary: "Give an open task to a named person who may do it",
    tag: "role",
    verb: reassignTask,
    ids: ["caseId"],
    result: z.object({ to: personIdSchema }),
    refuses: ["actor.role-needed", "task.not-open", "task.reassign-unfit"],
  }),
] as const;
