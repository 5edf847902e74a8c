/** What the account page asks for. */
import { queryOptions } from "@tanstack/react-query";
import { type ApiResult, api } from "../../client.ts";

export type Account = ApiResult<"get", "/api/my/account">;
export type Reset = ApiResult<"get", "/api/factor-resets">["resets"][number];

export type MailPreference = ApiResult<"get", "/api/my/mail">;

export const accountQuery = queryOptions({
  queryKey: ["account"],
  queryFn: ({ signal }): Promise<Account> => api("get", "/api/my/account", { signal }),
});

export const interestsQuery = queryOptions({
  queryKey: ["interests"],
  queryFn: ({ signal }) => api("get", "/api/my/interests", { signal }),
});

export const mailQuery = queryOptions({
  queryKey: ["account", "mail"],
  queryFn: ({ signal }): Promise<MailPreference> => api("get", "/api/my/mail", { signal }),
});

export const resetsQuery = queryOptions({
  queryKey: ["account", "resets"],
  queryFn: ({ signal }) => api("get", "/api/factor-resets", { signal }),
});
