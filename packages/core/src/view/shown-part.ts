/** What is left out of a voucher and the record of an import before somebody reads them with the case. */
import type { Case } from "../application/case.ts";
import type { Voucher } from "../voucher/voucher.ts";

/** What came of it is between company and park. That a manager wants it cancelled, or another value, is told once approvers say so too. */
export function voucherOfParty(
  {
    cancellation: _,
    valueChange: __,
    valuesBefore: ___,
    extension: ____,
    changesRefused: _____,
    followUps,
    ...voucher
  }: Voucher,
  applicant: boolean,
): Voucher {
  return { ...voucher, ...(applicant && followUps !== undefined ? { followUps } : {}), version: 0 };
}

/** What its row said is told apart by its content; nobody reads that. */
export function importedOf({ hash: _, ...imported }: NonNullable<Case["imported"]>) {
  return imported;
}
