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
      "basis-unknown": i18n._(
        "No ceiling over years of this basis holds in this country. Earlier awards are of a basis like eu-de-minimis or uk-mfa; a limit of one project counts no earlier award.",
      ),
      "other-country": i18n._(
        "Only awards under the ceilings of your park's own country count for it: another country's parks bring theirs.",
      ),
      "equivalent-above-amount": i18n._("The gross grant equivalent cannot be more than the amount."),
      "in-future": i18n._("This day lies in the future."),
      "no-rate": i18n._(
        "No official exchange rate is known for the day of the grant. Give the amount in the ceiling's currency.",
      ),
      "granted-here": i18n._("This award was granted here and counts by its own case."),
      "award-unknown": i18n._("Your park brought no such award that counts."),
      "other-content": i18n._("This reference was taken over before, with other content."),
    }),
    [i18n],
  );
}
