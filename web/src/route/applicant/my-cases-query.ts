/** Cases in which the reader's organisations take part, as applicant or provider. */
import { queryOptions } from "@tanstack/react-query";
import { type ApiResult, api } from "../../client.ts";

export type MyCase = ApiResult<"get", "/api/my/cases">["cases"][number];

export const casesQuery = queryOptions({
  queryKey: ["my", "cases"],
  queryFn: ({ signal }) => api("get", "/api/my/cases", { signal }),
});
