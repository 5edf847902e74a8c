/** Assignment of reviewers to whole calls: runs with their dry run, changes by hand with their price, publishing; the load of reviewers. */
import { callIdSchema, caseIdSchema, personIdSchema } from "@multihelix/core/kernel/id.ts";
import { askCalibration } from "@multihelix/core/review/ranking/ask-calibration.ts";
import { freezeRanking, voteTie } from "@multihelix/core/review/ranking/freeze-ranking.ts";
import { rankingSchema } from "@multihelix/core/review/ranking/ranking.ts";
import { answerSuperseding, proposeSuperseding } from "@multihelix/core/review/ranking/supersede.ts";
import { discardRun, publishRun, reviseRun } from "@multihelix/core/review/run/change-run.ts";
import { runIdSchema, runStates } from "@multihelix/core/review/run/run.ts";
import { startRun } from "@multihelix/core/review/run/start-run.ts";
import { moveSchema } from "@multihelix/core/review/sheet.ts";
import { readRun, readRuns, runsSchema, runViewSchema } from "@multihelix/core/view/assignment-run.ts";
import { explanationSchema } from "@multihelix/core/view/explanation.ts";
import {
  rankingComparisonSchema,
  rankingVersionsSchema,
  readRankingComparison,
  readRankingVersions,
} from "@multihelix/core/view/ranking-versions.ts";
import { rankingViewSchema, readRanking } from "@multihelix/core/view/ranking-view.ts";
import { readReviewerLoad, reviewerLoadSchema } from "@multihelix/core/view/reviewer-load.ts";
import { explainInRun, movePriceSchema, priceInRun } from "@multihelix/core/view/run-questions.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const tag = "assignment";
const callParams = z.object({ callId: callIdSchema });
const runParams = callParams.extend({ runId: runIdSchema });
const state = z.object({ state: z.enum(runStates) });

