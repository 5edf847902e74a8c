/** Who holds which role, as the API tells those who may give and take them. */
import { queryOptions } from "@tanstack/react-query";
import { type ApiResult, api } from "../../client.ts";
import type { Scope } from "../../session.ts";

export type Roles = ApiResult<"get", "/api/roles">;

export const rolesQuery = queryOptions({
  queryKey: ["roles"],
  queryFn: ({ signal }): Promise<Roles> => api("get", "/api/roles", { signal }),
});

export type Gaps = ApiResult<"get", "/api/network/gaps">;

export const gapsQuery = queryOptions({
  queryKey: ["network-gaps"],
  queryFn: ({ signal }): Promise<Gaps> => api("get", "/api/network/gaps", { signal }),
});

/** Where a role holds, as sessions say it. */
export function scopeOf({ parkId }: { readonly parkId?: string | undefined }): Scope {
  return parkId === undefined ? { kind: "network" } : { kind: "park", parkId };
}
