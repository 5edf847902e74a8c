/** Reading the books: balances of a park's keys, and the postings behind any of them. */

import { caseIdSchema } from "@multihelix/core/kernel/id.ts";
import { ledgerViewSchema, readCaseLedger, readParkLedger } from "@multihelix/core/view/ledger-view.ts";
import { outlookSchema, readOutlook } from "@multihelix/core/view/outlook.ts";
import { postingsQuery, postingsViewSchema, readPostings } from "@multihelix/core/view/postings-view.ts";
import * as z from "zod";
import { signedRoute } from "../route.ts";

const tag = "ledger";

export const ledgerRoutes = [
  signedRoute({
    method: "get",
    path: "/api/parks/{parkId}/ledger",
    summary: "Balances of every ledger key of the park, recomputed from postings",
    tag,
    params: z.object({ parkId: z.string().max(40) }),
    result: ledgerViewSchema,
    handle: async ({ deps, params }, { actor }) => ({ body: await readParkLedger(deps, actor, params.parkId) }),
  }),
  signedRoute({
    method: "get",
    path: "/api/parks/{parkId}/postings",
    summary: "The postings that make a figure, and what they add up to",
    tag,
    params: z.object({ parkId: z.string().max(40) }),
    query: postingsQuery,
    result: postingsViewSchema,
    handle: async ({ deps, params, query }, { actor }) => ({
      body: await readPostings(deps, actor, params.parkId, query),
    }),
  }),
  signedRoute({
    method: "get",
    path: "/api/cases/{caseId}/ledger",
    summary: "The postings of a case and what they add up to",
    tag,
    params: z.object({ caseId: caseIdSchema }),
    result: ledgerViewSchema,
    handle: async ({ deps, params }, { actor }) => ({ body: await readCaseLedger(deps, actor, params.caseId) }),
  }),
  signedRoute({
    method: "get",
    path: "/api/parks/{parkId}/outlook",
    summary: "What the park's money waits for: vouchers that will lapse, orders not booked, money asked back",
    tag,
    params: z.object({ parkId: z.string().max(40) }),
    result: outlookSchema,
    handle: async ({ deps, params }, { actor }) => ({ body: await readOutlook(deps, actor, params.parkId) }),
  }),
] as const;
