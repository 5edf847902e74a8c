/** What is asked of the ledger at random, the postings it means, and a model that a child could keep. */
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { nextYear } from "@multihelix/core/ledger/book.ts";
import { type Account, type LedgerKey, ledgerKeyText, type PostingDraft } from "@multihelix/core/ledger/posting.ts";
import { aLedger } from "../fixture/build/call.ts";
import { idOf } from "../fixture/build/ids.ts";
import { fc } from "../fixture/fast-check.ts";

const kinds = [
  "set-budget",
  "propose",
  "propose-jointly",
  "free",
  "commit",
  "raise",
  "lower",
  "accept",
  "accept-in-part",
  "unaccept",
  "book",
  "return",
  "lapse",
  "end-year",
  "close-year",
  "ask-back",
  "receive-back",
  "cancel-recovery",
  "write-off",
  "clear-withheld",
  "reverse-clearing",
  "move-in",
  "redress-again",
  "redress-recovery",
] as const;

export interface Act {
  kind: (typeof kinds)[number];
  park: number;
  of: number;
  amount: number;
}
const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(...kinds),
  park: fc.integer({ min: 0, max: 1 }),
  of: fc.integer({ min: 0, max: 2 }),
  amount: fc.integer({ min: 1, max: 100 }),
});
export const acts = (most: number) => fc.array(act, { minLength: most / 2, maxLength: most, size: "max" });

/** Every story begins with money. */
export const budgets: Act[] = [0, 1].map((park) => ({ kind: "set-budget", park, of: 0, amount: 60 }));
export const caseIds: CaseId[] = ["first", "second", "third"].map((word) => idOf("app", word));
/** A park that pays in euro and one that pays in crowns. */
export const firstYear: readonly LedgerKey[] = [aLedger(), aLedger("lund", "SEK")];
export const allLedgers: readonly LedgerKey[] = firstYear.flatMap((ledger) => [ledger, nextYear(ledger)]);

export interface Move {
  readonly ledger: LedgerKey;
  readonly caseId?: CaseId | undefined;
  readonly to: Account;
  readonly from: Account;
  readonly amount: number;
}
export type Held = (ledger: LedgerKey, account: Account, caseId?: CaseId) => number;

/**
 * What an act moves by plain postings: those of domain §11, and nothing if the model says there is nothing to move.
 * @param now the key that takes new money of a park; @param joint what each park's part of a joint award comes to
 */
export function draftsOf(
  { kind, park, of, amount }: Act,
  now: (park: number) => LedgerKey,
  joint: (amount: number) => readonly number[],
  held: Held,
): PostingDraft[] {
  const caseId = caseIds[of] as CaseId;
  const own = now(park);
  // What is owed and paid stays in its year: the older year first, as long as something lies there.
  const older = firstYear[park] as LedgerKey;
  const yearOf = (account: Account) => (held(older, account, caseId) > 0 ? older : own);
  const move = (to: Account, from: Account, sum: number, ledger = own): PostingDraft[] =>
    sum <= 0 ? [] : [{ ledger, to, from, amount: sum, caseId, memo: kind }];
  // Mostly part of what is there, now and then more than that, so that both answers are met.
  const part = (account: Account, ledger = own) =>
    Math.ceil(((held(ledger, account, account === "available" ? undefined : caseId) || 100) * amount) / 85);
  switch (kind) {
    case "propose":
      return move("reserved", "available", Math.ceil(part("available") / 3));
    case "propose-jointly":
      return joint(amount).flatMap((sum, at) => move("reserved", "available", sum, now(at)));
    case "free":
      return move("available", "reserved", held(own, "reserved", caseId));
    case "commit":
      return move("committed", "reserved", part("reserved"));
    case "raise":
      return move("committed", "available", Math.ceil(part("available") / 6));
    case "lower":
      return move("available", "committed", part("committed"));
    case "accept":
      return move("payable", "committed", part("committed"));
    case "accept-in-part":
      return [
        ...move("payable", "committed", part("committed")),
        ...move("available", "committed", held(own, "committed", caseId) - part("committed")),
      ];
    case "unaccept":
      return move("committed", "payable", part("payable"));
    case "book":
      return move("disbursed", "payable", part("payable", yearOf("payable")), yearOf("payable"));
    case "return":
      return move("payable", "disbursed", part("disbursed", yearOf("disbursed")), yearOf("disbursed"));
    case "lapse":
      return move("available", "committed", held(own, "committed", caseId));
    default:
      return [];
  }
}

function purseOf({ ledger, caseId }: Pick<Move, "ledger" | "caseId">, account: Account): string {
  return account === "available" || account === "appropriation"
    ? `${ledgerKeyText(ledger)} ${account}`
    : `${ledgerKeyText(ledger)} ${account} ${caseId ?? "-"}`;
}

export interface Model {
  /** `caseId` undefined: the budget's own. */
  readonly held: Held;
  take(moves: readonly Move[]): boolean;
}

/** A purse per key, account and case. A wish that would leave any purse below zero is refused as a whole. */
export function createModel(): Model {
  let purses = new Map<string, number>();
  return {
    held: (ledger, account, caseId) => purses.get(purseOf({ ledger, caseId }, account)) ?? 0,
    take(moves) {
      const next = new Map(purses);
      const change = (purse: string, by: number) => next.set(purse, (next.get(purse) ?? 0) + by);
      for (const one of moves) {
        change(purseOf(one, one.to), one.amount);
        change(purseOf(one, one.from), -one.amount);
      }
      if ([...next].some(([purse, sum]) => sum < 0 && !purse.includes("appropriation"))) return false;
      purses = next;
      return true;
    },
  };
}