export const assignmentRoutes = [
  signedRoute({
    method: "get",
    path: "/api/calls/{callId}/assignment-runs",
    summary: "Assignments of the whole call, newest first",
    tag,
    params: callParams,
    result: runsSchema,
    handle: async ({ deps, params }, { actor }) => ({ body: await readRuns(deps, actor, params.callId) }),
  }),
  act({
    path: "/api/calls/{callId}/assignment-runs",
    summary: "Begin the assignment of all cases in review: a dry run until it is published",
    tag,
    verb: startRun,
    ids: ["callId"],
    result: z.object({ runId: runIdSchema }),
    status: 201,
    refuses: ["run.another-open", "run.nothing-in-review"],
  }),
  signedRoute({
    method: "get",
    path: "/api/calls/{callId}/assignment-runs/{runId}",
    summary: "One assignment: progress, the plan as a matrix, loads, what it pays for, earlier answers",
    tag,
    params: runParams,
    query: z.object({
      from: z.coerce.number().int().min(0).max(2000).default(0),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    result: runViewSchema,
    handle: async ({ deps, params, query }, { actor }) => ({
      body: await readRun(deps, actor, params.callId, params.runId, query),
    }),
  }),
  signedRoute({
    method: "get",
    path: "/api/calls/{callId}/assignment-runs/{runId}/pairs/{caseId}/{personId}",
    summary: "Why this reviewer has this case, or why not, and what a change would cost",
    tag,
    params: runParams.extend({ caseId: caseIdSchema, personId: personIdSchema }),
    result: explanationSchema,
    refuses: ["run.wrong-state", "plan.impossible"],
    handle: async ({ deps, params }, { actor }) => ({
      body: await explainInRun(deps, actor, params.callId, params.runId, params),
    }),
  }),
  signedRoute({
    method: "post",
    path: "/api/calls/{callId}/assignment-runs/{runId}/price",
    summary: "What these moves by hand would cost; changes nothing",
    tag,
    keyless: true,
    params: runParams,
    body: z.object({
      moves: z
        .array(moveSchema.omit({ reason: true }))
        .min(1)
        .max(20),
    }),
    result: movePriceSchema,
    handle: async ({ deps, params, body }, { actor }) => ({
      body: await priceInRun(deps, actor, params.callId, params.runId, body.moves),
    }),
  }),
  act({
    path: "/api/calls/{callId}/assignment-runs/{runId}/revision",
    summary: "Fix pairs by hand and set rules aside, each with its reason; a new answer follows",
    tag,
    verb: reviseRun,
    ids: ["callId", "runId"],
    result: state,
  }),
  act({
    path: "/api/calls/{callId}/assignment-runs/{runId}/publication",
    summary: "Invite the reviewers of the dry run, case by case",
    tag,
    verb: publishRun,
    ids: ["callId", "runId"],
    result: state,
    refuses: ["run.wrong-state", "run.other-round"],
  }),
  act({
    path: "/api/calls/{callId}/assignment-runs/{runId}/discard",
    summary: "Throw the dry run away",
    tag,
    verb: discardRun,
    ids: ["callId", "runId"],
    result: state,
  }),
  signedRoute({
    method: "get",
    path: "/api/calls/{callId}/ranking",
    summary: "Raw scores of the call's cases, calibrated ranks beside them, and the line that money draws",
    tag,
    params: callParams,
    result: rankingViewSchema,
    handle: async ({ deps, params }, { actor }) => ({ body: await readRanking(deps, actor, params.callId) }),
  }),
  act({
    path: "/api/calls/{callId}/ranking/calibration",
    summary: "Compute calibrated ranks from the scores of now",
    tag,
    verb: askCalibration,
    ids: ["callId"],
    result: z.object({ state: rankingSchema.shape.state }),
    refuses: ["ranking.too-few", "ranking.rolling"],
  }),
  act({
    path: "/api/calls/{callId}/ranking/freeze",
    summary: "Freeze the plain ranking of a deadline call: from then on its cases can be proposed",
    tag,
    verb: freezeRanking,
    ids: ["callId"],
    result: z.object({ hash: z.string() }),
    refuses: ["ranking.cases-open", "ranking.ties-open", "ranking.frozen"],
  }),
  signedRoute({
    method: "get",
    path: "/api/calls/{callId}/ranking/versions",
    summary: "Every version of the call's frozen ranking, with why it counts no more",
    tag,
    params: callParams,
    result: rankingVersionsSchema,
    handle: async ({ deps, params }, { actor }) => ({ body: await readRankingVersions(deps, actor, params.callId) }),
  }),
  signedRoute({
    method: "get",
    path: "/api/calls/{callId}/ranking/versions/{round}",
    summary: "What moved between a version and the next, or the scores of now: places, and whom the money carries",
    tag,
    params: callParams.extend({ round: z.coerce.number().int().min(1).max(999) }),
    query: z.object({ against: z.coerce.number().int().min(1).max(999).optional() }),
    result: rankingComparisonSchema,
    handle: async ({ deps, params, query }, { actor }) => ({
      body: await readRankingComparison(deps, actor, params.callId, params.round, query.against),
    }),
  }),
  act({
    path: "/api/calls/{callId}/ranking/superseding",
    summary: "Propose that the version in force shall not count any more, with the reason; another manager confirms it",
    tag,
    verb: proposeSuperseding,
    ids: ["callId"],
    result: z.object({ round: z.number().int() }),
    refuses: ["ranking.other-version", "ranking.superseding", "ranking.rolling"],
    fresh: true,
  }),
  act({
    path: "/api/calls/{callId}/ranking/superseding/answer",
    summary: "Confirm it: the gate is shut and what was not told goes back to it; or refuse it, and nothing changes",
    tag,
    verb: answerSuperseding,
    ids: ["callId"],
    result: z.object({ outcome: z.enum(["superseded", "refused"]) }),
    refuses: ["ranking.other-version", "ranking.not-superseding", "duties.same-person"],
    fresh: true,
  }),
  act({
    path: "/api/calls/{callId}/ranking/votes",
    summary: "Record the panel's vote on cases that mean and criteria leave equal",
    tag,
    verb: voteTie,
    ids: ["callId"],
    result: z.object({ tieId: z.string() }),
    refuses: ["ranking.no-tie", "ranking.vote-equal", "ranking.drawn"],
  }),
  signedRoute({
    method: "get",
    path: "/api/parks/{parkId}/reviewer-load",
    summary: "Open reviews of each reviewer against capacity, and what they were asked for over twelve months",
    tag,
    params: z.object({ parkId: z.string().max(40) }),
    result: reviewerLoadSchema,
    handle: async ({ deps, params }, { actor }) => ({ body: await readReviewerLoad(deps, actor, params.parkId) }),
  }),
] as const;
