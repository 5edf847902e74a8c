/** Duplicates of organisations: found by number, looked at side by side, proposed by one person and confirmed by another. */
import { organisationIdSchema } from "@multihelix/core/kernel/id.ts";
import { answerMerge, answerMergeResult } from "@multihelix/core/organisation/merge/answer-merge.ts";
import { proposeMerge, proposeMergeResult } from "@multihelix/core/organisation/merge/propose-merge.ts";
import {
  findByNumber,
  foundOrganisationSchema,
  listMerges,
  mergePreviewSchema,
  mergesSchema,
  previewMerge,
} from "@multihelix/core/view/merge-view.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const tag = "organisation";

export const mergeRoutes = [
  signedRoute({
    method: "get",
    path: "/api/merges",
    summary: "Merges of organisations: those that wait for a second person, and their history",
    tag,
    result: mergesSchema,
    refuses: ["organisation.not-found"],
    handle: async ({ deps }, { actor }) => ({ body: await listMerges(deps, actor) }),
  }),
  signedRoute({
    method: "get",
    path: "/api/merge-search",
    summary: "The organisation that a register number names; of a merged record, the one that was kept",
    tag,
    query: z.object({ scheme: z.string().min(1).max(40), number: z.string().trim().min(1).max(40) }),
    result: foundOrganisationSchema,
    refuses: ["organisation.not-found", "register-id.shape", "register-id.check-digit"],
    handle: async ({ deps, query }, { actor }) => ({ body: await findByNumber(deps, actor, query) }),
  }),
  signedRoute({
    method: "get",
    path: "/api/merge-preview",
    summary: "Two records side by side: people, cases, accounts, aid under each ceiling before and after",
    tag,
    query: z.object({ kept: organisationIdSchema, merged: organisationIdSchema }),
    result: mergePreviewSchema,
    refuses: ["organisation.not-found", "duties.own-organisation", "duties.interest"],
    handle: async ({ deps, query }, { actor }) => ({ body: await previewMerge(deps, actor, query) }),
  }),
  act({
    path: "/api/merges",
    summary: "Propose that two records are one organisation; nothing changes until another person confirms it",
    tag,
    verb: proposeMerge,
    ids: [],
    result: proposeMergeResult,
    status: 201,
    refuses: ["organisation.not-found", "organisation.changed", "merge.another-open", "merge.two-registrations"],
  }),
  act({
    path: "/api/merges/{mergeId}/answer",
    summary: "Confirm a merge that somebody else proposed, or withdraw it; aid counts as one from then on",
    tag,
    verb: answerMerge,
    ids: ["mergeId"],
    result: answerMergeResult,
    refuses: ["merge.not-found", "merge.answered", "organisation.changed", "duties.same-person"],
  }),
] as const;
