/** Setting a budget: what a park gives to a call in a budget year, raised or cut, never below what it still owes (domain §11). */
import * as z from "zod";
import type { Call } from "../call/call.ts";
import { holdsRole, requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CaseId } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Change, Reader } from "../port/store.ts";
import { type Book, nextYear } from "./book.ts";
import { appropriated, bookWithGiven, readGivenBook } from "./given.ts";
import {
  type Account,
  accounts,
  type Budget,
  emptyBudget,
  ledgerKeySchema,
  ledgerKeyText,
  type Posting,
  type PostingDraft,
} from "./posting.ts";

const input = z.object({
  ledger: ledgerKeySchema,
  /** The whole appropriation after it, minor units. */
  amount: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
});

interface Facts {
  readonly call: Call | undefined;
  readonly budget: Budget | undefined;
  readonly book: Book | undefined;
  readonly postings: readonly Posting[];
}

/**
 * Managers and finance officers of the park. A cut below what is held is refused with the free amount and who holds the
 * rest. Budgets change a few times a year, so that every posting of the key may be read for it.
 */
export const setBudget = verb({
  name: "budget.set",
  input,
  async read(reader: Reader, { ledger }): Promise<Facts> {
    const [call, budget, book] = await Promise.all([
      reader.get("call", { callId: ledger.callId }),
      reader.get("budget", { ledger }),
      readGivenBook(reader, ledger),
    ]);
    // After the budget: its version must vouch for every posting that was added up.
    const postings = await reader.list("posting", { ledger });
    return { call, budget, book, postings };
  },
  decide({ call, budget, book, postings }: Facts, actor, { ledger, amount }, moment): Decision<{ available: number }> {
    const person = requirePerson(actor);
    const may =
      holdsRole(person, "manager", ledger.parkId, moment.now) ||
      holdsRole(person, "finance", ledger.parkId, moment.now);
    if (!may) throw new DomainError("forbidden", "actor.role-needed", { role: "finance", parkId: ledger.parkId });
    if (!isKnown(call, book, ledger))
      throw new DomainError("not_found", "budget.unknown", { ledger: ledgerKeyText(ledger) });
    if (book?.status === "closed") throw new DomainError("conflict", "year.closed", { year: ledger.budgetYear });
    const before = appropriated(postings);
    const free = budget?.available ?? 0;
    const change = amount - before;
    if (free + change < 0) {
      throw new DomainError("conflict", "budget.held", {
        currency: ledger.currency,
        appropriated: before,
        asked: amount,
        free,
        lowest: before - free,
        holders: holdersOf(postings),
      });
    }
    if (change === 0) return { changes: [], result: { available: free } };
    const posting: PostingDraft = {
      ledger,
      ...(change > 0 ? { to: "available", from: "appropriation" } : { to: "appropriation", from: "available" }),
      amount: Math.abs(change),
      memo: change > 0 ? "budget raised" : "budget cut",
    };
    const stream = `budget:${ledgerKeyText(ledger)}`;
    return {
      changes: [guard(budget, ledger), bookWithGiven(book, ledger)],
      postings: [posting],
      events: [{ stream, type: "budget.set", facts: { before, amount, available: free + change } }],
      result: { available: free + change },
    };
  },
});

/** A payer's present budget year and the one after it, and any year that has a book. */
function isKnown(call: Call | undefined, book: Book | undefined, ledger: Budget["ledger"]): boolean {
  if (book !== undefined) return true;
  const text = ledgerKeyText(ledger);
  return (
    call?.payers.some((payer) => [payer.ledger, nextYear(payer.ledger)].some((one) => ledgerKeyText(one) === text)) ??
    false
  );
}

/** Two people who set the same budget at once: the second is decided again, on what the first left. */
function guard(budget: Budget | undefined, ledger: Budget["ledger"]): Change {
  if (budget === undefined) return { op: "create", name: "budget", value: emptyBudget(ledger) };
  return { op: "check", name: "budget", key: { ledger }, when: { version: budget.version } };
}

export interface BudgetHolder {
  /** Absent of what no case holds: kept for redress, or back with the fund. */
  readonly caseId?: CaseId;
  /** What is held, by account, minor units. */
  readonly held: Partial<Record<Account, number>>;
}

/** Accounts in which money is not free again, nor the funder's: what they hold is what a budget cannot fall below. */
const holding: readonly Account[] = accounts.filter((one) => one !== "available" && one !== "appropriation");

/** All of them together hold the lowest budget. */
function holdersOf(postings: readonly Posting[]): BudgetHolder[] {
  const holders = new Map<CaseId | undefined, Partial<Record<Account, number>>>();
  for (const { caseId, to, from, amount } of postings) {
    const held = holders.get(caseId) ?? {};
    held[to] = (held[to] ?? 0) + amount;
    held[from] = (held[from] ?? 0) - amount;
    holders.set(caseId, held);
  }
  // Cases first.
  const inOrder = [...holders].toSorted(([a], [b]) => Number(a === undefined) - Number(b === undefined));
  return inOrder.flatMap(([caseId, held]) => {
    const kept = holding.flatMap((account) => ((held[account] ?? 0) === 0 ? [] : [[account, held[account]]]));
    if (kept.length === 0) return [];
    return [{ ...(caseId === undefined ? {} : { caseId }), held: Object.fromEntries(kept) }];
  });
}
