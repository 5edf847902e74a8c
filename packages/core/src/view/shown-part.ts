/** What is left out of a claim, a voucher and the record of an import before somebody reads them with the case. */
import type { Case } from "../application/case.ts";
import type { Claim } from "../claim/claim.ts";
import type { Voucher } from "../voucher/voucher.ts";

/**
 * What the park makes of a claim is told when finance has accepted it, not while the two still look at it: until then an
 * assessed claim is a confirmed one. Versions count what happens inside, so parties get none.
 */
export function claimOfParty({ assessment, refusal, barred: _, status, ...claim }: Claim): Claim {
  const told = status === "accepted" || status === "paid";
  return {
    ...claim,
    status: status === "assessed" ? "confirmed" : status,
    sentBack: [],
    ...(told && assessment !== undefined ? { assessment } : {}),
    ...(status === "refused" && refusal !== undefined ? { refusal } : {}),
    version: 0,
  };
}

/** What came of it is between company and park. That a manager wants it cancelled, or another value, is told once approvers say so too. */
export function voucherOfParty(
  { cancellation: _, valueChange: __, extension: ___, followUps, ...voucher }: Voucher,
  applicant: boolean,
): Voucher {
  return { ...voucher, ...(applicant && followUps !== undefined ? { followUps } : {}), version: 0 };
}

/** What its row said is told apart by its content; nobody reads that. */
export function importedOf({ hash: _, ...imported }: NonNullable<Case["imported"]>) {
  return imported;
}
