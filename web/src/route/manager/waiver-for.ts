/** The waiver of withheld tax that counts for a claim: what was filed with the one that was cut counts for what redress claims anew of it. */
import type { CaseView } from "../case/case-query.ts";
import type { Waiver } from "./use-claim-preview.ts";

type Claim = CaseView["claims"][number];

/** Whether its document is there, and what of it was accepted for the claim that was cut. */
export function waiverFor(
  { claim, supplementTo = claim }: Pick<Claim, "claim" | "supplementTo">,
  { files, claims }: Pick<CaseView, "files" | "claims">,
): { readonly filed: boolean; readonly accepted: Waiver | undefined } {
  const filed = files.some(
    (file) =>
      file.slot === "tax-waiver" && file.status === "kept" && (file.claim === claim || file.claim === supplementTo),
  );
  const first = claims.find((other) => other.claim === supplementTo);
  return { filed, accepted: first?.assessment?.withholding?.[0]?.waiver };
}
