/** Reads what a bank booked from camt.053 (statement) and camt.054 (notification): only entries that are booked, one line per payment. */
import { parseAmount } from "../kernel/amount-text.ts";
import { daySchema } from "../kernel/day.ts";
import { isDomainError } from "../kernel/error.ts";
import { isZero, type Money } from "../kernel/money.ts";
import type { Statement, StatementLine, StatementProblem, SumLine } from "./statement-csv.ts";
import { at, type ReadXml, textAt } from "./xml-read.ts";

/** Message → the element of one account's statement in it. */
const messages: Readonly<Record<string, string>> = { BkToCstmrStmt: "Stmt", BkToCstmrDbtCdtNtfctn: "Ntfctn" };

/** Whether the document is one of the two messages. */
export function isCamt(root: ReadXml): boolean {
  return root.name === "Document" && root.children.some(({ name }) => name in messages);
}

/**
 * Debits with an end-to-end id are bookings; credits with one are returns. What is pending, or has no id of ours
 * (charges, incoming money, `NOTPROVIDED`), is none of our orders and left out.
 */
export function parseCamt(root: ReadXml): Statement {
  const lines: StatementLine[] = [];
  const sums: SumLine[] = [];
  const problems: StatementProblem[] = [];
  for (const message of root.children) {
    const inner = messages[message.name];
    for (const entry of inner === undefined ? [] : at(message, inner, "Ntry")) {
      if (!isBooked(entry)) continue;
      const found = at(entry, "NtryDtls", "TxDtls");
      if (found.length === 0) sums.push(...sumsOf(entry));
      for (const details of found.length === 0 ? [entry] : found)
        readOne(entry, details, found.length, lines, problems);
    }
  }
  return { lines, sums, problems };
}

/** An entry that names the sent file but none of its payments. What the bank says of two files in one entry has no sum of either. */
function sumsOf(entry: ReadXml): SumLine[] {
  const batches = at(entry, "NtryDtls", "Btch");
  const sign = textAt(entry, "CdtDbtInd");
  return batches.flatMap((batch): SumLine[] => {
    const blockId = textAt(batch, "PmtInfId") ?? textAt(batch, "MsgId");
    if (blockId === undefined) return [];
    const count = textAt(batch, "NbOfTxs");
    return [
      {
        line: entry.line,
        kind: sign === "DBIT" ? "booked" : sign === "CRDT" ? "returned" : undefined,
        blockId,
        bookedOn: bookedOnOf(entry),
        amount: batches.length === 1 ? amountOf(entry, entry, 1) : undefined,
        count: count === undefined ? undefined : Number(count),
        reference: (textAt(entry, "AcctSvcrRef") ?? "").slice(0, 140),
      },
    ];
  });
}

function bookedOnOf(entry: ReadXml): string {
  return (textAt(entry, "BookgDt", "Dt") ?? textAt(entry, "BookgDt", "DtTm") ?? "").slice(0, 10);
}

function isBooked(entry: ReadXml): boolean {
  return (textAt(entry, "Sts", "Cd") ?? textAt(entry, "Sts")) === "BOOK";
}

function readOne(
  entry: ReadXml,
  details: ReadXml,
  siblings: number,
  lines: StatementLine[],
  problems: StatementProblem[],
): void {
  const endToEndId = textAt(details, "Refs", "EndToEndId");
  if (endToEndId === undefined || endToEndId === "NOTPROVIDED") return;
  const { line } = details;
  const say = (code: string, text: string) => problems.push({ line, code, text });
  const bookedOn = bookedOnOf(entry);
  if (endToEndId.length > 35) say("too-long", "An end-to-end id has at most 35 characters.");
  if (!daySchema.safeParse(bookedOn).success) say("not-a-day", "The entry has no booking day.");
  const amount = amountOf(entry, details, siblings);
  if (amount === undefined) say("amount.unreadable", `The amount of ${endToEndId} cannot be read.`);
  const sign = textAt(details, "CdtDbtInd") ?? textAt(entry, "CdtDbtInd");
  if (sign !== "DBIT" && sign !== "CRDT") say("sign.missing", `${endToEndId} is neither a debit nor a credit.`);
  if (amount === undefined || problems.some((problem) => problem.line === line)) return;
  const reference = textAt(details, "Refs", "AcctSvcrRef") ?? textAt(entry, "AcctSvcrRef") ?? "";
  const kind = sign === "DBIT" ? "booked" : "returned";
  lines.push({ line, kind, endToEndId, bookedOn, amount, reference: reference.slice(0, 140) });
}

/** A payment's own amount in the currency in which it was ordered; the entry's stands for it where it is alone. */
function amountOf(entry: ReadXml, details: ReadXml, siblings: number): Money | undefined {
  const found =
    at(details, "AmtDtls", "InstdAmt", "Amt")[0] ??
    at(details, "AmtDtls", "TxAmt", "Amt")[0] ??
    at(details, "Amt")[0] ??
    (siblings <= 1 ? at(entry, "Amt")[0] : undefined);
  if (found === undefined) return undefined;
  try {
    // The schema lets a bank write more decimals than the currency has, as noughts.
    const text = found.text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
    const amount = parseAmount(text, found.attributes["Ccy"] ?? "", "en");
    return isZero(amount) || amount.amount < 0 ? undefined : amount;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return undefined;
  }
}
