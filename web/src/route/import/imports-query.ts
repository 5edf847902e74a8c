/** Imports of a park, as the API tells its staff. */
import { queryOptions } from "@tanstack/react-query";
import { type ApiInput, type ApiResult, api } from "../../client.ts";

export type Imports = ApiResult<"get", "/api/parks/{parkId}/imports">;
export type Import = ApiResult<"get", "/api/parks/{parkId}/imports/{importId}">;
export type Preview = ApiResult<"post", "/api/parks/{parkId}/imports/preview">;
export type ImportKind = Preview["kind"];
export type ImportFile = ApiInput<"post", "/api/parks/{parkId}/imports/preview">["body"]["file"];

export const importsQuery = (parkId: string) =>
  queryOptions({
    queryKey: ["imports", parkId],
    queryFn: ({ signal }): Promise<Imports> =>
      api("get", "/api/parks/{parkId}/imports", { params: { parkId }, signal }),
    enabled: parkId !== "",
    refetchInterval: ({ state }) => (state.data?.runs.some((run) => run.state === "running") ? 2_000 : false),
  });

export const importQuery = (parkId: string, importId: string) =>
  queryOptions({
    queryKey: ["imports", parkId, importId],
    queryFn: ({ signal }): Promise<Import> =>
      api("get", "/api/parks/{parkId}/imports/{importId}", { params: { parkId, importId }, signal }),
    refetchInterval: ({ state }) => (state.data?.state === "running" ? 1_500 : false),
  });
