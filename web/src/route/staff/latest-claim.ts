/** The claim in hand: the latest of a case. */
import type { CaseView } from "../case/case-query.ts";

export function latestClaim(view: Pick<CaseView, "claims">): CaseView["claims"][number] | undefined {
  return [...view.claims].sort((a, b) => a.claim - b.claim).at(-1);
}
