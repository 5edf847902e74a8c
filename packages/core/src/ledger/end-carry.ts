/** The run that carries a year over has come to its end: nothing open is left in the year. */
import * as z from "zod";
import { requireSystem } from "../kernel/actor.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { type Book, bookKeyOf, requireBook } from "./book.ts";
import { ledgerKeySchema, type Posting } from "./posting.ts";
import { openCasesOf } from "./start-year-end.ts";

interface Facts {
  readonly book: Book | undefined;
  readonly postings: readonly Posting[];
}

export const endCarry = verb({
  name: "ledger.end-carry",
  input: z.object({ ledger: ledgerKeySchema }),
  async read(reader: Reader, { ledger }): Promise<Facts> {
    const book = await reader.get("book", bookKeyOf(ledger));
    return { book, postings: await reader.list("posting", { ledger }) };
  },
  decide(facts: Facts, actor, { ledger }): Decision<{ ended: boolean }> {
    requireSystem(actor);
    const book = requireBook(facts.book, ledger);
    if (book.status !== "ending") return { changes: [], result: { ended: true } };
    if (openCasesOf(facts.postings).length > 0) return { changes: [], result: { ended: false } };
    return {
      changes: [{ op: "replace", name: "book", value: { ...book, status: "ended" } }],
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
