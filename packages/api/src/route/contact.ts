/** Who speaks for a party of a case, and how that passes to another of its people. */
import { answerHandover, answerHandoverResult } from "@multihelix/core/application/answer-handover.ts";
import { handOver, handOverResult } from "@multihelix/core/application/hand-over.ts";
import { caseIdSchema } from "@multihelix/core/kernel/id.ts";
import { contactViewSchema, readContact } from "@multihelix/core/view/contact-view.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const tag = "organisation";

export const contactRoutes = [
  signedRoute({
    method: "get",
    path: "/api/cases/{caseId}/contact",
    summary: "Who speaks for my organisation in the case, and who could",
    tag,
    params: z.object({ caseId: caseIdSchema }),
    result: contactViewSchema,
    refuses: ["case.not-found"],
    handle: async ({ deps, params }, { actor }) => ({ body: await readContact(deps, actor, params.caseId) }),
  }),
  act({
    path: "/api/cases/{caseId}/contact/handover",
    summary: "Hand the case over to a colleague, who accepts; an owner does it at once where the contact left",
    tag,
    verb: handOver,
    ids: ["caseId"],
    result: handOverResult,
    refuses: ["handover.no-member", "handover.contact-needed", "handover.contact-there"],
  }),
  act({
    path: "/api/cases/{caseId}/contact/answer",
    summary: "Take the case over as I was asked to, or decline",
    tag,
    verb: answerHandover,
    ids: ["caseId"],
    result: answerHandoverResult,
    refuses: ["handover.not-asked", "membership.last-owner"],
  }),
] as const;
