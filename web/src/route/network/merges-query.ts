/** Merges of organisations, as the API tells those who may propose and confirm them. */
import { queryOptions } from "@tanstack/react-query";
import { type ApiResult, api } from "../../client.ts";

export type Merges = ApiResult<"get", "/api/merges">;
export type Merge = Merges["merges"][number];
export type Preview = ApiResult<"get", "/api/merge-preview">;

/** Two records by their ids. */
export interface Pair {
  readonly kept: string;
  readonly merged: string;
}

export const mergesQuery = queryOptions({
  queryKey: ["merges"],
  queryFn: ({ signal }): Promise<Merges> => api("get", "/api/merges", { signal }),
  // One that was confirmed a moment ago is soon done.
  refetchInterval: ({ state }) => (state.data?.merges.some((merge) => merge.state === "running") ? 2_000 : false),
});

export const previewQuery = ({ kept, merged }: Pair) =>
  queryOptions({
    queryKey: ["merges", kept, merged],
    queryFn: ({ signal }): Promise<Preview> => api("get", "/api/merge-preview", { query: { kept, merged }, signal }),
  });
