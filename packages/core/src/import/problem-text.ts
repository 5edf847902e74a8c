/** What is wrong with a cell of the file of an import, in plain English: for operators and for the API. */
import type { AidProblemCode } from "../aid/import/aid-file.ts";
import type { ProblemCode } from "../voucher/import/voucher-file.ts";

export const problemText: Readonly<Record<ProblemCode | AidProblemCode, string>> = {
  "column-missing": "The file has no column of this name.",
  "no-rows": "The file has no line below its head.",
  "too-many-rows": "A file has at most 500 lines. Split it.",
  missing: "This cell must not be empty.",
  "too-long": "This is longer than it can be.",
  twice: "This reference stands in the file before.",
  amount: "Write an amount like 9600.00, with a point and no other signs.",
  day: "Write a day like 2026-11-30.",
  status:
    "Only vouchers that are issued or in-use move in. One whose claim is being checked comes as in-use and is claimed here.",
  "call-unknown": "There is no published voucher call with this code.",
  "not-your-call": "Another park leads this call.",
  "organisation-unknown": "No organisation with this register number is known here. Provision it first.",
  "person-unknown": "Nobody with this address belongs to the organisation. Provision the person first.",
  "paid-too-much": "As much as the award or more was paid: nothing runs any more.",
  "days-out-of-order": "This day cannot be right beside the others, or lies in the future.",
  "filing-over": "The voucher expired more than 30 days ago: nothing can be claimed of it.",
  "accepted-missing": "A voucher in use was accepted by both parties on a day: say on which.",
  "year-not-open": "A paying park's budget year for this call is being ended or is closed.",
  "rate-unknown": "No official exchange rate is known for that day.",
  "aid-not-in-force":
    "No rule of this call's aid basis was in force on the day of the grant, so no aid could be entered for it. Check the day, or ask the operator for the rule's row in the network file.",
  "other-content": "This reference was taken over before, with other content.",
  "basis-unknown":
    "No ceiling over years of this basis holds in this country. Earlier awards are of a basis like eu-de-minimis or uk-mfa; a limit of one project counts no earlier award.",
  "other-country":
    "Only awards under the ceilings of your park's own country count for it: another country's parks bring theirs.",
  "equivalent-above-amount": "The gross grant equivalent cannot be more than the amount.",
  "in-future": "This day lies in the future.",
  "no-rate": "No official exchange rate is known for the day of the grant. Give the amount in the ceiling's currency.",
  "granted-here": "This award was granted here and counts by its own case.",
  "award-unknown": "Your park brought no such award that counts.",
};
