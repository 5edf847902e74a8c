/** What the page of letters to many applicants asks of the API. */
import { queryOptions } from "@tanstack/react-query";
import { type ApiResult, api } from "../../client.ts";
import { asked, type Search } from "./pipeline-search.ts";

export type MailingDesk = ApiResult<"get", "/api/parks/{parkId}/mailings">;
export type MailingPreview = ApiResult<"post", "/api/parks/{parkId}/mailings/preview">;
export type Mailing = MailingDesk["mailings"][number];

export function mailingQuery(parkId: string, search: Search) {
  return queryOptions({
    queryKey: ["mailings", parkId, asked(search)],
    queryFn: ({ signal }) =>
      api("get", "/api/parks/{parkId}/mailings", { params: { parkId }, query: asked(search), signal }),
    enabled: parkId !== "",
  });
}
