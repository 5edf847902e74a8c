/** The run that carries a year over has come to its end: nothing open is left in the year. */
import * as z from "zod";
import { requireSystem } from "../kernel/actor.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { type Book, bookKeyOf, nextYear, requireBook } from "./book.ts";
import { readGivenBook } from "./given.ts";
import { ledgerKeySchema, type Posting, type PostingDraft } from "./posting.ts";
import { openCasesOf } from "./start-year-end.ts";

interface Facts {
  readonly book: Book | undefined;
  /** The book of the year after it. */
  readonly next: Book | undefined;
  readonly postings: readonly Posting[];
}

export const endCarry = verb({
  name: "ledger.end-carry",
  input: z.object({ ledger: ledgerKeySchema }),
  async read(reader: Reader, { ledger }): Promise<Facts> {
    const [book, next] = await Promise.all([
      reader.get("book", bookKeyOf(ledger)),
      readGivenBook(reader, nextYear(ledger)),
    ]);
    return { book, next, postings: await reader.list("posting", { ledger }) };
  },
  decide(facts: Facts, actor, { ledger }): Decision<{ ended: boolean }> {
    requireSystem(actor);
    const book = requireBook(facts.book, ledger);
    if (book.status !== "ending") return { changes: [], result: { ended: true } };
    if (openCasesOf(facts.postings).length > 0) return { changes: [], result: { ended: false } };
    return {
      changes: [
        { op: "replace", name: "book", value: { ...book, status: "ended" } },
        ...(facts.next === undefined ? [] : [{ op: "replace", name: "book", value: facts.next } as const]),
      ],
      postings: facts.next === undefined ? [] : carriedReserve(book, facts.next),
      events: [
        {
          stream: `budget:${book.bookKey}`,
          type: "ledger.year-ended",
          facts: { year: ledger.budgetYear, carried: book.carried },
        },
      ],
      result: { ended: true },
    };
  },
});

/** What is kept for redress goes along: two keys, one act. */
function carriedReserve({ ledger, reserved }: Book, next: Book): PostingDraft[] {
  if (reserved === 0) return [];
  const memo = `carried over from ${ledger.budgetYear}`;
  return [
    { ledger, to: "returned", from: "reserved", amount: reserved, memo: `carried over to ${next.ledger.budgetYear}` },
    { ledger: next.ledger, to: "reserved", from: "appropriation", amount: reserved, memo },
  ];
}
