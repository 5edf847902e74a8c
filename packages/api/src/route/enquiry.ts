/** Questions about a call: asked and read by anybody, answered by its managers. */
import { answerEnquiry } from "@multihelix/core/enquiry/answer-enquiry.ts";
import { askEnquiryInput, askEnquiryResult, askInPublic } from "@multihelix/core/enquiry/ask-enquiry.ts";
import { correctEnquiry, correctEnquiryResult } from "@multihelix/core/enquiry/correct-enquiry.ts";
import { enquirySchema } from "@multihelix/core/enquiry/enquiry.ts";
import { callIdSchema } from "@multihelix/core/kernel/id.ts";
import {
  deskEnquiries,
  deskEnquiriesSchema,
  myEnquiries,
  myEnquiriesSchema,
  publicEnquiries,
  publicEnquiriesSchema,
} from "@multihelix/core/view/enquiries.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { publicRoute, signedRoute } from "../route.ts";

const tag = "call";
const params = z.object({ callId: callIdSchema });

export const enquiryRoutes = [
  publicRoute({
    method: "get",
    path: "/api/calls/{callId}/enquiries",
    summary: "Questions about a call that were answered in public, in the order of their answers",
    tag,
    params,
    result: publicEnquiriesSchema,
    handle: async ({ deps, params: { callId } }) => ({ body: await publicEnquiries(deps, callId) }),
  }),
  publicRoute({
    method: "post",
    path: "/api/calls/{callId}/enquiries",
    summary: "Ask about a call, without account; the answer is mailed, and who asked is never published",
    tag,
    params,
    body: askEnquiryInput.omit({ callId: true }),
    result: askEnquiryResult,
    refuses: ["enquiry.call-closed", "enquiry.queue-full", "enquiry.too-many"],
    handle: async ({ deps, params: { callId }, body, key, address, ask }) => {
      const { result, limit } = await askInPublic(deps, { address, ask: ask() }, key, { ...body, callId });
      return { body: result, status: 201, limit };
    },
  }),
  signedRoute({
    method: "get",
    path: "/api/calls/{callId}/enquiries/desk",
    summary: "Every question about a call, for its staff; who asked is not shown",
    tag,
    params,
    result: deskEnquiriesSchema,
    handle: async ({ deps, params: { callId } }, { actor }) => ({ body: await deskEnquiries(deps, actor, callId) }),
  }),
  act({
    path: "/api/calls/{callId}/enquiries/{enquiryId}/answer",
    summary:
      "Answer a question in public, to the asker alone, or decline it with the reason; the asker gets it by mail",
    tag,
    verb: answerEnquiry,
    ids: ["callId", "enquiryId"],
    result: z.object({ status: enquirySchema.shape.status }),
    refuses: ["enquiry.answered"],
  }),
  act({
    path: "/api/calls/{callId}/enquiries/{enquiryId}/correct",
    summary: "Correct what was published about a call; the page says when, and the desk keeps what stood there before",
    tag,
    verb: correctEnquiry,
    ids: ["callId", "enquiryId"],
    result: correctEnquiryResult,
    refuses: ["enquiry.not-published", "enquiry.changed", "enquiry.corrected-most"],
  }),
  signedRoute({
    method: "get",
    path: "/api/my/enquiries",
    summary: "Questions about calls that wait for an answer in the parks that one manages",
    tag,
    result: myEnquiriesSchema,
    handle: async ({ deps }, { actor }) => ({ body: await myEnquiries(deps, actor) }),
  }),
] as const;
