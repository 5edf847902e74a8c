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
  "lapse",
  "clear",
  "reverse-clearing",
  "send",
  "book",
  "book-rejected",
  "return",
  "reject",
  "end-year",
  "close-year",
  "ask-back",
  "receive-back",
  "cancel-recovery",
  "write-off",
  "move-in",
  "redress-again",
  "redress-recovery",
] as const;

const paying = ["commit", "clear", "send", "book", "book-rejected", "return", "reject"] as const;

export interface Act {
  kind: (typeof kinds)[number];
  park: number;
  of: number;
  amount: number;
}
const act: fc.Arbitrary<Act> = fc.record({
  // What a payment goes through is drawn more often: its way to the bank and back is the longest.
  kind: fc.constantFrom(...kinds, ...paying, ...paying),
  park: fc.integer({ min: 0, max: 1 }),
  of: fc.integer({ min: 0, max: 2 }),
  amount: fc.integer({ min: 1, max: 100 }),
});
/** Every story begins with money, some with a voucher that both parks have committed or paid: its tax is a payment of its own. */
const begun = (kind: Act["kind"], ...parks: number[]): Act[] =>
  parks.map((park) => ({ kind, park, of: 0, amount: kind === "set-budget" ? 60 : 81 }));
export const money = begun("set-budget", 0, 1);
export const committed = [...money, ...begun("propose", 0, 1), ...begun("commit", 0, 1)];
export const paid = [...committed, ...begun("clear", 0), ...begun("send", 0, 1, 1), ...begun("book", 0, 1, 1)];

export const acts = (most: number, ...beginnings: Act[][]): fc.Arbitrary<Act[]> =>
  fc
    .tuple(fc.constantFrom(...beginnings), fc.array(act, { minLength: most / 2, maxLength: most, size: "max" }))
    .map(([first, rest]) => [...first, ...rest]);

export const caseIds: CaseId[] = ["first", "second", "third"].map((word) => idOf("app", word));
/** A park that pays in euro and one that pays in crowns. */
export const firstYear: readonly LedgerKey[] = [aLedger(), aLedger("lund", "SEK")];
export const percents: Readonly<Record<string, number>> = { limburg: 70, lund: 30 };
/** Minor units: what a voucher of the story is worth at first, and at most. */
export const [ofVoucher, mostOfVoucher] = [10_000, 20_000];
export const allLedgers: readonly LedgerKey[] = firstYear.flatMap((ledger) => [ledger, nextYear(ledger)]);

/** Where the money lies that an act on a case takes. */
const taken: Partial<Record<Act["kind"], Account>> = {
  free: "reserved",
  commit: "reserved",
  lapse: "committed",
  clear: "committed",
  raise: "committed",
  lower: "committed",
  "reverse-clearing": "payable",
  "ask-back": "disbursed",
  "receive-back": "recoverable",
  "cancel-recovery": "recoverable",
  "write-off": "recoverable",
  "redress-recovery": "recoverable",
};

/** Mostly a case that the park holds such money for, now and then any. */
export function caseOf({ kind, park, of, amount }: Act, held: Held): CaseId {
  const account = taken[kind];
  const keys = allLedgers.filter(({ parkId }) => parkId === firstYear[park]?.parkId);
  const able =
    account === undefined || amount % 10 === 0
      ? []
      : caseIds.filter((caseId) => keys.some((ledger) => held(ledger, account, caseId) > 0));
  return (able[of % Math.max(1, able.length)] ?? caseIds[of]) as CaseId;
}

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
  one: Act,
  now: (park: number) => LedgerKey,
  joint: (amount: number) => readonly number[],
  held: Held,
): PostingDraft[] {
  const { kind, park, amount } = one;
  const caseId = caseOf(one, held);
  const own = now(park);
  const move = (to: Account, from: Account, sum: number, ledger = own): PostingDraft[] =>
    sum <= 0 ? [] : [{ ledger, to, from, amount: sum, caseId, memo: kind }];
  // Mostly part of what is there, now and then more than that, so that both answers are met.
  const part = (account: Account) =>
    Math.ceil(((held(own, account, account === "available" ? undefined : caseId) || 100) * amount) / 85);
  switch (kind) {
    case "propose":
      return move("reserved", "available", Math.ceil(part("available") / 3));
    case "propose-jointly":
      return joint(amount).flatMap((sum, at) => move("reserved", "available", sum, now(at)));
    case "free":
      return move("available", "reserved", held(own, "reserved", caseId));
    case "commit":
      return move("committed", "reserved", part("reserved"));
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
