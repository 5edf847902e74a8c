/** What is wanted from the reader in all their cases. */
import { queryOptions } from "@tanstack/react-query";
import { type ApiResult, api } from "../../client.ts";

export type MyTask = ApiResult<"get", "/api/my/tasks">["tasks"][number];

export const tasksQuery = queryOptions({
  queryKey: ["my", "tasks"],
  queryFn: ({ signal }) => api("get", "/api/my/tasks", { signal }),
});
