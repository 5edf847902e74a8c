/** Approvals that wait for the reader: those in which nothing differs as groups, the others with what does. */
import { queryOptions } from "@tanstack/react-query";
import { type ApiResult, api } from "../../client.ts";

export type AlikeApprovals = ApiResult<"get", "/api/my/approvals">;
export type AlikeGroup = AlikeApprovals["groups"][number];
export type ApprovalLine = AlikeGroup["cases"][number];
export type ApartReason = AlikeApprovals["apart"][number]["why"][number];

export const alikeQuery = queryOptions({
  queryKey: ["my", "approvals"],
  queryFn: ({ signal }) => api("get", "/api/my/approvals", { signal }),
});

/** Names a line on the page: a case may ask the reader for several parks. */
export function keyOfLine({ caseId, parkId }: Pick<ApprovalLine, "caseId" | "parkId">): string {
  return `${caseId} ${parkId}`;
}

/** What these would pay together; they share one currency. */
export function sumOf(lines: readonly ApprovalLine[]): { amount: number; currency: string } {
  return {
    amount: lines.reduce((sum, { amount }) => sum + amount.amount, 0),
    currency: lines[0]?.amount.currency ?? "",
  };
}
