/** Writes a payment batch as the CSV lists of national clearings (Bacs, EFT) and as the list that is keyed in by hand. */
import { decimalText } from "../kernel/amount-text.ts";
import { DomainError } from "../kernel/error.ts";
import type { BankAccount } from "../organisation/organisation.ts";
import { canadianAccountOf, ibanOf, ukAccountOf } from "./account.ts";
import { bankText } from "./bank-text.ts";
import type { BatchOrder } from "./batch.ts";

type Column = readonly [header: string, cell: (order: BatchOrder, executionDate: string) => string];

const common: readonly Column[] = [
  ["Payee", ({ payeeName }) => bankText(payeeName, 70)],
  ["Amount", ({ amount }) => decimalText(amount)],
  ["Currency", ({ amount }) => amount.currency],
  ["Execution date", (_, executionDate) => executionDate],
  ["End-to-end id", ({ endToEndId }) => endToEndId],
  ["Remittance", ({ remittance }) => bankText(remittance, 140)],
];

/** Per kind of channel: the columns that identify the account. Sort code and account as Bacs Standard 18 names them. */
const accountColumns: Readonly<Record<string, readonly Column[]>> = {
  "bacs-csv": [
    ["Sort code", ({ account, endToEndId }) => (ukAccountOf(account) ?? missing(endToEndId)).sortCode],
    ["Account number", ({ account, endToEndId }) => (ukAccountOf(account) ?? missing(endToEndId)).number],
  ],
  "eft-csv": [
    ["Institution", ({ account, endToEndId }) => (canadianAccountOf(account) ?? missing(endToEndId)).institution],
    ["Transit", ({ account, endToEndId }) => (canadianAccountOf(account) ?? missing(endToEndId)).transit],
    ["Account number", ({ account, endToEndId }) => (canadianAccountOf(account) ?? missing(endToEndId)).number],
  ],
  "manual-list": [
    ["Account", ({ account }) => numberOf(account)],
    ["BIC", ({ account }) => account.bic ?? ""],
    ["Bank country", ({ account }) => account.country],
  ],
};

/** One line per order. @throws invalid `payment.other-channel` for a channel with a file format of its own. */
export function listCsv(channel: string, orders: readonly BatchOrder[], executionDate: string): string {
  const own = accountColumns[channel];
  if (own === undefined) throw new DomainError("invalid", "payment.other-channel", { kind: channel });
  const columns = [...own, ...common];
  const rows = [
    columns.map(([header]) => header),
    ...orders.map((order) => columns.map(([, cell]) => cell(order, executionDate))),
  ];
  return `${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

function numberOf(account: BankAccount): string {
  return ibanOf(account) ?? bankText(account.other ?? "", 34);
}

function missing(endToEndId: string): never {
  throw new DomainError("invalid", "payment.bad-account", { of: endToEndId });
}

/** Quoted where CSV wants it; a cell that a spreadsheet would take for a formula starts with an apostrophe. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
