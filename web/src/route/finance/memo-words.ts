/** What a posting was for, in the reader's words where its stored text is one of the usual ones. */
import { useLingui } from "@lingui/react";

export function useMemoWords(): (memo: string) => string {
  const { i18n } = useLingui();
  const words: Readonly<Record<string, string>> = {
    proposal: i18n._("Proposal"),
    issue: i18n._("Voucher issued"),
    "budget raised": i18n._("Budget raised"),
    "budget cut": i18n._("Budget cut"),
    decline: i18n._("Proposal declined"),
    ask: i18n._("Proposal sent back with a question"),
    silent: i18n._("Proposal without an answer"),
    "no-room": i18n._("Too little aid room at the grant"),
    "not-eligible": i18n._("A requirement no longer held at the grant"),
    "offer-gone": i18n._("The offer no longer stood at the grant"),
    rejected: i18n._("Rejected at release"),
    "ranking-superseded": i18n._("Proposal void, its ranking was replaced"),
    "review-aside": i18n._("Proposal void, a review was set aside"),
    withdrawn: i18n._("Withdrawn"),
    lapsed: i18n._("Award lapsed"),
    expired: i18n._("Voucher expired"),
    cancelled: i18n._("Voucher cancelled"),
    "award raised": i18n._("Award raised"),
    "award lowered": i18n._("Award lowered"),
    "year closed: unspent": i18n._("Unspent when the year was closed"),
    "redress upheld": i18n._("Committed again, redress upheld"),
    "redress reserve": i18n._("Kept back for redress"),
    "redress reserve freed": i18n._("Kept back for redress, freed"),
  };
  const shapes: readonly (readonly [RegExp, (a: string, b: string) => string])[] = [
    [/^bank (\S+)$/, (day) => i18n._("Booked by the bank, {day}", { day })],
    [/^tax (\d\S+)$/, (day) => i18n._("Withheld tax booked by the bank, {day}", { day })],
    [/^tax returned (\S+)$/, (day) => i18n._("Withheld tax returned by the bank, {day}", { day })],
    [/^returned (\d{4}-\S+)$/, (day) => i18n._("Returned by the bank, {day}", { day })],
    [/^claim (\d+) refused$/, (number) => i18n._("Claim {number} refused", { number })],
    [/^claim (\d+): unspent rest$/, (number) => i18n._("Unspent rest of claim {number}", { number })],
    [
      /^claim (\d+): invoice (.+)$/,
      (number, invoice) => i18n._("Claim {number}, invoice {invoice}", { number, invoice }),
    ],
    [/^claim (\d+): clearing reversed$/, (number) => i18n._("Clearing of claim {number} reversed", { number })],
    [/^recovery (\d+) asked$/, (number) => i18n._("Recovery {number} asked", { number })],
    [/^recovery (\d+) received (\S+)$/, (number, day) => i18n._("Recovery {number} paid back, {day}", { number, day })],
    [/^recovery (\d+) cancelled$/, (number) => i18n._("Recovery {number} cancelled", { number })],
    [/^recovery (\d+) lowered$/, (number) => i18n._("Recovery {number} lowered", { number })],
    [/^recovery (\d+) irrecoverable$/, (number) => i18n._("Recovery {number} written off", { number })],
    [/^carried over to (\d+)$/, (year) => i18n._("Carried over to {year}", { year })],
    [/^carried over from (\d+)$/, (year) => i18n._("Carried over from {year}", { year })],
    [
      /^redress reserve for (\S+)$/,
      (reference) => i18n._("Kept back for redress, used for {reference}", { reference }),
    ],
    [/^taken over from (.+)$/, (other) => i18n._("Taken over from {other}", { other })],
  ];
  return (memo) => {
    const known = words[memo];
    if (known !== undefined) return known;
    for (const [shape, say] of shapes) {
      const found = shape.exec(memo);
      if (found !== null) return say(found[1] ?? "", found[2] ?? "");
    }
    return memo;
  };
}
