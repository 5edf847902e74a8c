/** Redress: the applicant asks, the officer admits and decides; and the opening of a letter, which proves its delivery. */
import { caseIdSchema } from "@multihelix/core/kernel/id.ts";
import { openLetter, openLetterResult } from "@multihelix/core/letter/open-letter.ts";
import { admitRedress } from "@multihelix/core/redress/admit-redress.ts";
import { askRedress } from "@multihelix/core/redress/ask-redress.ts";
import { decideRedress } from "@multihelix/core/redress/decide-redress.ts";
import { redressSchema } from "@multihelix/core/redress/redress.ts";
import { redressViewSchema, viewRedress } from "@multihelix/core/view/redress-view.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";
import { visibleCase } from "./case.ts";

const tag = "redress";
const outcome = z.object({ outcome: z.string() });

export const redressRoutes = [
  signedRoute({
    method: "get",
    path: "/api/cases/{caseId}/redress",
    summary: "Whether redress may be asked, until when, and what became of it",
    tag,
    params: z.object({ caseId: caseIdSchema }),
    result: redressViewSchema,
    handle: async ({ deps, params }, { actor }) => {
      const { view } = await visibleCase(deps, actor, params.caseId);
      return { body: await viewRedress(deps, actor, view) };
    },
  }),
  act({
    path: "/api/cases/{caseId}/redress",
    summary: "Ask once for redress against a decision",
    tag,
    verb: askRedress,
    ids: ["caseId"],
    result: z.object({ status: redressSchema.shape.status }),
    refuses: ["redress.asked-before", "redress.too-late", "redress.waits"],
  }),
  act({
    path: "/api/cases/{caseId}/redress/admission",
    summary: "Say whether the request can be examined",
    tag,
    verb: admitRedress,
    ids: ["caseId"],
    result: outcome,
  }),
  act({
    path: "/api/cases/{caseId}/redress/outcome",
    summary: "Decide on the request; upheld means that others review anew",
    tag,
    verb: decideRedress,
    ids: ["caseId"],
    result: outcome,
  }),
  act({
    path: "/api/cases/{caseId}/letters/{letterId}/opening",
    summary: "The reader opened a letter that was written to them",
    tag,
    verb: openLetter,
    ids: ["caseId", "letterId"],
    result: openLetterResult,
    refuses: ["letter.not-found"],
  }),
] as const;
