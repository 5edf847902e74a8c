/** The money and aid of another value of a voucher: guarded by the open year, by what was committed as read, and by what is free. */

import { notificationOf } from "../aid/condition.ts";
import { correctAid, grantAid, shortOf } from "../aid/reserve.ts";
import { dayOf, headroomsFor } from "../application/read-application.ts";
import { type DecisionFacts, requireDecision } from "../decision/decision-facts.ts";
import { DomainError } from "../kernel/error.ts";
import type { Money } from "../kernel/money.ts";
import type { Moment } from "../kernel/verb.ts";
import { type Book, bookKeyOf, bookStands } from "../ledger/book.ts";
import { type Budget, ledgerKeyText, type PostingDraft, type Share } from "../ledger/posting.ts";
import type { Change, Reader } from "../port/store.ts";
import { scaled, type ValuePart } from "./value-policy.ts";

export interface ValueMoney {
  /** Of the keys in which money is committed. */
  readonly books: readonly Book[];
  readonly budgets: readonly Budget[];
}

export async function readValueMoney(reader: Reader, shares: readonly Share[]): Promise<ValueMoney> {
  const held = shares.filter(({ committed }) => committed > 0);
  const [books, budgets] = await Promise.all([
    Promise.all(held.map(({ ledger }) => reader.get("book", bookKeyOf(ledger)))),
    Promise.all(held.map(({ ledger }) => reader.get("budget", { ledger }))),
  ]);
  return { books: books.flatMap((book) => book ?? []), budgets: budgets.flatMap((budget) => budget ?? []) };
}

/**
 * A year that is being ended takes no part: its money is carried to the next. Whatever moved since it was read, the year or
 * the share, has it decided anew.
 * @throws conflict `voucher.year-not-open` with the year; conflict `budget.too-little` with what is free.
 */
export function moveValue(
  parts: readonly ValuePart[],
  { books, budgets }: ValueMoney,
): { changes: Change[]; postings: PostingDraft[] } {
  const changes = parts.flatMap(({ share, after }): Change[] => {
    const { ledger, caseId, parkId, budgetYear, committed } = share;
    const book = books.find(({ bookKey }) => bookKey === ledgerKeyText(ledger));
    // Keys of earlier versions have no book; they were never closed.
    if (book !== undefined && book.status !== "open")
      throw new DomainError("conflict", "voucher.year-not-open", { year: budgetYear, parkId });
    const asked = after - committed;
    const available = budgets.find((one) => ledgerKeyText(one.ledger) === ledgerKeyText(ledger))?.available ?? 0;
    if (asked > available)
      throw new DomainError("conflict", "budget.too-little", { parkId, available, asked, currency: ledger.currency });
    return [
      bookStands(book, ledger),
      { op: "check", name: "share", key: { caseId, parkId, budgetYear }, when: { committed } },
    ];
  });
  return { changes, postings: parts.flatMap(postingOf) };
}

function postingOf({ share: { ledger, caseId, committed }, after }: ValuePart): PostingDraft[] {
  const difference = after - committed;
  if (difference === 0) return [];
  return [
    difference > 0
      ? { ledger, to: "committed", from: "available", amount: difference, caseId, memo: "award raised" }
      : { ledger, to: "available", from: "committed", amount: -difference, caseId, memo: "award lowered" },
  ];
}

/**
 * Counted at each approval of a raise, as for an award: there is room for the whole, and no law wants the company's statement
 * before more is granted.
 * @throws conflict `aid.no-room` with the ceiling's figures; conflict `voucher.needs-statement` with the law.
 */
export function demandRaisable(facts: DecisionFacts, value: Money, moment: Moment): void {
  const headrooms = headroomsFor(facts, value, moment);
  const short = headrooms.find(({ state, fits }) => state === "assessed" && !fits);
  if (short !== undefined) throw new DomainError("conflict", "aid.no-room", shortOf(short));
  const condition = notificationOf(headrooms, moment.now);
  if (condition !== undefined) throw new DomainError("conflict", "voucher.needs-statement", { law: condition.law });
}

/** A raise needs room under today's ceilings for the whole; what is lowered no longer counts. The day of the grant stays. */
export function aidOfValue(facts: DecisionFacts, value: Money, parts: readonly ValuePart[], moment: Moment): Change[] {
  const { one, call, aidGroup, aidGrants } = requireDecision(facts);
  const own = aidGrants.filter((grant) => grant.caseId === one.caseId && grant.status === "granted");
  if (!parts.some(({ share, after }) => after > share.committed)) {
    return own.flatMap((grant) => {
      const part = parts.find(({ share }) => share.parkId === grant.parkId);
      return part === undefined ? [] : [correctAid(grant, scaled(grant.amount, part.after, part.share.committed))];
    });
  }
  return grantAid({
    group: aidGroup,
    grants: aidGrants,
    caseId: one.caseId,
    headrooms: headroomsFor(facts, value, moment),
    day: own[0]?.date ?? dayOf(call, moment.network, moment.now),
    at: moment.now,
  });
}
