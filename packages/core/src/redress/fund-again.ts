/** The only place that commits money again to a case that had given it back: out of what is kept for redress, then out of what is free, or refused by name (domain §9, §11). */
import type { AidGrant } from "../aid/group.ts";
import { grantAid } from "../aid/reserve.ts";
import type { Case } from "../application/case.ts";
import {
  type ApplicationFacts,
  headroomsFor,
  readApplication,
  requireApplication,
} from "../application/read-application.ts";
import { drawReserve } from "../call/redress-reserve.ts";
import { DomainError } from "../kernel/error.ts";
import type { CaseId } from "../kernel/id.ts";
import type { Money } from "../kernel/money.ts";
import type { Moment } from "../kernel/verb.ts";
import { type Book, bookStands } from "../ledger/book.ts";
import { firstOpenKey } from "../ledger/carry.ts";
import {
  type Budget,
  emptyShare,
  type LedgerKey,
  ledgerKeyText,
  type PostingDraft,
  type Share,
} from "../ledger/posting.ts";
import { parkOf } from "../network/network-file.ts";
import type { Change, Reader } from "../port/store.ts";

/** What one key gave back, or did not spend, and holds for the case again. */
export interface Wanted {
  readonly ledger: LedgerKey;
  /** Minor units of the key's currency, above 0. */
  readonly amount: number;
}

export interface MoneyFacts {
  readonly shares: readonly Share[];
  /** Of every paying park. */
  readonly books: readonly Book[];
  readonly budgets: readonly Budget[];
  readonly application: ApplicationFacts;
}

export async function readMoney(reader: Reader, caseId: CaseId, payingParks: readonly string[]): Promise<MoneyFacts> {
  const [shares, application, books] = await Promise.all([
    reader.list("share", { caseId }),
    readApplication(reader, caseId),
    Promise.all(payingParks.map((parkId) => reader.list("book", { parkId }))),
  ]);
  const callId = application.call?.callId;
  const own = books.flat().filter(({ ledger, status }) => ledger.callId === callId && status === "open");
  const keys = new Map([...own, ...shares].map(({ ledger }) => [ledgerKeyText(ledger), ledger]));
  const budgets = await Promise.all([...keys.values()].map((ledger) => reader.get("budget", { ledger })));
  return { shares, application, books: books.flat(), budgets: budgets.flatMap((budget) => budget ?? []) };
}

/**
 * available ← reserved of what is kept for redress, as far as it goes, then committed ← available: in the first budget
 * year from the old one on that is still open.
 * @throws conflict `redress.no-money` with park, year and what is free; conflict `redress.year-closed`.
 */
export function fundAgain(
  wanted: readonly Wanted[],
  { shares, books, budgets }: MoneyFacts,
  one: Pick<Case, "caseId" | "reference">,
  moment: Moment,
): { changes: Change[]; postings: PostingDraft[] } {
  const funded = wanted.map(({ ledger: old, amount }) => {
    const ledger = firstOpenKey(old, books);
    const park = parkOf(moment.network, old.parkId).name;
    if (ledger === undefined) throw new DomainError("conflict", "redress.year-closed", { park, year: old.budgetYear });
    const drawn = drawReserve(ledger, amount, books, one.reference);
    const held = budgets.find((budget) => ledgerKeyText(budget.ledger) === ledgerKeyText(ledger))?.available ?? 0;
    const free = held + (drawn?.amount ?? 0);
    const { currency, budgetYear: year } = ledger;
    if (free < amount)
      throw new DomainError("conflict", "redress.no-money", { park, year, free, wanted: amount, currency });
    return { ledger, amount, drawn };
  });
  return {
    changes: funded.flatMap(({ ledger }): Change[] => {
      const book = books.find(({ bookKey }) => bookKey === ledgerKeyText(ledger));
      const share = shares.some((other) => ledgerKeyText(other.ledger) === ledgerKeyText(ledger));
      return [
        bookStands(book, ledger),
        ...(share ? [] : [{ op: "create", name: "share", value: emptyShare(one.caseId, ledger) } as const]),
      ];
    }),
    postings: funded.flatMap(({ ledger, amount, drawn }): PostingDraft[] => [
      ...(drawn === undefined ? [] : [drawn]),
      { ledger, to: "committed", from: "available", amount, caseId: one.caseId, memo: "redress upheld" },
    ]),
  };
}

/**
 * The case's aid counts again, up to `total` of the award: under the ceilings of today, from the day of the first grant.
 * @throws conflict `aid.no-room` with the ceiling's figures.
 */
export function aidAgain({ application }: MoneyFacts, total: Money, moment: Moment): Change[] {
  const { one, aidGroup, aidGrants } = requireApplication(application);
  const [first] = aidGrants.filter((grant: AidGrant) => grant.caseId === one.caseId);
  if (first === undefined) return [];
  const headrooms = headroomsFor(application, total, moment);
  const act = { group: aidGroup, grants: aidGrants, caseId: one.caseId, headrooms };
  return grantAid({ ...act, day: first.date, at: moment.now });
}
