/** Other public money as it was stated of what a supplement makes up for: the manager states it anew, starting from that. */
import type { CaseView } from "../case/case-query.ts";

type Claim = CaseView["claims"][number];

/** Of its claim and of what was made up for since, the last word; undefined for any other claim, and where there is none. */
export function supportStated(
  { claim, supplementTo }: Pick<Claim, "claim" | "supplementTo">,
  claims: CaseView["claims"],
): NonNullable<Claim["assessment"]>["otherSupport"] {
  if (supplementTo === undefined) return undefined;
  const before = claims.filter(
    (other) =>
      other.claim < claim &&
      (other.claim === supplementTo || other.supplementTo === supplementTo) &&
      (other.status === "accepted" || other.status === "paid"),
  );
  const stated = before.toSorted((a, b) => a.claim - b.claim).at(-1)?.assessment?.otherSupport;
  return stated?.amount === 0 ? undefined : stated;
}
