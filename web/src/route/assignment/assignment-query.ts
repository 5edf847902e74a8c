/** What the pages about reviewers of a call ask of the API, each under one key. */
import { queryOptions } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type ApiResult, api } from "../../client.ts";

export type Runs = ApiResult<"get", "/api/calls/{callId}/assignment-runs">;
export type RunView = ApiResult<"get", "/api/calls/{callId}/assignment-runs/{runId}">;
export type Explanation = ApiResult<"get", "/api/calls/{callId}/assignment-runs/{runId}/pairs/{caseId}/{personId}">;
export type RankingView = ApiResult<"get", "/api/calls/{callId}/ranking">;
export type RankingVersion = ApiResult<"get", "/api/calls/{callId}/ranking/versions">["versions"][number];
export type RankingComparison = ApiResult<"get", "/api/calls/{callId}/ranking/versions/{round}">;
export type ReviewerLoad = ApiResult<"get", "/api/parks/{parkId}/reviewer-load">;
export type ReviewPlan = ApiResult<"get", "/api/cases/{caseId}/review-plans">["plans"][number];
export type Impossible = NonNullable<RunView["impossible"]>;

/** Cases of the matrix on one page. */
export const casesShown = 20;
const soon = 1_000;

/** The call that the page's address names. */
export function useCallId(): string {
  const { callId = "" }: { callId?: string } = useParams({ strict: false });
  return callId;
}

export const isMoving = (state: RunView["state"]): boolean =>
  state === "collecting" || state === "solving" || state === "publishing";

export function runsQuery(callId: string) {
  return queryOptions({
    queryKey: ["calls", callId, "runs"],
    queryFn: ({ signal }) => api("get", "/api/calls/{callId}/assignment-runs", { params: { callId }, signal }),
    refetchInterval: ({ state }) => (state.data?.runs.some((run) => isMoving(run.state)) ? soon : false),
  });
}

export function runQuery(callId: string, runId: string, from: number) {
  return queryOptions({
    queryKey: ["calls", callId, "runs", runId, from],
    queryFn: ({ signal }) =>
      api("get", "/api/calls/{callId}/assignment-runs/{runId}", {
        params: { callId, runId },
        query: { from, limit: casesShown },
        signal,
      }),
    refetchInterval: ({ state }) => (state.data !== undefined && isMoving(state.data.state) ? soon : false),
  });
}

export interface Pair {
  readonly caseId: string;
  readonly personId: string;
}

/** @param round of the answer: another answer, another explanation */
export function pairQuery(callId: string, runId: string, round: number, { caseId, personId }: Pair) {
  return queryOptions({
    queryKey: ["calls", callId, "runs", runId, "pair", round, caseId, personId],
    queryFn: ({ signal }) =>
      api("get", "/api/calls/{callId}/assignment-runs/{runId}/pairs/{caseId}/{personId}", {
        params: { callId, runId, caseId, personId },
        signal,
      }),
  });
}

export function rankingQuery(callId: string) {
  return queryOptions({
    queryKey: ["calls", callId, "ranking"],
    queryFn: ({ signal }) => api("get", "/api/calls/{callId}/ranking", { params: { callId }, signal }),
    refetchInterval: ({ state }) => (state.data?.calibration.state === "computing" ? soon : false),
  });
}

export function versionsQuery(callId: string) {
  return queryOptions({
    queryKey: ["calls", callId, "ranking", "versions"],
    queryFn: ({ signal }) => api("get", "/api/calls/{callId}/ranking/versions", { params: { callId }, signal }),
    retry: false,
  });
}

/** @param round of the version that is compared with what followed it */
export function comparisonQuery(callId: string, round: string) {
  return queryOptions({
    queryKey: ["calls", callId, "ranking", "versions", round],
    queryFn: ({ signal }) =>
      api("get", "/api/calls/{callId}/ranking/versions/{round}", { params: { callId, round }, signal }),
  });
}

export function loadQuery(parkId: string) {
  return queryOptions({
    queryKey: ["parks", parkId, "reviewer-load"],
    queryFn: ({ signal }) => api("get", "/api/parks/{parkId}/reviewer-load", { params: { parkId }, signal }),
    enabled: parkId !== "",
  });
}

export const callsQuery = queryOptions({
  queryKey: ["calls"],
  queryFn: ({ signal }) => api("get", "/api/calls", { signal }),
});

export function plansQuery(caseId: string) {
  return queryOptions({
    queryKey: ["case", caseId, "review-plans"],
    queryFn: ({ signal }) => api("get", "/api/cases/{caseId}/review-plans", { params: { caseId }, signal }),
  });
}

export function reviewerQuery(caseId: string, planId: string, personId: string) {
  return queryOptions({
    queryKey: ["case", caseId, "review-plans", planId, personId],
    queryFn: ({ signal }) =>
      api("get", "/api/cases/{caseId}/review-plans/{planId}/reviewers/{personId}", {
        params: { caseId, planId, personId },
        signal,
      }),
  });
}
