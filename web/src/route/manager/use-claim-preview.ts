/** The claim's arithmetic for what is typed, worked out by the server; asked once typing pauses. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ApiResult, api } from "../../client.ts";
import { useSettled } from "../staff/use-settled.ts";

export type ClaimPreview = ApiResult<"post", "/api/cases/{caseId}/assessment/preview">;

export interface Waiver {
  readonly reference: string;
  readonly percent: number;
}

/**
 * @param paidByApplicant left out: as much as is the company's own share
 * @param isSent the assessment is on its way: from then on its preview is refused
 */
export function useClaimPreview(
  caseId: string,
  lines: readonly { readonly line: number; readonly net: number }[],
  paidByApplicant: number | undefined,
  otherSupport: number,
  waiver: Waiver | undefined,
  isSent = false,
) {
  const body = useSettled(JSON.stringify({ lines, paidByApplicant, otherSupport, waiver }));
  return useQuery({
    queryKey: ["case", caseId, "claim-preview", body],
    queryFn: ({ signal }) =>
      api("post", "/api/cases/{caseId}/assessment/preview", { params: { caseId }, body: JSON.parse(body), signal }),
    placeholderData: keepPreviousData,
    enabled: !isSent,
    retry: false,
    meta: { previews: true },
  });
}
