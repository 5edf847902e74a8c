/** One case's open money goes from a budget year into the next: two keys, one act (domain §11). */
import * as z from "zod";
import { requireSystem } from "../kernel/actor.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Change, Reader } from "../port/store.ts";
import { type Book, bookKeyOf, nextYear, requireBook } from "./book.ts";
import { carriedOver } from "./carry.ts";
import { bookWithGiven, readGivenBook } from "./given.ts";
import { emptyShare, ledgerKeySchema, type Share } from "./posting.ts";

const input = z.object({ ledger: ledgerKeySchema, caseId: caseIdSchema });

interface Facts {
  readonly book: Book | undefined;
  readonly share: Share | undefined;
  readonly next: Share | undefined;
  /** The book of the year after it, which is given what is carried. */
  readonly nextBook: Book | undefined;
}

/** What was freed or spent meanwhile is not carried: `nothing`. */
export const carryCase = verb({
  name: "ledger.carry-case",
  input,
  async read(reader: Reader, { ledger, caseId }): Promise<Facts> {
    const key = { caseId, parkId: ledger.parkId };
    const [book, share, next, nextBook] = await Promise.all([
      reader.get("book", bookKeyOf(ledger)),
      reader.get("share", { ...key, budgetYear: ledger.budgetYear }),
      reader.get("share", { ...key, budgetYear: ledger.budgetYear + 1 }),
      readGivenBook(reader, nextYear(ledger)),
    ]);
    return { book, share, next, nextBook };
  },
  decide(facts: Facts, actor, { ledger, caseId }): Decision<{ outcome: "carried" | "nothing" }> {
    requireSystem(actor);
    const book = requireBook(facts.book, ledger);
    const { share, next } = facts;
    if (book.status !== "ending" || share === undefined || share.reserved + share.committed === 0)
      return { changes: [], result: { outcome: "nothing" } };
    const to = nextYear(ledger);
    const fresh: Change[] = next === undefined ? [{ op: "create", name: "share", value: emptyShare(caseId, to) }] : [];
    return {
      changes: [
        ...fresh,
        // What is carried is exactly what was read.
        {
          op: "check",
          name: "share",
          key: { caseId, parkId: ledger.parkId, budgetYear: ledger.budgetYear },
          when: { reserved: share.reserved, committed: share.committed },
        },
        { op: "add", name: "book", key: bookKeyOf(ledger), by: { carried: 1 }, when: { status: "ending" } },
        bookWithGiven(facts.nextBook, to),
      ],
      postings: (["reserved", "committed"] as const).flatMap((account) =>
        carriedOver(share, to, account, share[account]),
      ),
      events: [
        {
          stream: caseId,
          caseId,
          type: "ledger.carried-over",
          facts: {
            parkId: ledger.parkId,
            year: ledger.budgetYear,
            amount: share.reserved + share.committed,
            currency: ledger.currency,
          },
        },
      ],
      result: { outcome: "carried" },
    };
  },
});
