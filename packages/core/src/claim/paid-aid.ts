/** Aid that a park granted shrinks to what it pays, once it is known that it pays no more. */
import type { AidGrant } from "../aid/group.ts";
import { correctAid, freeAid } from "../aid/reserve.ts";
import type { CaseId } from "../kernel/id.ts";
import type { Share } from "../ledger/posting.ts";
import type { Change } from "../port/store.ts";
import type { Claim } from "./claim.ts";

interface Ending {
  readonly share: Pick<Share, "parkId" | "caseId" | "committed">;
  /** What of the share is still paid, minor units of the park's currency. */
  readonly amount: number;
}

/** Each grant to the fraction of its park's money that is paid in the end, earlier claims included, rounded half up. */
export function correctedAid(
  grants: readonly AidGrant[],
  endings: readonly Ending[],
  claims: readonly Claim[],
): Change[] {
  return endings.flatMap(({ share, amount }) => {
    const grant = grants.find(
      (one) => one.parkId === share.parkId && one.caseId === share.caseId && one.status === "granted",
    );
    if (grant === undefined || amount === share.committed) return [];
    const before = paidBefore(claims, share.parkId);
    const [paid, whole] = [BigInt(before + amount), BigInt(before + share.committed)];
    return [correctAid(grant, Number((2n * BigInt(grant.amount) * paid + whole) / (2n * whole)))];
  });
}

/** A voucher ends: what nothing was paid of is freed, else the grants shrink to what was. */
export function endedAid(
  grants: readonly AidGrant[],
  caseId: CaseId,
  shares: readonly Share[],
  claims: readonly Claim[],
): Change[] {
  if (!claims.some(({ draws }) => draws !== undefined)) return freeAid(grants, caseId);
  const endings = shares.filter(({ committed }) => committed > 0).map((share) => ({ share, amount: 0 }));
  return correctedAid(grants, endings, claims);
}

/** What accepted claims have drawn from a park, minor units of its currency. */
function paidBefore(claims: readonly Claim[], parkId: string): number {
  return claims
    .flatMap(({ draws = [] }) => draws)
    .reduce((total, draw) => total + (draw.parkId === parkId ? draw.amount.amount : 0), 0);
}
