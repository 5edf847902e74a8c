/** The acts that post, by name, as the ledger's explorer and its filter call them. */
import { useLingui } from "@lingui/react";

export function useEventNames(): (verb: string) => string {
  const { i18n } = useLingui();
  const words: Readonly<Record<string, string>> = {
    "budget.set": i18n._("Budget set"),
    "call.publish": i18n._("Call published"),
    "call.advance": i18n._("Call archived"),
    "call.archive": i18n._("Call archived"),
    "review.set-aside": i18n._("Review set aside"),
    "review.recheck": i18n._("Review set aside"),
    "ranking.back-to-gate": i18n._("Ranking replaced"),
    "decision.propose": i18n._("Award proposed"),
    "approval.answer": i18n._("Approval answered"),
    "approval.settle": i18n._("Approvals settled"),
    "decision.release": i18n._("Decision released"),
    "decision.give-statement": i18n._("Statement given"),
    "application.withdraw": i18n._("Application withdrawn"),
    "voucher.approve-value": i18n._("Value changed"),
    "voucher.settle-acceptance": i18n._("Terms settled"),
    "voucher.expire": i18n._("Voucher expired"),
    "voucher.cancel": i18n._("Voucher cancelled"),
    "voucher.import": i18n._("Running voucher taken over"),
    "claim.finance-check": i18n._("Claim cleared"),
    "claim.reverse": i18n._("Clearing reversed"),
    "claim.settle-refusal": i18n._("Refused claim settled"),
    "redress.decide": i18n._("Redress decided"),
    "payment.book-line": i18n._("Booked by the bank"),
    "payment.return-line": i18n._("Returned by the bank"),
    "ledger.carry-case": i18n._("Carried into the next year"),
    "ledger.end-carry": i18n._("Carried into the next year"),
    "ledger.close-year": i18n._("Year closed"),
    "recovery.ask": i18n._("Asked back"),
    "recovery.receive": i18n._("Paid back"),
    "recovery.cancel": i18n._("Recovery cancelled"),
    "recovery.write-off": i18n._("Written off"),
  };
  return (verb) => words[verb] ?? verb;
}
