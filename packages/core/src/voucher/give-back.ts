/** What a voucher that ends unused gives back: its committed money to the budgets, and the aid grants to be freed. */
import type { AidGrant } from "../aid/group.ts";
import { readAid } from "../aid/read-aid.ts";
import type { Case } from "../application/case.ts";
import type { PostingDraft, Share } from "../ledger/posting.ts";
import { organisationOf } from "../organisation/family.ts";
import type { Reader } from "../port/store.ts";

/** The aid grants of this case, found through the applicant's aid group. */
export async function readAidGrants(reader: Reader, one: Case | undefined): Promise<AidGrant[]> {
  if (one === undefined) return [];
  const applicant = await organisationOf(reader, one.applicantId);
  return applicant === undefined ? [] : [...(await readAid(reader, applicant, one.caseId)).aidGrants];
}

/** Everything still committed, park by park: available ← committed. */
export function giveBackAll(one: Case, shares: readonly Share[], memo: string): PostingDraft[] {
  return shares
    .filter((share) => share.committed > 0)
    .map((share) => ({
      ledger: share.ledger,
      to: "available",
      from: "committed",
      amount: share.committed,
      caseId: one.caseId,
      memo,
    }));
}
