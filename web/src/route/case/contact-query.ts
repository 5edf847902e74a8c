/** What pages ask about the contact of one's own party. */
import { queryOptions } from "@tanstack/react-query";
import { type ApiResult, api } from "../../client.ts";

export type Contact = ApiResult<"get", "/api/cases/{caseId}/contact">;

export function contactQuery(caseId: string) {
  return queryOptions({
    queryKey: ["contact", caseId],
    queryFn: ({ signal }): Promise<Contact> =>
      api("get", "/api/cases/{caseId}/contact", { params: { caseId }, signal }),
    retry: false,
  });
}
