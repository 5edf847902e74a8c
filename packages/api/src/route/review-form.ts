/** Reviewing without a connection: the form as a file, and what one that came back would change. */
import { caseIdSchema } from "@multihelix/core/kernel/id.ts";
import { languageSchema } from "@multihelix/core/person/person.ts";
import {
  compareReviewForm,
  formComparisonSchema,
  makeReviewForm,
  returnedFormSchema,
} from "@multihelix/core/view/review-form.ts";
import * as z from "zod";
import { signedRoute } from "../route.ts";

const tag = "review";
const params = z.object({ caseId: caseIdSchema, slot: z.string().max(20) });
const path = "/api/cases/{caseId}/slots/{slot}/offline-form";

export const reviewFormRoutes = [
  signedRoute({
    method: "get",
    path,
    summary: "The form for reviewing without a connection, with the proposal and what was written so far",
    tag,
    params,
    query: z.object({ language: languageSchema.default("en") }),
    result: z.object({ text: z.string(), type: z.string(), fileName: z.string() }),
    file: "text/html",
    handle: async ({ deps, params: named, query }, { actor }) => ({
      body: await makeReviewForm(deps, actor, { ...named, ...query }),
    }),
  }),
  signedRoute({
    method: "post",
    path,
    summary: "What a form that came back would change; nothing is saved",
    tag,
    keyless: true,
    params,
    body: returnedFormSchema,
    result: formComparisonSchema,
    refuses: ["review-form.not-yours", "review-form.outdated"],
    handle: async ({ deps, params: named, body }, { actor }) => ({
      body: await compareReviewForm(deps, actor, { ...named, form: body }),
    }),
  }),
] as const;
