/** What the pages about one case ask of the API, each under one key. */
import { queryOptions } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type ApiInput, type ApiResult, api } from "../../client.ts";

export type CaseView = ApiResult<"get", "/api/cases/{caseId}">;
export type Call = ApiResult<"get", "/api/calls/{callId}">;
export type Check = ApiResult<"get", "/api/cases/{caseId}/check">;
export type Letter = ApiResult<"get", "/api/cases/{caseId}/letters">["letters"][number];
export type Amendment = ApiResult<"get", "/api/calls/{callId}/amendments">["amendments"][number];
type Language = NonNullable<NonNullable<ApiInput<"get", "/api/calls/{callId}/amendments">["query"]>["language"]>;
export type TaskKind = CaseView["tasks"][number]["kind"];

/** The case that the page's address names. */
export function useCaseId(): string {
  const { caseId = "" }: { caseId?: string } = useParams({ strict: false });
  return caseId;
}

export function caseQuery(caseId: string) {
  return queryOptions({
    queryKey: ["case", caseId],
    queryFn: ({ signal }) => api("get", "/api/cases/{caseId}", { params: { caseId }, signal }),
  });
}

export function checkQuery(caseId: string) {
  return queryOptions({
    queryKey: ["case", caseId, "check"],
    queryFn: ({ signal }) => api("get", "/api/cases/{caseId}/check", { params: { caseId }, signal }),
  });
}

export function workflowQuery(caseId: string, language: string) {
  return queryOptions({
    queryKey: ["case", caseId, "workflow", language],
    queryFn: ({ signal }) =>
      api("get", "/api/cases/{caseId}/workflow", { params: { caseId }, query: { language }, signal }),
  });
}

export function lettersQuery(caseId: string) {
  return queryOptions({
    queryKey: ["case", caseId, "letters"],
    queryFn: ({ signal }) => api("get", "/api/cases/{caseId}/letters", { params: { caseId }, signal }),
  });
}

export function redressQuery(caseId: string) {
  return queryOptions({
    queryKey: ["case", caseId, "redress"],
    queryFn: ({ signal }) => api("get", "/api/cases/{caseId}/redress", { params: { caseId }, signal }),
  });
}

export function debtsQuery(caseId: string) {
  return queryOptions({
    queryKey: ["case", caseId, "debts"],
    queryFn: ({ signal }) => api("get", "/api/cases/{caseId}/debts", { params: { caseId }, signal }),
  });
}

export function callQuery(callId: string) {
  return queryOptions({
    queryKey: ["calls", callId],
    queryFn: ({ signal }) => api("get", "/api/calls/{callId}", { params: { callId }, signal }),
    staleTime: 60_000,
  });
}

/** The open task of a kind that this reader may answer now. */
export function myTask(view: CaseView, kind: TaskKind): CaseView["tasks"][number] | undefined {
  return view.tasks.find((task) => task.kind === kind && task.mine);
}

/** What of the call was changed since it was published, in words of that language. */
export function amendmentsQuery(callId: string, language: string) {
  return queryOptions({
    queryKey: ["calls", callId, "amendments", language],
    queryFn: ({ signal }) =>
      api("get", "/api/calls/{callId}/amendments", {
        params: { callId },
        query: { language: language as Language },
        signal,
      }),
    staleTime: 60_000,
  });
}
