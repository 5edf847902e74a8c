/** Amendments of a published call: read by everybody, proposed by one manager, published by another. */
import { proposeAmendment, publishAmendment, withdrawAmendment } from "@multihelix/core/call/amend-call.ts";
import { callIdSchema } from "@multihelix/core/kernel/id.ts";
import { languageSchema } from "@multihelix/core/person/person.ts";
import {
  amendmentDeskSchema,
  amendmentsSchema,
  readAmendmentDesk,
  readAmendments,
} from "@multihelix/core/view/amendments.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { publicRoute, signedRoute } from "../route.ts";

const tag = "call";
const params = z.object({ callId: callIdSchema });
const query = z.object({ language: languageSchema.default("en") });

export const amendmentRoutes = [
  publicRoute({
    method: "get",
    path: "/api/calls/{callId}/amendments",
    summary: "What of a call was changed after it was published, and why, newest first",
    tag,
    params,
    query,
    result: amendmentsSchema,
    handle: async ({ deps, params: { callId }, query: { language } }) => ({
      body: await readAmendments(deps, callId, language),
    }),
  }),
  signedRoute({
    method: "get",
    path: "/api/calls/{callId}/amendment-desk",
    summary: "Amendments of a call for its staff: the proposed one, and who proposed and published the others",
    tag,
    params,
    query,
    result: amendmentDeskSchema,
    handle: async ({ deps, params: { callId }, query: { language } }, { actor }) => ({
      body: await readAmendmentDesk(deps, actor, callId, language),
    }),
  }),
  act({
    path: "/api/calls/{callId}/amendments",
    summary: "Propose a change of one step of a published call, with the reason in each of its languages",
    tag,
    verb: proposeAmendment,
    ids: ["callId"],
    result: z.object({ number: z.number().int() }),
    status: 201,
    refuses: ["call.changed", "amendment.another-open", "amendment.not-allowed", "amendment.changes-nothing"],
  }),
  act({
    path: "/api/calls/{callId}/amendments/{number}/publication",
    summary: "Publish a proposed amendment; needs a second manager. Applicants are told by letter",
    tag,
    verb: publishAmendment,
    ids: ["callId", "number"],
    result: z.object({ status: z.string() }),
    refuses: ["amendment.settled", "amendment.not-allowed"],
  }),
  act({
    path: "/api/calls/{callId}/amendments/{number}/withdrawal",
    summary: "Withdraw a proposed amendment",
    tag,
    verb: withdrawAmendment,
    ids: ["callId", "number"],
    result: z.object({ status: z.string() }),
    refuses: ["amendment.settled"],
  }),
] as const;
