/** What the page of releases asks of the API. */
import { queryOptions } from "@tanstack/react-query";
import { type ApiResult, api } from "../../client.ts";

export type ReleaseDesk = ApiResult<"get", "/api/calls/{callId}/releases">;
export type Ready = ReleaseDesk["ready"][number];
export type ReleaseRun = ReleaseDesk["runs"][number];

export function releaseDeskQuery(callId: string) {
  return queryOptions({
    queryKey: ["releases", callId],
    queryFn: ({ signal }) => api("get", "/api/calls/{callId}/releases", { params: { callId }, signal }),
  });
}
