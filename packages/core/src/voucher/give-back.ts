/** The only place where a voucher's unused award returns to its budgets, and the aid that was counted for it is freed. */
import type { AidGrant } from "../aid/group.ts";
import type { Case } from "../application/case.ts";
import type { PostingDraft, Share } from "../ledger/posting.ts";
import type { Change, Reader } from "../port/store.ts";

/** The aid grants of this case, found through the applicant's aid group. */
export async function readAidGrants(reader: Reader, one: Case | undefined): Promise<AidGrant[]> {
  if (one === undefined) return [];
  const applicant = await reader.get("organisation", { organisationId: one.applicantId });
  return applicant === undefined ? [] : reader.list("aidGrant", { aidGroupId: applicant.aidGroupId, caseId: one.caseId });
}

/** Everything still committed, park by park: available ← committed. */
export function giveBackAll(one: Case, shares: readonly Share[], memo: string): PostingDraft[] {
  return shares
    .filter((share) => share.committed > 0)
    .map((share) => ({ ledger: share.ledger, to: "available", from: "committed", amount: share.committed, caseId: one.caseId, memo }));
}

/** Nothing of the award was or will be paid: it counts against no ceiling any more. */
export function freeAid(grants: readonly AidGrant[]): Change[] {
  return grants
    .filter((grant) => grant.status !== "freed")
    .map((grant) => ({
      op: "patch",
      name: "aidGrant",
      key: { aidGroupId: grant.aidGroupId, caseId: grant.caseId, parkId: grant.parkId },
      set: { status: "freed" },
      when: { status: grant.status, amount: grant.amount },
    }));
}
