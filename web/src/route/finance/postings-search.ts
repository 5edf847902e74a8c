/** The question of the ledger's explorer as its address carries it, and how it is asked of the API. */
import { queryOptions } from "@tanstack/react-query";
import * as z from "zod";
import { type ApiResult, api } from "../../client.ts";
import { allAccounts } from "./accounts.ts";
import type { Account } from "./finance-query.ts";

export const postingsSearchSchema = z.object({
  park: z.string().optional(),
  /** Several with commas between them. */
  account: z.string().optional(),
  against: z.enum(allAccounts).optional(),
  key: z.string().optional(),
  fund: z.string().optional(),
  call: z.string().optional(),
  year: z.coerce.number().int().optional(),
  currency: z.string().optional(),
  case: z.string().optional(),
  event: z.string().optional(),
  text: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});
export type PostingsSearch = z.infer<typeof postingsSearchSchema>;

export type PostingsView = ApiResult<"get", "/api/parks/{parkId}/postings">;
export type FigurePosting = PostingsView["postings"][number];

/** What the API is asked for this state of the page. */
export function askedOf({ park: _, ...asked }: PostingsSearch) {
  return asked;
}

export function postingsQuery(parkId: string, search: PostingsSearch) {
  return queryOptions({
    queryKey: ["postings", parkId, askedOf(search)],
    queryFn: ({ signal }) =>
      api("get", "/api/parks/{parkId}/postings", { params: { parkId }, query: askedOf(search), signal }),
    enabled: parkId !== "",
  });
}

/** The accounts that the figure is seen from. */
export function accountsIn({ account }: PostingsSearch): Account[] {
  return (account ?? "").split(",").flatMap((one) => {
    const parsed = z.enum(allAccounts).safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
}
