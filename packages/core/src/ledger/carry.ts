/** The only place that says into which budget year a case's money goes when its own is over, and with which postings. */
import type { Book } from "./book.ts";
import { type LedgerKey, ledgerKeyText, type PostingDraft, type Share } from "./posting.ts";

/**
 * The same key in its first budget year from `old` on that is still open; undefined where none is. Keys of earlier versions
 * have no book; they were never closed.
 * @param books of the key's park
 */
export function firstOpenKey(old: LedgerKey, books: readonly Book[]): LedgerKey | undefined {
  const line = books.filter(
    ({ ledger }) => ledgerKeyText({ ...ledger, budgetYear: 0 }) === ledgerKeyText({ ...old, budgetYear: 0 }),
  );
  if (!line.some(({ ledger }) => ledger.budgetYear === old.budgetYear)) return old;
  return line
    .filter(({ status, ledger }) => status === "open" && ledger.budgetYear >= old.budgetYear)
    .toSorted((a, b) => a.ledger.budgetYear - b.ledger.budgetYear)[0]?.ledger;
}

/** Two keys, one act. The book of `to` is written with it (`bookWithGiven`). @param amount minor units; at 0, no postings */
export function carriedOver(
  { ledger, caseId }: Pick<Share, "ledger" | "caseId">,
  to: LedgerKey,
  account: "reserved" | "committed",
  amount: number,
): PostingDraft[] {
  if (amount === 0) return [];
  const memo = `carried over from ${ledger.budgetYear}`;
  return [
    { ledger, to: "returned", from: account, amount, caseId, memo: `carried over to ${to.budgetYear}` },
    { ledger: to, to: account, from: "appropriation", amount, caseId, memo },
  ];
}
