/** What is asked of the ledger at random, the postings it means, and a model that a child could keep. */
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import type { Account, LedgerKey, PostingDraft } from "@multihelix/core/ledger/posting.ts";
import fc from "fast-check";
import { idOf } from "../fixture/build/ids.ts";

export interface Act {
  kind:
    | "set-budget"
    | "propose"
    | "propose-jointly"
    | "free"
    | "commit"
    | "raise"
    | "accept"
    | "accept-in-part"
    | "book"
    | "return"
    | "lapse";
  park: number;
  of: number;
  amount: number;
}
const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(
    "set-budget",
    "propose",
    "propose-jointly",
    "free",
    "commit",
    "raise",
    "accept",
    "accept-in-part",
    "book",
    "return",
    "lapse",
  ),
  park: fc.integer({ min: 0, max: 1 }),
  of: fc.integer({ min: 0, max: 2 }),
  amount: fc.integer({ min: 1, max: 100 }),
});
export const acts = (most: number) => fc.array(act, { minLength: most / 2, maxLength: most, size: "max" });

/** Every story begins with money. */
export const budgets: Act[] = [0, 1].map((park) => ({ kind: "set-budget", park, of: 0, amount: 60 }));
export const caseIds: CaseId[] = ["first", "second", "third"].map((word) => idOf("app", word));

/** What an act moves: the postings of domain §11, and nothing if the model says there is nothing to move. */
export function draftsOf(
  { kind, park, of, amount }: Act,
  ledgers: readonly LedgerKey[],
  held: (account: Account, park: number, of: number) => number,
): PostingDraft[] {
  const move = (to: Account, from: Account, sum: number, at = park): PostingDraft[] => {
    const [ledger, caseId] = [ledgers[at], caseIds[of]];
    return ledger === undefined || caseId === undefined || sum <= 0
      ? []
      : [{ ledger, to, from, amount: sum, caseId, memo: kind }];
  };
  // Mostly part of what is there, now and then more than that, so that both answers are met.
  const part = (account: Account, at = park) => Math.ceil(((held(account, at, of) || 100) * amount) / 85);
  switch (kind) {
    case "propose":
      return move("reserved", "available", Math.ceil(part("available") / 3));
    case "propose-jointly":
      return [0, 1].flatMap((at) => move("reserved", "available", Math.ceil(part("available", at) / 3), at));
    case "free":
      return move("available", "reserved", held("reserved", park, of));
    case "commit":
      return move("committed", "reserved", part("reserved"));
    case "raise":
      return move("committed", "available", Math.ceil(part("available") / 6));
    case "accept":
      return move("payable", "committed", part("committed"));
    case "accept-in-part":
      return [
        ...move("payable", "committed", part("committed")),
        ...move("available", "committed", held("committed", park, of) - part("committed")),
      ];
    case "book":
      return move("disbursed", "payable", part("payable"));
    case "return":
      return move("payable", "disbursed", part("disbursed"));
    case "lapse":
      return move("available", "committed", held("committed", park, of));
    case "set-budget":
      return [];
  }
}

function purseOf(park: number, account: Account, of: number | undefined): string {
  return account === "available" || account === "appropriation" ? `${park} ${account}` : `${park} ${account} ${of}`;
}

export interface Model {
  /** `of` undefined: the budget's own. */
  held(account: Account, park: number, of: number | undefined): number;
  take(moves: readonly { park: number; of: number | undefined; to: Account; from: Account; amount: number }[]): boolean;
}

/** A purse per account and case. A wish that would leave any purse below zero is refused as a whole. */
export function createModel(): Model {
  let purses = new Map<string, number>();
  return {
    held: (account, park, of) => purses.get(purseOf(park, account, of)) ?? 0,
    take(moves) {
      const next = new Map(purses);
      const change = (purse: string, by: number) => next.set(purse, (next.get(purse) ?? 0) + by);
      for (const { park, of, to, from, amount } of moves) {
        change(purseOf(park, to, of), amount);
        change(purseOf(park, from, of), -amount);
      }
      if ([...next].some(([purse, sum]) => sum < 0 && !purse.includes("appropriation"))) return false;
      purses = next;
      return true;
    },
  };
}
