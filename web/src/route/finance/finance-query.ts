/** What the pages of money ask of the API, each under one key. */
import { queryOptions } from "@tanstack/react-query";
import { type ApiResult, api } from "../../client.ts";

export type Payments = ApiResult<"get", "/api/parks/{parkId}/payments">;
export type WaitingOrder = Payments["waiting"][number];
export type Batch = Payments["batches"][number];
export type LedgerView = ApiResult<"get", "/api/parks/{parkId}/ledger">;
export type LedgerKeyView = LedgerView["keys"][number];
export type Posting = LedgerKeyView["postings"][number];
export type Account = Posting["to"];
export type Statement = ApiResult<"get", "/api/parks/{parkId}/statement">["statements"][number];
export type StatementResult = ApiResult<"post", "/api/parks/{parkId}/statements">;

export function paymentsQuery(parkId: string) {
  return queryOptions({
    queryKey: ["payments", parkId],
    queryFn: ({ signal }) => api("get", "/api/parks/{parkId}/payments", { params: { parkId }, signal }),
    enabled: parkId !== "",
  });
}

export function ledgerQuery(parkId: string) {
  return queryOptions({
    queryKey: ["ledger", parkId],
    queryFn: ({ signal }) => api("get", "/api/parks/{parkId}/ledger", { params: { parkId }, signal }),
    enabled: parkId !== "",
  });
}

export type Outlook = ApiResult<"get", "/api/parks/{parkId}/outlook">;
export type OutlookLine = Outlook["lapsing"][number];

export function outlookQuery(parkId: string) {
  return queryOptions({
    queryKey: ["outlook", parkId],
    queryFn: ({ signal }) => api("get", "/api/parks/{parkId}/outlook", { params: { parkId }, signal }),
    enabled: parkId !== "",
  });
}
