/** The network's settings as the API tells its staff, and proposing a change of them. */
import { queryOptions } from "@tanstack/react-query";
import { type ApiInput, type ApiResult, api } from "../../client.ts";
import { useAct } from "../../use-act.ts";

export type Settings = ApiResult<"get", "/api/network/settings">;

export const settingsQuery = queryOptions({
  queryKey: ["network-settings"],
  queryFn: ({ signal }): Promise<Settings> => api("get", "/api/network/settings", { signal }),
});

export type Proposal = ApiInput<"post", "/api/network/change">["body"];

/** Sends a proposed change; the page then shows it as waiting. */
export function usePropose() {
  return useAct({
    send: (body: Proposal, key) => api("post", "/api/network/change", { params: {}, body, key }),
    stale: [["network-settings"]],
  });
}
