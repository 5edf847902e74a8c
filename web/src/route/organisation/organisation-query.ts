/** What the pages about one's own organisation ask for. */
import { queryOptions } from "@tanstack/react-query";
import { type ApiResult, api } from "../../client.ts";

export type Organisation = ApiResult<"get", "/api/my/organisations/{organisationId}">;
export type Level = Organisation["level"];

type Id = Organisation["organisationId"];
type InvitationId = Organisation["invitations"][number]["invitationId"];

export const organisationQuery = (organisationId: string) =>
  queryOptions({
    queryKey: ["my-organisation", organisationId],
    queryFn: ({ signal }): Promise<Organisation> =>
      api("get", "/api/my/organisations/{organisationId}", {
        params: { organisationId: organisationId as Id },
        signal,
      }),
  });

export const invitationQuery = (organisationId: string, invitationId: string) =>
  queryOptions({
    queryKey: ["invitation", organisationId, invitationId],
    queryFn: ({ signal }) =>
      api("get", "/api/invitations/{organisationId}/{invitationId}", {
        params: { organisationId: organisationId as Id, invitationId: invitationId as InvitationId },
        signal,
      }),
  });

export type Registers = ApiResult<"get", "/api/registers">["registers"];

export const registersQuery = queryOptions({
  queryKey: ["registers"],
  queryFn: ({ signal }): Promise<ApiResult<"get", "/api/registers">> => api("get", "/api/registers", { signal }),
});
