/** Which ledger keys a park has, past budget years included, and everything that is stored of one. */
import type { CaseId } from "../kernel/id.ts";
import type { Reader } from "../port/store.ts";
import { type Book, bookKeyOf } from "./book.ts";
import { type Budget, type LedgerKey, ledgerKeyText, type Posting, type Share } from "./posting.ts";

/** Keys with a book, and those that a call names and nobody has given money to yet; in the order of their text. */
export async function ledgersOf(reader: Reader, parkId: string): Promise<LedgerKey[]> {
  const [books, calls] = await Promise.all([reader.list("book", { parkId }), reader.list("call", {})]);
  const named = calls.flatMap(({ payers }) => payers.filter((payer) => payer.parkId === parkId));
  const all = [...books, ...named].map(({ ledger }) => [ledgerKeyText(ledger), ledger] as const);
  return [...new Map(all)].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, ledger]) => ledger);
}

export interface StoredKey {
  readonly postings: readonly Posting[];
  readonly budget: Budget | undefined;
  readonly book: Book | undefined;
  /** Of every case that the postings name, this key's shares alone. */
  readonly shares: readonly Share[];
}

/** Budget and shares are read before the postings: what moved in between is read again by whoever finds a difference. */
export async function readKey(reader: Reader, ledger: LedgerKey): Promise<StoredKey> {
  const [budget, book] = await Promise.all([reader.get("budget", { ledger }), reader.get("book", bookKeyOf(ledger))]);
  const postings = await reader.list("posting", { ledger });
  const caseIds = [...new Set(postings.flatMap(({ caseId }): CaseId[] => (caseId === undefined ? [] : [caseId])))];
  const { parkId, budgetYear } = ledger;
  const found = await Promise.all(caseIds.map((caseId) => reader.get("share", { caseId, parkId, budgetYear })));
  const own = found.flatMap((share) => share ?? []);
  return {
    postings,
    budget,
    book,
    shares: own.filter((share) => ledgerKeyText(share.ledger) === ledgerKeyText(ledger)),
  };
}
