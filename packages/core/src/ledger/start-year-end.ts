/** Ending a budget year: new money comes from the next one, and a run carries every open case over (domain §11). */
import * as z from "zod";
import type { Call } from "../call/call.ts";
import { requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { caseIdSchema } from "../kernel/id.ts";
import { toZonedDateString } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { budgetYearOf } from "../network/fund.ts";
import { fundOf, parkOf } from "../network/network-file.ts";
import type { Change, Reader } from "../port/store.ts";
import { balancesOfCase } from "./balance.ts";
import { type Book, bookKeyOf, bookStands, lastYear, newBook, nextYear, requireBook } from "./book.ts";
import { type Budget, emptyBudget, ledgerKeySchema, ledgerKeyText, type Posting } from "./posting.ts";

export const startYearEndInput = z.object({ parkId: z.string().max(40), ledger: ledgerKeySchema });
export const startYearEndResult = z.object({ status: z.string(), cases: z.number().int() });

interface Facts {
  readonly call: Call | undefined;
  readonly book: Book | undefined;
  /** Of the year before, which is ended first. */
  readonly lastBook: Book | undefined;
  readonly nextBook: Book | undefined;
  readonly nextBudget: Budget | undefined;
  readonly postings: readonly Posting[];
}

/**
 * Finance of the park, once the fund's year is over and the one before it is ended, so that open money goes to a year that
 * can still pay it: conflict `year.not-over`, `year.already-ended`, `year.earlier-open`, `year.next-ended`.
 */
export const startYearEnd = verb({
  name: "ledger.start-year-end",
  input: startYearEndInput,
  async read(reader: Reader, { ledger }): Promise<Facts> {
    const to = nextYear(ledger);
    const [call, book, lastBook, nextBook, nextBudget, postings] = await Promise.all([
      reader.get("call", { callId: ledger.callId }),
      reader.get("book", bookKeyOf(ledger)),
      reader.get("book", bookKeyOf(lastYear(ledger))),
      reader.get("book", bookKeyOf(to)),
      reader.get("budget", { ledger: to }),
      reader.list("posting", { ledger }),
    ]);
    return { call, book, lastBook, nextBook, nextBudget, postings };
  },
  decide(facts: Facts, actor, { parkId, ledger }, moment): Decision<z.infer<typeof startYearEndResult>> {
    const person = requireRole(actor, "finance", parkId, moment.now);
    const book = requireBook(ledger.parkId === parkId ? facts.book : undefined, ledger);
    if (facts.call === undefined) throw new DomainError("not_found", "book.unknown", { ledger: book.bookKey });
    if (book.ending?.by === person.personId)
      return { changes: [], result: { status: book.status, cases: book.ending.cases.length } };
    if (book.status !== "open")
      throw new DomainError("conflict", "year.already-ended", { year: ledger.budgetYear, status: book.status });
    const today = toZonedDateString(moment.now, parkOf(moment.network, parkId).zone);
    if (budgetYearOf(fundOf(moment.network, ledger.fundId), today) <= ledger.budgetYear)
      throw new DomainError("conflict", "year.not-over", { year: ledger.budgetYear, today });
    if (facts.lastBook?.status === "open" || facts.lastBook?.status === "ending")
      throw new DomainError("conflict", "year.earlier-open", { year: ledger.budgetYear - 1 });
    const to = nextYear(ledger);
    if (facts.nextBook !== undefined && facts.nextBook.status !== "open")
      throw new DomainError("conflict", "year.next-ended", { year: to.budgetYear });
    const cases = openCasesOf(facts.postings);
    const ending = { to, cases, hash: moment.digest(JSON.stringify(cases)), by: person.personId, at: moment.now };
    return {
      changes: [
        { op: "replace", name: "book", value: { ...book, status: "ending", ending } },
        bookStands(facts.lastBook, lastYear(ledger)),
        ...opened(facts, to),
        ...turned(facts.call, ledger, to),
      ],
      events: [
        {
          stream: `budget:${book.bookKey}`,
          type: "ledger.year-ending",
          facts: { year: ledger.budgetYear, cases: cases.length, hash: ending.hash },
        },
      ],
      effects: [{ body: { kind: "carry-year", parkId, bookKey: book.bookKey } }],
      result: { status: "ending", cases: cases.length },
    };
  },
});

/** Cases that still hold reserved or committed money of the key; what is payable stays in its year. */
export function openCasesOf(postings: readonly Posting[]): z.infer<typeof caseIdSchema>[] {
  const ids = [...new Set(postings.flatMap(({ caseId }) => caseId ?? []))];
  return ids.filter((caseId) => {
    const { reserved, committed } = balancesOfCase(postings, caseId);
    return reserved + committed > 0;
  });
}

/** The next year's budget and book, where nobody has set them yet. */
function opened({ nextBudget, nextBook }: Facts, to: Budget["ledger"]): Change[] {
  return [
    ...(nextBudget === undefined ? [{ op: "create", name: "budget", value: emptyBudget(to) } as const] : []),
    nextBook === undefined ? { op: "create", name: "book", value: newBook(to) } : bookStands(nextBook, to),
  ];
}

/** From now on the call's proposals take the next year's money. */
function turned(call: Call, from: Budget["ledger"], to: Budget["ledger"]): Change[] {
  if (!call.payers.some(({ ledger }) => ledgerKeyText(ledger) === ledgerKeyText(from))) return [];
  const payers = call.payers.map((payer) =>
    ledgerKeyText(payer.ledger) === ledgerKeyText(from) ? { ...payer, ledger: to } : payer,
  );
  return [{ op: "replace", name: "call", value: { ...call, payers } }];
}
