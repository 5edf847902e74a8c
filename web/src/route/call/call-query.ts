/** What the pages about a park's calls ask of the API, each under one key. */
import { queryOptions } from "@tanstack/react-query";
import { type ApiResult, api } from "../../client.ts";

export type CallLine = ApiResult<"get", "/api/parks/{parkId}/calls">["calls"][number];
export type CallDesk = ApiResult<"get", "/api/calls/{callId}/desk">;

export function parkCallsQuery(parkId: string) {
  return queryOptions({
    queryKey: ["parks", parkId, "calls"],
    queryFn: ({ signal }) => api("get", "/api/parks/{parkId}/calls", { params: { parkId }, signal }),
    enabled: parkId !== "",
  });
}

export function callDeskQuery(callId: string) {
  return queryOptions({
    queryKey: ["calls", callId, "desk"],
    queryFn: ({ signal }) => api("get", "/api/calls/{callId}/desk", { params: { callId }, signal }),
  });
}
