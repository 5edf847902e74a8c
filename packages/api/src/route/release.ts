/** Releasing many decisions of a call at once, and sending a letter once more. */
import { releaseRunIdSchema } from "@multihelix/core/decision/release-run/release-run.ts";
import { startReleaseRun } from "@multihelix/core/decision/release-run/start-release-run.ts";
import { callIdSchema, letterIdSchema } from "@multihelix/core/kernel/id.ts";
import { resendLetter } from "@multihelix/core/letter/resend-letter.ts";
import { readReleaseDesk, releaseDeskSchema } from "@multihelix/core/view/release-desk.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

export const releaseRoutes = [
  signedRoute({
    method: "get",
    path: "/api/calls/{callId}/releases",
    summary:
      "Decisions that wait to be released with every letter, sum and aid effect; runs with the delivery of each letter",
    tag: "decision",
    params: z.object({ callId: callIdSchema }),
    result: releaseDeskSchema,
    handle: async ({ deps, params }, { actor }) => ({ body: await readReleaseDesk(deps, actor, params.callId) }),
  }),
  act({
    path: "/api/calls/{callId}/releases",
    summary: "Release these decisions as they were previewed, one by one",
    tag: "decision",
    verb: startReleaseRun,
    fresh: true,
    ids: ["callId"],
    result: z.object({ runId: releaseRunIdSchema }),
    status: 201,
    refuses: ["release-run.another-open", "release-run.not-ready"],
  }),
  act({
    path: "/api/cases/{caseId}/letters/{letterId}/resending",
    summary: "Send a kept letter once more, to the address that the person has now",
    tag: "letter",
    verb: resendLetter,
    ids: ["caseId", "letterId"],
    result: z.object({ letterId: letterIdSchema }),
    status: 201,
  }),
] as const;
