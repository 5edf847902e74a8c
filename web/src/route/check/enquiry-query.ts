/** What everybody may read of the questions about a call. */
import { queryOptions } from "@tanstack/react-query";
import { type ApiResult, api } from "../../client.ts";

export type PublicEnquiry = ApiResult<"get", "/api/calls/{callId}/enquiries">["enquiries"][number];

export function enquiriesQuery(callId: string) {
  return queryOptions({
    queryKey: ["calls", callId, "enquiries"],
    queryFn: ({ signal }) => api("get", "/api/calls/{callId}/enquiries", { params: { callId }, signal }),
  });
}
