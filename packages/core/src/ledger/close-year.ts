/** Closing a year that was carried over: what is unspent goes back to the fund, and the year takes no new money. */
import * as z from "zod";
import { requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { requireAnother } from "../voucher/staff.ts";
import { type Book, bookKeyOf, requireBook } from "./book.ts";
import { type Budget, ledgerKeySchema, type Posting, type PostingDraft } from "./posting.ts";
import { openCasesOf } from "./start-year-end.ts";

export const closeYearInput = z.object({ parkId: z.string().max(40), ledger: ledgerKeySchema });
export const closeYearResult = z.object({ status: z.literal("closed"), unspent: z.number().int() });

interface Facts {
  readonly book: Book | undefined;
  readonly budget: Budget | undefined;
  readonly postings: readonly Posting[];
}

/** Finance of the park, another person than who ended the year: conflict `year.not-carried`, forbidden `duties.same-person`. */
export const closeYear = verb({
  name: "ledger.close-year",
  input: closeYearInput,
  async read(reader: Reader, { ledger }): Promise<Facts> {
    const [book, budget] = await Promise.all([reader.get("book", bookKeyOf(ledger)), reader.get("budget", { ledger })]);
    return { book, budget, postings: await reader.list("posting", { ledger }) };
  },
  decide(facts: Facts, actor, { parkId, ledger }, moment): Decision<z.infer<typeof closeYearResult>> {
    const person = requireRole(actor, "finance", parkId, moment.now);
    const book = requireBook(ledger.parkId === parkId ? facts.book : undefined, ledger);
    if (book.closed?.by === person.personId)
      return { changes: [], result: { status: "closed", unspent: book.closed.unspent } };
    if (book.status !== "ended")
      throw new DomainError("conflict", "year.not-carried", { year: ledger.budgetYear, status: book.status });
    requireAnother(person, book.ending?.by, "ledger.start-year-end");
    // A proposal that read the call before the year ended may have come in behind the run.
    const open = openCasesOf(facts.postings);
    if (open.length > 0) throw new DomainError("conflict", "year.cases-open", { year: ledger.budgetYear, cases: open });
    const unspent = facts.budget?.available ?? 0;
    const posting: PostingDraft = {
      ledger,
      to: "returned",
      from: "available",
      amount: unspent,
      memo: "year closed: unspent",
    };
    return {
      changes: [
        {
          op: "replace",
          name: "book",
          value: { ...book, status: "closed", closed: { by: person.personId, at: moment.now, unspent } },
        },
        // Whatever moved since it was read has it decided anew.
        { op: "check", name: "budget", key: { ledger }, when: { version: facts.budget?.version ?? null } },
      ],
      postings: unspent === 0 ? [] : [posting],
      events: [
        {
          stream: `budget:${book.bookKey}`,
          type: "ledger.year-closed",
          facts: { year: ledger.budgetYear, amount: unspent, currency: ledger.currency },
        },
      ],
      result: { status: "closed", unspent },
    };
  },
});
