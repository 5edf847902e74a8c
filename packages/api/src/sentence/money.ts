/** Refusals around money: aid, budgets, vouchers, claims, payments. */
import { amount, count, type Sentences, unchanged, word } from "./say.ts";

export const moneySentences: Sentences = {
  "aid.no-room": () =>
    `The award does not fit under the state-aid ceiling any more. ${unchanged} The aid arithmetic shows what counts.`,
  "aid.no-group": () => "The applicant's group for state aid is not known. Ask the operator.",
  "aid.group-of-two-countries": () => "Organisations of two countries cannot be one undertaking for de minimis aid.",
  "aid.correction-above-grant": () => `An aid entry can only be lowered. ${unchanged}`,
  "budget.too-little": () => `The budget has too little money left for this award. ${unchanged}`,
  "budget.unknown": () => `This budget has not been set up yet. ${unchanged}`,
  "budget.held": ({ free, currency, holders }) =>
    `The budget cannot fall below what is promised. Free to take back: ${amount(free, currency)}; the rest is held by ${holdersIn(holders)}. ${unchanged}`,
  "book.unknown": () => `This budget has not been set up yet. ${unchanged}`,
  "year.not-over": ({ year }) => `The budget year ${word(year)} is not over yet. ${unchanged}`,
  "year.earlier-open": ({ year }) =>
    `The budget year ${word(year)} of this call is not ended yet, and its open money would come into the year that you end. End it first. ${unchanged}`,
  "year.next-ended": ({ year }) =>
    `The budget year ${word(year)}, into which open money would be carried, is ended already. ${unchanged}`,
  "year.already-ended": ({ year }) => `The budget year ${word(year)} was ended before. ${unchanged}`,
  "year.not-carried": ({ year }) =>
    `The budget year ${word(year)} can be closed once it was ended and all its open cases were carried over. ${unchanged}`,
  "year.cases-open": ({ year, cases }) =>
    `The budget year ${word(year)} still holds money for ${count(cases, "case")}. ${unchanged}`,
  "year.closed": ({ year }) => `The budget year ${word(year)} is closed and takes no new money. ${unchanged}`,
  "year.still-carrying": () => "Cases are still being carried over.",
  "period.not-over": () => "Only days that have passed can be locked.",
  "period.locked-further": ({ locked }) => `The period is locked through ${word(locked)} already. ${unchanged}`,
  "recovery.not-found": () => "This recovery does not exist.",
  "recovery.due-past": () => "Choose a day that has not passed.",
  "recovery.more-than-paid": ({ paid, currency }) =>
    `No more can be asked back than was paid: ${amount(paid, currency)}. ${unchanged}`,
  "recovery.redress-open": ({ until }) =>
    `The end of this voucher can still be asked about until ${word(until)}, and would be undone if that is upheld. ${unchanged} Ask the money back after that.`,
  "recovery.more-than-owed": ({ owed, currency }) => `Only ${amount(owed, currency)} of it is still owed. ${unchanged}`,
  "recovery.received-before": ({ bankReference }) =>
    `What the bank booked as ${word(bankReference)} is entered for this recovery already. ${unchanged}`,
  "recovery.settled": () => `This recovery is settled. ${unchanged}`,
  "voucher.extended-before": () => `A voucher is extended once. ${unchanged}`,
  "voucher.other-extension": ({ months }) =>
    `The manager proposed ${word(months)} months; agree on one figure. ${unchanged}`,
  "voucher.no-value-change": () => `Nobody proposed another value. ${unchanged}`,
  "voucher.value-changed": () =>
    `Another value was proposed since this page was opened. Reload it and read what is proposed now. ${unchanged}`,
  "voucher.needs-statement": () =>
    `The law wants a statement of the company before this part is granted, so the award cannot be raised here. Decide on the rest as a new application. ${unchanged}`,
  "voucher.year-not-open": ({ year }) =>
    `The budget year ${word(year)} is being ended, and what it holds for this voucher goes into the next. Try again once it was carried over. ${unchanged}`,
  "voucher.shares-apart": ({ years }) =>
    `The money of one park for this voucher lies in more than one budget year (${Array.isArray(years) ? years.join(", ") : word(years)}), so no part of it is drawn. Try again once the earlier year was carried over; if it was, ask the operator. ${unchanged}`,
  "voucher.same-value": () => "That is the voucher's value already.",
  "voucher.value-limits": ({ minimum, maximum, currency }) =>
    `The value of a voucher of this call lies between ${amount(minimum, currency)} and ${amount(maximum, currency)}.`,
  "fund.unknown": () => "The network file has no such fund.",
  "rate.none": () => "No official exchange rate is known for that day. Ask the operator to import rates.",
  "claim.no-refusal": () => `Nobody proposed to refuse this claim. ${unchanged}`,
  "claim.refusal-proposed": () =>
    `The manager proposes to refuse this claim: confirm that, or send it back. ${unchanged}`,
  "claim.supplement": ({ wanted }) =>
    wanted === "again"
      ? `This claim is what redress asked to check again, and the voucher is used further: let it go on. ${unchanged}`
      : `This claim is what redress asked to check again on a voucher that was paid: end it. ${unchanged}`,
  "redress.pending": () => `A request for redress is being examined; its outcome comes first. ${unchanged}`,
  "redress.still-open": ({ until }) =>
    `Redress may still be asked${until === undefined ? "" : ` until ${word(until)}`}, so the voucher cannot end yet. ${unchanged}`,
  "claim.queries-most": ({ most }) =>
    `The claimant was asked ${word(most)} times. Decide on what is there: accept a part, or refuse the claim.`,
  "claim.sent-back-most": ({ most }) =>
    `This claim was given back ${word(most)} times. Speak with the manager; then clear it, or confirm a refusal.`,
  "claim.redone-most": ({ most }) =>
    `The service was done again ${word(most)} times. Settle it as received, or propose to cancel the voucher.`,
  "follow-up.nothing-said": () => "Answer at least one question.",
  "follow-up.unknown-question": () => "One of these questions was not asked. Reload the page.",
  "voucher.partly-used": () => `A part of this voucher is used already, so its value stays. ${unchanged}`,
  "voucher.not-issued": () => `The voucher has not been issued yet. ${unchanged}`,
  "voucher.expired": () => "The voucher has expired, and the 30 days for a report are over.",
  "voucher.acceptance-open": () => "Both parties must accept the terms first.",
  "voucher.nothing-proposed": () => `Nothing of that kind is proposed for this voucher any more. ${unchanged}`,
  "voucher.change-pending": () => `Another change of this voucher waits for an answer; that comes first. ${unchanged}`,
  "voucher.scope-closed": () =>
    `The service can be described anew while the voucher is in use and its work is not reported. ${unchanged}`,
  "voucher.scope-most": ({ most }) =>
    `The service of this voucher was described anew ${word(most)} times, and no more often. ${unchanged}`,
  "voucher.scope-days": ({ first, last }) =>
    `The work starts and ends between ${word(first)} and ${word(last)}, and ends no sooner than it starts. ${unchanged}`,
  "voucher.scope-changed": () =>
    `Another description was proposed since this page was opened. Reload it and read what is proposed now. ${unchanged}`,
  "voucher.parties-first": () => `Company and provider agree first; then the park decides. ${unchanged}`,
  "voucher.no-cancellation": () => `Nobody proposed to cancel this voucher. ${unchanged}`,
  "voucher.no-shares": () => "No park holds money for this voucher.",
  "claim.none": () => `There is no claim yet. ${unchanged}`,
  "claim.invoice-used": ({ problems }) =>
    `The invoice of ${listed(linesIn(problems, "number-used"))} was claimed before. An invoice counts once. ${unchanged}`,
  "claim.lines": ({ problems }) =>
    linesIn(problems, "number-twice").length === 0
      ? "A line of the claim cannot be right. Check dates, amounts and currencies."
      : `The invoice of ${listed(linesIn(problems, "number-twice"))} is there already. Two lines of one invoice are for work in two places, of one day and in one currency.`,
  "claim.lines-incomplete": () => "Decide every line of the claim once.",
  "claim.more-than-award": () => "The claim is above what is left of the award.",
  "claim.accepted-too-much": () => "More was accepted than the invoice says.",
  "claim.reason-needed": () => "Say why something was cut or sent back; the claimant gets your words.",
  "claim.answer-needed": () => "Write the answer that the park asked for.",
  "claim.nothing-payable": () => "Nothing would be payable. Query the claim, or propose to cancel the voucher.",
  "claim.place-missing": ({ lines }) =>
    `Say for each invoice line where the work was done (${listed(lines)}): a park that pays may have to withhold tax for work done in its country.`,
  "claim.place-unknown": ({ lines }) =>
    `Nobody said where the work of ${listed(lines)} was done, and tax may have to be withheld for it. Ask the claimant, who then corrects the lines. ${unchanged}`,
  "claim.waiver-percent": ({ percent }) =>
    `A waiver lets less be withheld than the law's ${word(percent)} %. Check its percent.`,
  "claim.waiver-missing": () =>
    `The document of the waiver was not filed with this claim. Ask the claimant for it. ${unchanged}`,
  "claim.share-proof-missing": () =>
    `No document shows what the company paid itself. Ask the claimant for it, or enter 0. ${unchanged}`,
  "claim.no-remittance": ({ parkId }) =>
    `The network file does not say to whom ${word(parkId)} pays withheld tax. Ask the operator. ${unchanged}`,
  "slip.none": () => `No slip of withheld tax waits to be filed for this claim. ${unchanged}`,
  "slip.in-future": () => "The day on which the slip was filed lies in the future.",
  "slip.before-payment": ({ bookedOn }) =>
    `The slip is of a payment that was booked on ${word(bookedOn)}: it was filed after that.`,
  "claim.not-assessed": () => `The manager has not assessed this claim yet. ${unchanged}`,
  "import.row": () => `A line of the file cannot be right. Look at it with a dry run. ${unchanged}`,
  "import.other-content": ({ reference }) =>
    `This voucher was taken over before as ${word(reference)}, with other content. ${unchanged}`,
  "import.unreadable": () =>
    `This is no workbook that can be read. ${unchanged} Save it as XLSX or CSV with the columns of the template.`,
  "import.not-right": ({ count: cells }) =>
    `Something is wrong in ${word(cells, "some")} cells of the file. ${unchanged} Look at it with a dry run.`,
  "import.nothing-new": () => "All lines of this file were taken over before. Nothing is left to do.",
  "import.already-open": () => "This very file is proposed already, or being taken over. Look at that import.",
  "import.file-changed": () =>
    `The lines are not those that were looked at: the file was changed meanwhile. ${unchanged} Look at it again.`,
  "import.no-longer-right": ({ line }) =>
    `Line ${word(line)} was right when it was proposed and is not any more. ${unchanged} Decline it; the file is looked at and proposed anew.`,
  "import.not-found": () => "This import does not exist, or you have no part in it.",
  "import.answered": () => `Somebody has answered this import already. ${unchanged}`,
  "import.not-yours": () => `Only who proposed an import takes it back. ${unchanged}`,
  "import.own-line": () =>
    `The file has a line about an organisation that you belong to, so colleagues propose and confirm it. ${unchanged}`,
  "import.second-person": () => `A line is taken over once another person has confirmed the import. ${unchanged}`,
  "claim.not-cleared": () => `No claim waits to be paid here, so no clearing can be taken back. ${unchanged}`,
  "claim.year-closed": ({ year }) =>
    `The budget year ${word(year)}, which owes this, is closed. ${unchanged} Pay it, and ask for the money back.`,
  "claim.in-batch": ({ orders }) =>
    `${count(orders, "payment")} of this claim ${Array.isArray(orders) && orders.length === 1 ? "is" : "are"} in a batch or with the bank. Discard a batch that was not sent; what was sent is asked back. ${unchanged}`,
  "claim.finished-after-expiry": () => "The work was finished after the voucher's last day, so it cannot be claimed.",
  "claim.begun-missing": ({ awarded }) =>
    `By this call work begins with the award, on ${word(awarded)} at the earliest: say on which day it began. ${unchanged}`,
  "claim.begun-before-award": ({ awarded }) =>
    `By this call work that began before the award, on ${word(awarded)}, cannot be paid. ${unchanged}`,
  "claim.begun-after-finish": () => `The work began no later than it was finished. ${unchanged}`,
  "claim.finished-in-future": () => "The day on which the work was finished lies in the future.",
  "batch.not-found": () => "This batch does not exist.",
  "batch.not-released": () => "The batch has not been released yet.",
  "batch.wrong-status": ({ status }) => `The batch is ${word(status)} now, so this step is not open. ${unchanged}`,
  "batch.orders": () => `An order cannot be paid as it is. The problems are listed; ${unchanged.toLowerCase()}`,
  "batch.mixed": () => "A batch holds orders of one currency and one channel. Prepare two batches.",
  "batch.day-past": () => "Choose a day that has not passed.",
  "batch.day-over": ({ executionDate }) =>
    `The bank was to pay this batch on ${word(executionDate)}, which has passed. ${unchanged} Discard the batch and prepare its payments for another day.`,
  "batch.reason-needed": () => `Say why the released batch is taken back; your words are kept with it. ${unchanged}`,
  "batch.no-working-day": () => "Banks do not pay on that day. Choose a working day.",
  "batch.account-changed": () =>
    "A payee's account was changed after the batch was prepared. Discard it (a released one is taken back with a reason, by another person than released it) and prepare a new one; have the bank stop a file that it has already.",
  "batch.sanctioned": () =>
    "A payee stands on a sanctions list. Discard it (a released one is taken back with a reason, by another person than released it), have the bank stop a file that it has already, and ask who answers for it in your park.",
  "batch.unverified": () =>
    "No park has verified a payee with its account. Discard it (a released one is taken back with a reason, by another person than released it); once a manager has verified the payee, on the page of its voucher, prepare a new one.",
  "account.number-wrong": () => "The account number is not right. Check it, digit by digit.",
  "account.change-waiting": () => `A change of this account is waiting already. ${unchanged}`,
  "account.another-change": () =>
    `The payee has named another account since you opened this page. Ask about that one; this page shows it now. ${unchanged}`,
  "account.no-change": () => `No change of this account waits for an answer. ${unchanged}`,
  "sanction.namesake-columns": () => "A column is missing, or there are no lines.",
  "sanction.other-import": () => "Another list was imported at the same time and counts; import this one again.",
  "sanction.no-names": () => "The file has no column called name, or no names in it.",
  "batch.control-sum": () => "The orders do not add up to the batch's control sum. Discard it and prepare a new one.",
  "batch.channel-gone": () =>
    "The park no longer has this payment channel. Ask the operator, or take the batch back; its payments then wait for another.",
  "park.unknown": () => "The network has no such park.",
  "calendar.unknown": () => "The network has no such calendar.",
  "network.file": () => `The network’s settings would not hold together: each problem is named below. ${unchanged}`,
  "network.in-use": () =>
    `Calls that are not over use a park, fund or currency that this change takes away. ${unchanged} End those calls first.`,
  "network.change-open": () => `Another change waits for its second person. ${unchanged} Answer that one first.`,
  "network.unchanged": () => "That is how the settings are already. Nothing was proposed.",
  "network.change-gone": () => "This change was answered or replaced meanwhile. Look at the page again.",
  "network.own-change": () => `You proposed this change; somebody else puts it in force. ${unchanged}`,
  "network.not-yours": () => "Only who proposed a change takes it back; others decline it.",
  "network.moved-on": () =>
    `The settings were changed meanwhile. ${unchanged} Look at them as they are now, and propose it again on them.`,
  "network.rate-future": ({ date }) => `Nothing was published on ${word(date)} yet. ${unchanged}`,
  "network.rate-there": ({ base, quote, date }) =>
    `There is a rate of ${word(base)} to ${word(quote)} for ${word(date)} already, and letters quote it. ${unchanged}`,
  "network.holidays-shorter": ({ until }) =>
    `The holidays are known until ${word(until)}; a list is only made longer. ${unchanged}`,
  "network.limit-past": () => `A new limit begins after today and after the row that it follows. ${unchanged}`,
  "network.limit-unknown": () => "The network has no such limit.",
  "network.limit-kind": () => "Intensities are changed with the whole network file.",
  "park.no-debtor": () => "The network file names no account from which this park pays.",
  "payment.unknown": () => "No order of this park has that reference.",
  "payment.amount-differs": () => "The bank booked another amount than was ordered. Nothing was booked here.",
  "payment.booked-as-one": () =>
    "The bank booked this batch as one entry, and its sum or number is not the batch's. Nothing was booked here. Ask the bank for the payments one by one, as a camt.054, and upload that.",
  "payment.not-sent": () => "This order was not sent to the bank. Nothing was booked.",
  "payment.already-booked": () => "This order was booked before.",
  "payment.before-release": () => "The bank's day lies before the batch was released.",
  "payment.in-future": () => "The bank's day lies in the future.",
  "payment.superseded": () => "This order was sent again under another reference.",
  "payment.rejected-booked": ({ endToEndId }) =>
    `The bank has booked ${word(endToEndId)}, so it was not rejected. ${unchanged} If the money comes back, the bank's statement says so.`,
  "payment.rejected-sent-again": ({ now }) =>
    `The bank booked a payment that was said to be rejected, and it stands in a batch again as ${word(now)}. Nothing was booked here. Discard that batch or have the bank stop it, say so on its page, and book the statement again.`,
  "payment.returned-before-booked": () => "The return lies before the booking.",
  "payment.asked-back": ({ recovery, covers }) =>
    covers === true
      ? `The park has asked this money back (recovery ${word(recovery)}). Nothing was booked here. Enter it there as received, or cancel the recovery and book the statement again.`
      : `The park has asked a part of this money back (recovery ${word(recovery)}), and more came. Nothing was booked here. Cancel the recovery, book the statement again, and ask back what is still wanted.`,
  "payment.came-back": () =>
    "Less than this payment is left of what was paid, as part of it came back or was given up before. Nothing was booked here. Look at the postings of the case.",
  "statement.unreadable": () =>
    "Some lines of the file cannot be read, so none was booked. They are listed with line and column.",
  "statement.other-message": ({ message }) =>
    `The file is a ${word(message)}, which is no bank statement. Choose a camt.053, a camt.054 or a CSV file.`,
  "xml.unreadable": ({ line }) => `The file cannot be read as XML (line ${word(line)}), so nothing was booked.`,
  "statement.too-long": ({ lines, most }) =>
    `The file has ${word(lines)} lines; at most ${word(most)} are taken at once.`,
};

/** `line 1, 3`, counted from 1. */
function listed(lines: unknown): string {
  return `line ${Array.isArray(lines) ? lines.join(", ") : word(lines)}`;
}

/** Numbers of the lines with this problem. */
function linesIn(problems: unknown, reason: string): unknown[] {
  const all = (Array.isArray(problems) ? problems : []) as readonly { line?: unknown; reason?: unknown }[];
  return all.flatMap((one) => (one.reason === reason ? [one.line] : []));
}

/** Cases, and what no case holds. */
function holdersIn(list: unknown): string {
  const holders: { caseId?: unknown }[] = Array.isArray(list) ? list : [];
  const cases = holders.filter(({ caseId }) => caseId !== undefined);
  const told = count(cases, "case");
  if (cases.length === holders.length) return told;
  return `${cases.length === 0 ? "" : `${told} and by `}what is kept for redress or back with the fund`;
}
