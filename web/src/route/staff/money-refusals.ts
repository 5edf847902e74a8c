/** What the API refuses about budgets, periods, bank statements, batches, payments, accounts and recoveries, in the reader's own language. */
import type { I18n } from "@lingui/core";
import { type Facts, textOf } from "../case/facts-text.ts";
import type { Format } from "../case/use-format.ts";

/** @param money the amount of that fact, with the currency that the facts name */
export function moneyRefusals(
  i18n: I18n,
  format: Format,
  facts: Facts,
  money: (name: string) => string,
): Readonly<Record<string, () => string>> {
  const text = (name: string) => textOf(facts, name);
  const year = () => ({ year: text("year") });
  const noBudget = () => i18n._("This budget has not been set up yet. Nothing was changed.");
  const workday = () => i18n._("The bank cannot pay on this day. Choose a working day from today on.");
  return {
    "book.unknown": noBudget,
    "budget.unknown": noBudget,
    "year.not-over": () => i18n._("The budget year {year} is not over yet. Nothing was changed.", year()),
    "year.earlier-open": () =>
      i18n._(
        "The budget year {year} of this call is not ended yet, and its open money would come into the year that you end. Nothing was changed. End the earlier one first.",
        year(),
      ),
    "year.next-ended": () =>
      i18n._(
        "The budget year {year}, into which open money would be carried, is ended already. Nothing was changed.",
        year(),
      ),
    "year.already-ended": () => i18n._("The budget year {year} was ended before. Nothing was changed.", year()),
    "year.not-carried": () =>
      i18n._(
        "The budget year {year} can be closed once it is ended and all its open cases are carried over. Nothing was changed.",
        year(),
      ),
    "year.cases-open": () =>
      i18n._(
        "The budget year {year} still holds money for {count, plural, one {# case} other {# cases}}. Nothing was changed.",
        { ...year(), count: Array.isArray(facts.cases) ? facts.cases.length : 0 },
      ),
    "year.closed": () =>
      i18n._("The budget year {year} is closed and takes no new money. Nothing was changed.", year()),
    "period.not-over": () => i18n._("Only days that have passed can be locked. Nothing was changed."),
    "period.locked-further": () =>
      i18n._("The period is locked through {day} already. Nothing was changed.", { day: format.day(text("locked")) }),
    "statement.unreadable": () =>
      i18n._("Some lines of the file cannot be read, so none was booked. They are listed with line and column."),
    "statement.other-message": () =>
      i18n._(
        "The file is a {message}, which is no bank statement. Nothing was booked. Choose a camt.053, a camt.054 or a CSV file.",
        { message: text("message") },
      ),
    "statement.too-long": () =>
      i18n._("The file has {lines} lines; at most {most} are taken at once. Nothing was booked.", {
        lines: text("lines"),
        most: text("most"),
      }),
    "xml.unreadable": () =>
      i18n._("The file cannot be read as XML (line {line}), so nothing was booked.", { line: text("line") }),
    "batch.mixed": () =>
      i18n._("These payments need different channels or currencies. Put them in batches of their own."),
    "batch.not-found": () => i18n._("There is no such batch in this park."),
    "batch.wrong-status": () => i18n._("The batch has moved on. Nothing was changed."),
    "batch.not-released": () => i18n._("Nobody has released this batch yet, so there is no file for the bank."),
    "batch.orders": () =>
      i18n._("Some of these cannot be paid as they are; each is named with its reason. Nothing was prepared."),
    "batch.day-past": workday,
    "batch.no-working-day": workday,
    "batch.day-over": () =>
      i18n._(
        "The bank was to pay this batch on {day}, which has passed. Nothing was changed. Discard it and prepare its payments for another day.",
        { day: format.day(text("executionDate")) },
      ),
    "batch.reason-needed": () => i18n._("Say why the batch is taken back. Nothing was changed."),
    "batch.control-sum": () =>
      i18n._(
        "The payments do not add up to the sum of the batch. Nothing was changed. Discard it and prepare a new one.",
      ),
    "batch.account-changed": () =>
      i18n._(
        "The account of the payee of {payment} is another than when the batch was prepared, or is changing. Nothing was changed. Discard the batch (once released, another person than released it takes it back) and prepare a new one; have the bank stop a file that it has already.",
        { payment: text("endToEndId") },
      ),
    "batch.unverified": () =>
      i18n._(
        "No park has verified the payee of {payment} with its account. Nothing was changed. Discard the batch (once released, another person than released it takes it back) and prepare a new one when a manager has verified the payee, on the page of its voucher.",
        { payment: text("endToEndId") },
      ),
    "batch.sanctioned": () =>
      i18n._(
        "The payee of {payment} or an owner stands on a sanctions list. Nothing was changed. Discard the batch (once released, another person than released it takes it back), have the bank stop a file that it has already, and ask who answers for this in your park.",
        { payment: text("endToEndId") },
      ),
    "batch.channel-gone": () =>
      i18n._(
        "The park no longer has this channel of payment. Take the batch back, so that its payments wait for another, or ask the operator.",
      ),
    "park.no-debtor": () => i18n._("No account is set up from which this park pays. Ask the operator."),
    "payment.unknown": () => i18n._("No payment of this batch has that id. Nothing was changed."),
    "payment.not-sent": () => i18n._("This payment is not with the bank, so there is nothing to reject or book."),
    "payment.superseded": () =>
      i18n._("This payment was sent again as {payment}. Nothing was changed.", { payment: text("now") }),
    "payment.rejected-booked": () =>
      i18n._(
        "The bank has booked {payment}, so it was not rejected. Nothing was changed. If the money comes back, the bank’s statement says so.",
        { payment: text("endToEndId") },
      ),
    "payment.in-future": () => i18n._("The bank cannot have booked it on a day to come. Nothing was changed."),
    "account.no-change": () => i18n._("No change of this account waits for an answer. Nothing was changed."),
    "account.another-change": () =>
      i18n._(
        "The payee has named another account since you opened this page. Nothing was changed. Ask about that one; this page shows it now.",
      ),
    "recovery.not-found": () => i18n._("There is no such recovery in this case."),
    "recovery.due-past": () => i18n._("Choose a day to come. Nothing was asked back."),
    "recovery.more-than-paid": () =>
      i18n._("No more can be asked back than was paid, {paid}. Nothing was asked back.", { paid: money("paid") }),
    "recovery.more-than-owed": () =>
      i18n._("Only {owed} of it is still owed. Nothing was changed.", { owed: money("owed") }),
    "recovery.received-before": () =>
      i18n._("What the bank booked as {payment} is entered here already. Nothing was changed.", {
        payment: text("bankReference"),
      }),
    "recovery.settled": () => i18n._("This recovery is settled. Nothing was changed."),
    "recovery.redress-open": () =>
      i18n._(
        "The end of this voucher can still be asked about, until {day}, and would be undone if that is upheld. Nothing was asked. Ask the money back after that.",
        { day: format.date(text("until")) },
      ),
  };
}
