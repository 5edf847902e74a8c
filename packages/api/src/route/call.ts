/** Calls and their budgets. */

import { archiveCall } from "@multihelix/core/call/advance-call.ts";
import { callSchema } from "@multihelix/core/call/call.ts";
import { createCall } from "@multihelix/core/call/create-call.ts";
import { publishCall } from "@multihelix/core/call/publish-call.ts";
import { setQuestions } from "@multihelix/core/call/set-questions.ts";
import { preCheckSchema } from "@multihelix/core/eligibility/pre-check.ts";
import { DomainError } from "@multihelix/core/kernel/error.ts";
import { callIdSchema } from "@multihelix/core/kernel/id.ts";
import { setBudget } from "@multihelix/core/ledger/set-budget.ts";
import { callQuestionsSchema, viewCallQuestions } from "@multihelix/core/view/call-questions.ts";
import { publicCall } from "@multihelix/core/view/call-view.ts";
import { checkVisitor, visitorReportSchema } from "@multihelix/core/view/visitor-check.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { publicRoute, signedRoute } from "../route.ts";

const tag = "call";
/** A call as the public reads it. */
export const publicCallSchema = callSchema
  .omit({
    createdBy: true,
    publishedBy: true,
    writers: true,
    unconfirmed: true,
    version: true,
    payers: true,
    frozen: true,
  })
  .extend({ payers: z.array(z.object({ parkId: z.string(), sharePercent: z.number(), aidBasis: z.string() })) });

export const callRoutes = [
  publicRoute({
    method: "get",
    path: "/api/calls",
    summary: "Calls that are open or were",
    tag,
    result: z.object({ calls: z.array(publicCallSchema), serverTime: z.string() }),
    handle: async ({ deps }) => {
      const now = deps.clock.now();
      const calls = (await deps.store.list("call", {})).flatMap((call) => publicCall(call, now) ?? []);
      return { body: { calls, serverTime: now } };
    },
  }),
  publicRoute({
    method: "get",
    path: "/api/calls/{callId}",
    summary: "One call",
    tag,
    params: z.object({ callId: callIdSchema }),
    result: publicCallSchema,
    handle: async ({ deps, params }) => {
      const call = await deps.store.get("call", params);
      const shown = call === undefined ? undefined : publicCall(call, deps.clock.now());
      if (shown === undefined) throw new DomainError("not_found", "call.not-found");
      return { body: shown };
    },
  }),
  publicRoute({
    method: "post",
    path: "/api/calls/{callId}/check",
    summary:
      "Can I apply? Every requirement that a visitor can answer, all that fail with the reason; nothing is stored",
    tag,
    keyless: true,
    originless: true,
    params: z.object({ callId: callIdSchema }),
    body: preCheckSchema,
    result: visitorReportSchema,
    handle: async ({ deps, params, body }) => ({ body: await checkVisitor(deps, params.callId, body) }),
  }),
  act({
    path: "/api/calls",
    summary: "Draft a call",
    tag,
    verb: createCall,
    ids: [],
    result: z.object({ callId: callIdSchema }),
    status: 201,
  }),
  signedRoute({
    method: "get",
    path: "/api/calls/{callId}/questions",
    summary: "The questions of a call, for the managers who set them",
    tag,
    params: z.object({ callId: callIdSchema }),
    result: callQuestionsSchema,
    handle: async ({ deps, params }, { actor }) => ({ body: await viewCallQuestions(deps, actor, params.callId) }),
  }),
  act({
    path: "/api/calls/{callId}/questions",
    summary: "Set the questions of a call that is still a draft",
    tag,
    verb: setQuestions,
    ids: ["callId"],
    result: z.object({ questions: z.number().int(), version: z.number().int() }),
    refuses: ["call.changed"],
  }),
  act({
    path: "/api/calls/{callId}/publication",
    summary: "Publish a call; needs a second manager",
    tag,
    verb: publishCall,
    ids: ["callId"],
    result: z.object({ state: z.string() }),
  }),
  act({
    path: "/api/calls/{callId}/archive",
    summary: "Archive a call in which nothing is open any more, before the clock does",
    tag,
    verb: archiveCall,
    ids: ["callId"],
    result: z.object({ state: z.string() }),
    refuses: ["call.not-over"],
  }),
  act({
    path: "/api/budgets",
    summary: "Set the budget of a ledger key",
    tag,
    verb: setBudget,
    ids: [],
    result: z.object({ available: z.number().int() }),
  }),
] as const;
