/** What a ledger key was given, kept as a running total on its book: read with it, filled in where an older book lacks it. */
import * as z from "zod";
import { requireSystem } from "../kernel/actor.ts";
import { isDomainError } from "../kernel/error.ts";
import { perform } from "../kernel/perform.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Deps } from "../port/deps.ts";
import type { Change, Reader } from "../port/store.ts";
import { type Book, bookKeyOf, newBook } from "./book.ts";
import { type LedgerKey, ledgerKeySchema, type Posting } from "./posting.ts";

export interface KeyTotals {
  readonly ledger: LedgerKey;
  /** Minor units, ≥ 0. */
  readonly given: number;
  readonly available: number;
}

/** What the key was given so far: what left `appropriation` (carried over included), less what went back. */
export function appropriated(postings: readonly Pick<Posting, "to" | "from" | "amount">[]): number {
  return postings.reduce(
    (sum, { from, to, amount }) =>
      sum + (from === "appropriation" ? amount : 0) - (to === "appropriation" ? amount : 0),
    0,
  );
}

/** The book with its total; only a book from before totals were kept has its postings added up. */
export async function readGivenBook(reader: Reader, ledger: LedgerKey): Promise<Book | undefined> {
  const book = await reader.get("book", bookKeyOf(ledger));
  if (book === undefined || book.given !== undefined) return book;
  // After the book: its version must vouch for every posting that was added up.
  return { ...book, given: appropriated(await reader.list("posting", { ledger })) };
}

/** Two items, however many postings the key has. */
export async function readTotals(reader: Reader, ledger: LedgerKey): Promise<KeyTotals> {
  const [book, budget] = await Promise.all([readGivenBook(reader, ledger), reader.get("budget", { ledger })]);
  return { ledger, given: book?.given ?? 0, available: budget?.available ?? 0 };
}

/**
 * The change on the book that goes with every posting of `appropriation`, whose own delta is merged into it.
 * @param book as `readGivenBook` read it: whoever was faster has the decision taken anew.
 */
export function bookWithGiven(book: Book | undefined, ledger: LedgerKey): Change {
  return book === undefined
    ? { op: "create", name: "book", value: newBook(ledger) }
    : { op: "replace", name: "book", value: book };
}

interface Facts {
  readonly stored: Book | undefined;
  readonly book: Book | undefined;
}

/** Keeps the total on a book that lacks it; nothing where it stands already. */
export const recordGiven = verb({
  name: "ledger.record-given",
  input: z.object({ ledger: ledgerKeySchema }),
  async read(reader: Reader, { ledger }): Promise<Facts> {
    const stored = await reader.get("book", bookKeyOf(ledger));
    return { stored, book: await readGivenBook(reader, ledger) };
  },
  decide({ stored, book }: Facts, actor): Decision<{ recorded: boolean }> {
    requireSystem(actor);
    if (stored === undefined || book === undefined || stored.given !== undefined)
      return { changes: [], result: { recorded: false } };
    return { changes: [{ op: "replace", name: "book", value: book }], result: { recorded: true } };
  },
});

/** Every book of every park that was made before totals were kept. Done again it finds nothing. @returns books filled in. */
export async function recordAllGiven(deps: Deps): Promise<number> {
  // A folder in which no network was applied yet has no books either.
  const parks = await deps.network.current().then(
    (network) => network.parks,
    (error: unknown) => {
      if (isDomainError(error, "network.not-applied")) return [];
      throw error;
    },
  );
  const books = (await Promise.all(parks.map(({ id }) => deps.store.list("book", { parkId: id })))).flat();
  const lacking = books.filter(({ given }) => given === undefined);
  for (const { bookKey, ledger, version } of lacking)
    await perform(deps, { kind: "system", name: "sweep" }, `given:${bookKey}:${version}`, recordGiven, { ledger });
  return lacking.length;
}
