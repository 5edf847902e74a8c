/** The journal for a park's accounts software: two lines per posting, debit and credit, exactly as it stands in the ledger. */
import { decimalText } from "../kernel/amount-text.ts";
import { csvCell } from "../payment/list-csv.ts";
import { ledgerKeyText, type Posting } from "./posting.ts";
import { dayOfPosting, isPaidBefore } from "./statement.ts";

export interface JournalNames {
  /** Case id → reference. */
  readonly references: Readonly<Record<string, string>>;
  /** Fund id → the funder's own reference. */
  readonly funds: Readonly<Record<string, string>>;
  readonly zoneOf: (parkId: string) => string;
}

const head = [
  "document",
  "line",
  "day",
  "posted_at",
  "account",
  "debit",
  "credit",
  "currency",
  "ledger_key",
  "fund_reference",
  "budget_year",
  "case",
  "text",
  "actor",
  "kind",
];

/** In the order of the days on which they count; `from` and `to` are inclusive. */
export function journalCsv(
  postings: readonly Posting[],
  span: { readonly from?: string | undefined; readonly to: string },
  names: JournalNames,
): string {
  const rows = postings
    .map((posting) => ({ posting, day: dayOfPosting(posting, names.zoneOf(posting.ledger.parkId)) }))
    .filter(({ day }) => day <= span.to && (span.from === undefined || day >= span.from))
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.posting.postingId.localeCompare(b.posting.postingId))
    .flatMap(({ posting, day }) => linesOf(posting, day, names));
  return `${[head, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** What is given is debited, what it comes from credited. */
function linesOf(posting: Posting, day: string, { references, funds }: JournalNames): string[][] {
  const { postingId, at, to, from, ledger, caseId, memo, actor } = posting;
  const amount = decimalText({ amount: posting.amount, currency: ledger.currency });
  const line = (number: string, account: string, debit: string, credit: string) => [
    postingId,
    number,
    day,
    at,
    account,
    debit,
    credit,
    ledger.currency,
    ledgerKeyText(ledger),
    funds[ledger.fundId] ?? ledger.fundId,
    String(ledger.budgetYear),
    caseId === undefined ? "" : (references[caseId] ?? caseId),
    memo,
    actor,
    // The accounts of a park that moved have the payment already.
    isPaidBefore(posting) ? "paid-before" : "",
  ];
  return [line("1", to, amount, ""), line("2", from, "", amount)];
}
