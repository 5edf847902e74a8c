/** The only place that keeps money back for upheld redress: set once when the call is published, drawn on by an upheld case, freed when the last window has closed (domain §9). */
import type { Case } from "../application/case.ts";
import { money, multiplyRate } from "../kernel/money.ts";
import type { Book } from "../ledger/book.ts";
import { type Budget, type LedgerKey, ledgerKeyText, type PostingDraft } from "../ledger/posting.ts";
import type { Change, Reader } from "../port/store.ts";
import type { Call, Payer } from "./call.ts";

const usualPercent = 5;

/** Percent of the park's budget that is kept back. */
export function redressPercentOf(payer: Pick<Payer, "redressPercent">): number {
  return payer.redressPercent ?? usualPercent;
}

/** Minor units kept back of a budget, half up. */
export function reserveOf(payer: Pick<Payer, "redressPercent" | "ledger">, budget: number): number {
  return multiplyRate(money(budget, payer.ledger.currency), { percent: redressPercentOf(payer) }).amount;
}

/** The books of a call's payers, where they are there. */
export async function readBooks(reader: Reader, call: Pick<Call, "payers">): Promise<Book[]> {
  const found = await Promise.all(
    call.payers.map(({ parkId, ledger }) => reader.get("book", { parkId, bookKey: ledgerKeyText(ledger) })),
  );
  return found.flatMap((book) => book ?? []);
}

interface Kept {
  readonly changes: readonly Change[];
  readonly postings: readonly PostingDraft[];
}

const bookOf = (books: readonly Book[], ledger: LedgerKey) =>
  books.find(({ bookKey }) => bookKey === ledgerKeyText(ledger));

/** reserved ← available of every payer, as its call is published: nothing has been proposed yet, so all of its budget is free. */
export function setReserves(call: Pick<Call, "payers">, budgets: readonly Budget[], books: readonly Book[]): Kept {
  const kept = call.payers.flatMap((payer) => {
    const budget = budgets.find(({ ledger }) => ledgerKeyText(ledger) === ledgerKeyText(payer.ledger));
    const book = bookOf(books, payer.ledger);
    const amount = budget === undefined ? 0 : reserveOf(payer, budget.available);
    return book === undefined || amount === 0 ? [] : [{ ledger: payer.ledger, amount, book, version: budget?.version }];
  });
  return {
    changes: kept.flatMap(({ ledger, book, version }): Change[] => [
      // Whole, because books of earlier versions have no field to add to.
      { op: "replace", name: "book", value: book },
      { op: "check", name: "budget", key: { ledger }, when: { version: version ?? null } },
    ]),
    postings: kept.map(({ ledger, amount }) => ({
      ledger,
      to: "reserved",
      from: "available",
      amount,
      memo: "redress reserve",
    })),
  };
}

/** available ← reserved of what is left, once no redress can be asked any more. */
export function freeReserves(call: Pick<Call, "payers">, books: readonly Book[]): PostingDraft[] {
  return call.payers.flatMap(({ ledger }): PostingDraft[] => {
    const left = bookOf(books, ledger)?.reserved ?? 0;
    return left === 0
      ? []
      : [{ ledger, to: "available", from: "reserved", amount: left, memo: "redress reserve freed" }];
  });
}

/** A case that is decided anew because redress was upheld. */
export function mayDraw({ redress, attempt }: Pick<Case, "redress" | "attempt">): boolean {
  return redress?.status === "upheld" && attempt > redress.attempt;
}

/** available ← reserved for an upheld case: at most what is kept, at most what is asked; its own reservation follows in the same act. */
export function drawReserve(
  ledger: LedgerKey,
  asked: number,
  books: readonly Book[],
  reference: string,
): PostingDraft | undefined {
  const amount = Math.min(bookOf(books, ledger)?.reserved ?? 0, asked);
  if (amount <= 0) return undefined;
  return { ledger, to: "available", from: "reserved", amount, memo: `redress reserve for ${reference}` };
}
