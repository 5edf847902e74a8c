/** What the pages about a park's calls ask of the API, each under one key. */
import { queryOptions } from "@tanstack/react-query";
import { type ApiInput, type ApiResult, api } from "../../client.ts";

export type CallLine = ApiResult<"get", "/api/parks/{parkId}/calls">["calls"][number];
export type AmendmentDesk = ApiResult<"get", "/api/calls/{callId}/amendment-desk">;
type Language = NonNullable<NonNullable<ApiInput<"get", "/api/calls/{callId}/amendment-desk">["query"]>["language"]>;
export type PoolSimulation = ApiResult<"get", "/api/calls/{callId}/pool-simulation">;
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

export function amendmentDeskQuery(callId: string, language: string) {
  return queryOptions({
    queryKey: ["calls", callId, "desk", "amendments", language],
    queryFn: ({ signal }) =>
      api("get", "/api/calls/{callId}/amendment-desk", {
        params: { callId },
        query: { language: language as Language },
        signal,
      }),
    // Letters of one that was published a moment ago are soon out.
    refetchInterval: ({ state }) => (state.data?.published.some(({ told }) => !told) ? 2_000 : false),
  });
}

/** With what is expected, as long as nobody sets anything else. */
export function poolQuery(callId: string) {
  return queryOptions({
    queryKey: ["calls", callId, "pool-simulation", {}],
    queryFn: ({ signal }) =>
      api("get", "/api/calls/{callId}/pool-simulation", { params: { callId }, query: {}, signal }),
  });
}
