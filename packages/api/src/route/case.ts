/** Reading cases: one, mine, a park's list, and what the case's record holds. */

import type { PersonActor } from "@multihelix/core/kernel/actor.ts";
import { DomainError } from "@multihelix/core/kernel/error.ts";
import { type CaseId, caseIdSchema } from "@multihelix/core/kernel/id.ts";
import { instantSchema } from "@multihelix/core/kernel/instant.ts";
import { languageSchema } from "@multihelix/core/person/person.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { plannedCount } from "@multihelix/core/review/plan.ts";
import { type CaseView, caseViewSchema, viewCase } from "@multihelix/core/view/case-view.ts";
import { historyEntrySchema, viewHistory } from "@multihelix/core/view/history.ts";
import { readHolders } from "@multihelix/core/view/holders.ts";
import { letterViewSchema, viewLetters } from "@multihelix/core/view/letters.ts";
import { myCaseSchema, myCases } from "@multihelix/core/view/my-cases.ts";
import { myTaskSchema, myTasks } from "@multihelix/core/view/my-tasks.ts";
import { namesOf } from "@multihelix/core/view/names.ts";
import { parkCasesQuery, parkCasesSchema, readParkCases } from "@multihelix/core/view/park-cases.ts";
import { viewReceipt } from "@multihelix/core/view/receipt.ts";
import { strandsSchema } from "@multihelix/core/view/strands.ts";
import { viewWorkflow } from "@multihelix/core/view/workflow-view.ts";
import * as z from "zod";
import { type FileReply, signedRoute } from "../route.ts";

const tag = "case";
const caseParams = z.object({ caseId: caseIdSchema });

/** The case as this person may see it, or `not_found`. */
export async function visibleCase(
  deps: Deps,
  actor: PersonActor,
  caseId: CaseId,
): Promise<{ view: CaseView; items: Awaited<ReturnType<Deps["store"]["wholeCase"]>> }> {
  const items = await deps.store.wholeCase(caseId);
  const view = viewCase(actor, items, deps.clock.now());
  if (view === undefined) throw new DomainError("not_found", "case.not-found");
  return { view, items };
}

export const caseRoutes = [
  signedRoute({
    method: "get",
    path: "/api/my/tasks",
    summary: "What is wanted from me, soonest due first",
    tag,
    result: z.object({ tasks: z.array(myTaskSchema) }),
    handle: async ({ deps }, { actor }) => ({
      body: { tasks: await myTasks(deps, actor) },
    }),
  }),
  signedRoute({
    method: "get",
    path: "/api/my/cases",
    summary: "Cases of my organisations",
    tag,
    result: z.object({ cases: z.array(myCaseSchema) }),
    handle: async ({ deps }, { actor }) => ({ body: { cases: await myCases(deps.store, actor, deps.clock.now()) } }),
  }),
  signedRoute({
    method: "get",
    path: "/api/parks/{parkId}/cases",
    summary: "Cases that the park pays for, filtered, sorted and counted",
    tag,
    params: z.object({ parkId: z.string().max(40) }),
    query: parkCasesQuery,
    result: parkCasesSchema,
    handle: async ({ deps, params, query }, { actor }) => ({
      body: await readParkCases(deps, actor, params.parkId, query),
    }),
  }),
  signedRoute({
    method: "get",
    path: "/api/cases/{caseId}",
    summary: "A case as the reader may see it",
    tag,
    params: caseParams,
    result: caseViewSchema.extend({ names: z.record(z.string(), z.string()) }),
    handle: async ({ deps, params }, { actor }) => {
      const { view } = await visibleCase(deps, actor, params.caseId);
      return { body: { ...view, names: await namesOf(deps.store, actor, view) } };
    },
  }),
  signedRoute({
    method: "get",
    path: "/api/cases/{caseId}/receipt.pdf",
    summary: "The receipt of the submission as PDF",
    tag,
    file: "application/pdf",
    params: caseParams,
    query: z.object({ language: languageSchema.optional() }),
    result: z.object({ text: z.string(), type: z.string(), fileName: z.string() }) as z.ZodType<FileReply>,
    handle: async ({ deps, options, params, query }, { actor }) => {
      const receipt = await viewReceipt(deps, actor, params.caseId, query.language);
      const { receiptPdf } = await import("../receipt-pdf.ts");
      const text = await receiptPdf(receipt, options.origins[0] ?? "");
      return { body: { text, type: "application/pdf", fileName: `receipt-${receipt.reference}.pdf` } };
    },
  }),
  signedRoute({
    method: "get",
    path: "/api/cases/{caseId}/workflow",
    summary: "The workflow as data: the way taken, where it is, where it can go",
    tag,
    params: caseParams,
    query: z.object({ language: z.enum(["en", "nl", "fr", "sv", "cy"]).default("en") }),
    result: strandsSchema,
    handle: async ({ deps, params, query }, { actor }) => {
      const { view, items } = await visibleCase(deps, actor, params.caseId);
      const [one] = items.case;
      if (one === undefined) throw new DomainError("not_found", "case.not-found");
      const inside = view.audience === "staff" || view.audience === "auditor";
      const open = items.task.filter(({ status }) => inside && status === "open");
      const [names, call, holders] = await Promise.all([
        namesOf(deps.store, actor, view),
        deps.store.get("call", { callId: one.callId }),
        readHolders(deps.store, open, deps.clock.now(), one),
      ]);
      return {
        body: viewWorkflow({
          unreviewed: call !== undefined && one.submittedAt !== undefined && plannedCount(call, one) === 0,
          holders,
          view,
          items,
          names,
          network: await deps.network.current(),
          now: deps.clock.now(),
          language: query.language,
        }),
      };
    },
  }),
  signedRoute({
    method: "get",
    path: "/api/cases/{caseId}/history",
    summary: "What happened, oldest first, with the seal of the chain",
    tag,
    params: caseParams,
    result: z.object({
      entries: z.array(historyEntrySchema),
      names: z.record(z.string(), z.string()),
      sealedUntil: instantSchema.optional(),
    }),
    handle: async ({ deps, params }, { actor }) => {
      const { view } = await visibleCase(deps, actor, params.caseId);
      return { body: await viewHistory(deps.store, actor, view) };
    },
  }),
  signedRoute({
    method: "get",
    path: "/api/cases/{caseId}/letters",
    summary: "Letters of the case to the reader; for the park, all",
    tag,
    params: caseParams,
    result: z.object({ letters: z.array(letterViewSchema) }),
    handle: async ({ deps, params }, { actor }) => {
      const { view } = await visibleCase(deps, actor, params.caseId);
      return { body: { letters: await viewLetters(deps.store, actor, view) } };
    },
  }),
] as const;
