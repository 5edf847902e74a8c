/** Walking a drafted call as its applicant, provider and reviewer before it is published. */
import { askDryRunSchema } from "@multihelix/core/call/dry-run/dry-run.ts";
import { callIdSchema } from "@multihelix/core/kernel/id.ts";
import { dryRunViewSchema, readDryRun } from "@multihelix/core/view/dry-run.ts";
import * as z from "zod";
import { signedRoute } from "../route.ts";
import { publicCallSchema } from "./call.ts";

export const dryRunRoutes = [
  signedRoute({
    method: "post",
    path: "/api/calls/{callId}/dry-run",
    summary:
      "A draft as applicant, provider or reviewer would meet it with these answers: case, check, letters; nothing is stored",
    tag: "call",
    keyless: true,
    params: z.object({ callId: callIdSchema }),
    body: askDryRunSchema,
    result: dryRunViewSchema.extend({ call: publicCallSchema }),
    refuses: ["call.wrong-state", "dry-run.no-provider"],
    handle: async ({ deps, params, body }, { actor }) => ({
      body: await readDryRun(deps, actor, params.callId, body),
    }),
  }),
] as const;
