/** What the pages of staff ask of the API besides the case itself, each under one key below the case's. */
import { queryOptions } from "@tanstack/react-query";
import { type ApiResult, api } from "../../client.ts";

export type Wanted = ApiResult<"get", "/api/cases/{caseId}/wanted">["wanted"][number];
export type Evidence = ApiResult<"get", "/api/cases/{caseId}/evidence">;
export type Pot = Evidence["pots"][number];
export type HeadroomView = Evidence["headrooms"][number];
export type History = ApiResult<"get", "/api/cases/{caseId}/history">;
export type ReleasePreview = ApiResult<"get", "/api/cases/{caseId}/release">;
export type Candidate = ApiResult<"get", "/api/cases/{caseId}/slots/{slot}/candidates">["candidates"][number];

export function wantedQuery(caseId: string) {
  return queryOptions({
    queryKey: ["case", caseId, "wanted"],
    queryFn: ({ signal }) => api("get", "/api/cases/{caseId}/wanted", { params: { caseId }, signal }),
  });
}

/** @param amount of another award than the proposed or requested, minor units of the call's currency */
export function evidenceQuery(caseId: string, amount?: number) {
  return queryOptions({
    queryKey: ["case", caseId, "evidence", amount ?? "proposed"],
    queryFn: ({ signal }) =>
      api("get", "/api/cases/{caseId}/evidence", { params: { caseId }, query: { amount }, signal }),
  });
}

export function historyQuery(caseId: string) {
  return queryOptions({
    queryKey: ["case", caseId, "history"],
    queryFn: ({ signal }) => api("get", "/api/cases/{caseId}/history", { params: { caseId }, signal }),
  });
}

export function releaseQuery(caseId: string) {
  return queryOptions({
    queryKey: ["case", caseId, "release"],
    queryFn: ({ signal }) => api("get", "/api/cases/{caseId}/release", { params: { caseId }, signal }),
    meta: { previews: true },
  });
}

export function candidatesQuery(caseId: string, slot: string) {
  return queryOptions({
    queryKey: ["case", caseId, "candidates", slot],
    queryFn: ({ signal }) =>
      api("get", "/api/cases/{caseId}/slots/{slot}/candidates", { params: { caseId, slot }, signal }),
  });
}

export function caseLedgerQuery(caseId: string) {
  return queryOptions({
    queryKey: ["case", caseId, "ledger"],
    queryFn: ({ signal }) => api("get", "/api/cases/{caseId}/ledger", { params: { caseId }, signal }),
  });
}
