/** Marked translations of an application, and choosing its reviewers anew once there is one. */
import { languageSchema } from "@multihelix/core/person/person.ts";
import { planAgain } from "@multihelix/core/review/plan-again.ts";
import { addTranslation } from "@multihelix/core/review/translation/add-translation.ts";
import * as z from "zod";
import { act } from "../act.ts";

const tag = "review";

export const translationRoutes = [
  act({
    path: "/api/cases/{caseId}/translations/{language}",
    summary: "Add a translation for reviewers, marked as one, or put a new one in its place",
    tag,
    verb: addTranslation,
    ids: ["caseId", "language"],
    result: z.object({ language: languageSchema }),
    refuses: ["translation.own-language", "translation.wrong-state", "translation.scope-missing"],
  }),
  act({
    path: "/api/cases/{caseId}/slots/{slot}/plan",
    summary: "Choose reviewers anew, where the manager is asked to name them",
    tag,
    verb: planAgain,
    ids: ["caseId", "slot"],
    result: z.object({ outcome: z.string() }),
    refuses: ["review.waits-for-run", "review.waits-for-translation", "review.no-plan"],
  }),
] as const;
