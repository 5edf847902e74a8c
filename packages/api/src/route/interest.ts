/** What ties people to organisations: their own list, and the tie that somebody finds when a case comes to them. */
import { declareCaseInterest, declareCaseInterestResult } from "@multihelix/core/person/declare-case-interest.ts";
import { saveInterests } from "@multihelix/core/person/save-interests.ts";
import { interestsViewSchema, readInterests } from "@multihelix/core/view/interests-view.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const tag = "account";

export const interestRoutes = [
  signedRoute({
    method: "get",
    path: "/api/my/interests",
    summary: "My interests: what ties me to organisations, and how much each tie weighs",
    tag,
    result: interestsViewSchema,
    handle: async ({ deps }, { actor }) => ({ body: await readInterests(deps, actor) }),
  }),
  act({
    path: "/api/my/interests",
    summary: "Save my interests; cases that a HARD one touches leave my sight, and their tasks go to colleagues",
    tag,
    verb: saveInterests,
    ids: [],
    result: z.object({ saved: z.literal(true) }),
    refuses: ["person.changed"],
  }),
  act({
    path: "/api/cases/{caseId}/interest",
    summary: "Declare an interest in a party of a case that I am to act on",
    tag,
    verb: declareCaseInterest,
    ids: ["caseId"],
    result: declareCaseInterestResult,
    refuses: ["case.not-found", "case.no-provider", "interest.note-needed"],
  }),
] as const;
