/** What is wrong with a cell, in the reader's language. */
import { useLingui } from "@lingui/react";
import { useMemo } from "react";

export function useProblemWords(): Readonly<Record<string, string>> {
  const { i18n } = useLingui();
  return useMemo(
    () => ({
      "column-missing": i18n._("The file has no column of this name."),
      "no-rows": i18n._("The file has no line below its head."),
      "too-many-rows": i18n._("A file has at most 500 lines. Split it."),
      missing: i18n._("This cell must not be empty."),
      "too-long": i18n._("This is longer than it can be."),
      twice: i18n._("This reference stands in the file before."),
      amount: i18n._("Write an amount like 9600.00, with a point and no other signs."),
      day: i18n._("Write a day like 2026-11-30."),
      status: i18n._(
        "Only vouchers that are issued or in-use move in. One whose claim is being checked comes as in-use and is claimed here.",
      ),
      "call-unknown": i18n._("There is no published voucher call with this code."),
      "not-your-call": i18n._("Another park leads this call."),
      "organisation-unknown": i18n._("No organisation with this register number is known here. Enter it first."),
      "person-unknown": i18n._("Nobody with this address belongs to the organisation. Invite the person first."),
      "paid-too-much": i18n._("As much as the award or more was paid: nothing runs any more."),
      "days-out-of-order": i18n._("This day cannot be right beside the others, or lies in the future."),
      "filing-over": i18n._("The voucher expired more than 30 days ago: nothing can be claimed of it."),
      "accepted-missing": i18n._("A voucher in use was accepted by both parties on a day: say on which."),
      "year-not-open": i18n._("A paying park's budget year for this call is being ended or is closed."),
      "rate-unknown": i18n._("No official exchange rate is known for that day."),
      "aid-not-in-force": i18n._(
        "No rule of this aid basis was in force on the day of the grant, so no aid could be entered for it. Check the day.",
      ),
      "other-content": i18n._("This reference was taken over before, with other content."),
    }),
    [i18n],
  );
}
