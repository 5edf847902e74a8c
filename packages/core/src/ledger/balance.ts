/** Balances recomputed from postings, the identities that must hold of them, and the comparison with what the items hold. */
import type { CaseId } from "../kernel/id.ts";
import type { Book } from "./book.ts";
import {
  type Account,
  accounts,
  type Budget,
  type LedgerKey,
  ledgerKeyText,
  type Posting,
  type Share,
} from "./posting.ts";

/** Minor units per account; `appropriation` is minus what the budget was given. */
export type Balances = Record<Account, number>;

export interface LedgerBalance {
  readonly ledger: LedgerKey;
  readonly balances: Balances;
  readonly postings: number;
}

export function noBalances(): Balances {
  return {
    appropriation: 0,
    available: 0,
    reserved: 0,
    committed: 0,
    payable: 0,
    disbursed: 0,
    recoverable: 0,
    returned: 0,
    writtenOff: 0,
  };
}

/** Sum of the postings' two sides per account. Only for postings of one key. */
export function balancesOf(postings: readonly Pick<Posting, "to" | "from" | "amount">[]): Balances {
  const balances = noBalances();
  for (const { to, from, amount } of postings) {
    balances[to] += amount;
    balances[from] -= amount;
  }
  return balances;
}

/** One balance per ledger key, in the order of the keys' text. Money of unlike keys is never added. */
export function balancesByKey(postings: readonly Posting[]): LedgerBalance[] {
  const byKey = Map.groupBy(postings, (posting) => ledgerKeyText(posting.ledger));
  return [...byKey]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([, own]) => {
      const ledger = own[0]?.ledger;
      return ledger === undefined ? [] : [{ ledger, balances: balancesOf(own), postings: own.length }];
    });
}

/** Balances of one case within one key: what "click down to its postings" adds up to. */
export function balancesOfCase(postings: readonly Posting[], caseId: CaseId): Balances {
  return balancesOf(postings.filter((posting) => posting.caseId === caseId));
}

export interface LedgerFault {
  readonly key: string;
  readonly fault: "not-zero" | "not-integer" | "negative" | "differs";
  readonly account?: Account;
  readonly caseId?: CaseId;
  readonly computed?: number;
  readonly held?: number;
}

/**
 * Domain §11, per key: all accounts add up to 0 (so that available + … + written-off = −appropriation), are whole minor
 * units, and only `appropriation` is below zero.
 */
export function faultsOf({ ledger, balances }: LedgerBalance): LedgerFault[] {
  const key = ledgerKeyText(ledger);
  const faults: LedgerFault[] = [];
  if (accounts.reduce((sum, account) => sum + balances[account], 0) !== 0) faults.push({ key, fault: "not-zero" });
  for (const account of accounts) {
    const computed = balances[account];
    if (!Number.isSafeInteger(computed)) faults.push({ key, fault: "not-integer", account, computed });
    if (account !== "appropriation" && computed < 0) faults.push({ key, fault: "negative", account, computed });
  }
  return faults;
}

export interface TrialBalance {
  readonly balances: readonly LedgerBalance[];
  readonly faults: readonly LedgerFault[];
}

const onShares = ["reserved", "committed", "payable", "disbursed", "recoverable", "returned", "writtenOff"] as const;

/** All of a budget's postings against the items that guard its money: `available` on the budget, the rest on the cases' shares, what a closed year had left, what is kept for redress and what the key was given on its book. */
export function trialBalance(
  postings: readonly Posting[],
  budgets: readonly Budget[],
  shares: readonly Share[],
  books: readonly Book[] = [],
): TrialBalance {
  const balances = balancesByKey(postings);
  const faults = balances.flatMap(faultsOf);
  for (const budget of budgets) {
    const key = ledgerKeyText(budget.ledger);
    const computed = balances.find((one) => ledgerKeyText(one.ledger) === key)?.balances.available ?? 0;
    if (computed !== budget.available)
      faults.push({ key, fault: "differs", account: "available", computed, held: budget.available });
  }
  for (const book of books) {
    const key = book.bookKey;
    const own = postings.filter(({ ledger, caseId }) => caseId === undefined && ledgerKeyText(ledger) === key);
    const computed = balancesOf(own);
    const whole = balances.find(({ ledger }) => ledgerKeyText(ledger) === key)?.balances.appropriation ?? 0;
    if (book.given !== undefined && whole + book.given !== 0)
      faults.push({ key, fault: "differs", account: "appropriation", computed: whole, held: 0 - book.given });
    for (const account of ["returned", "reserved"] as const)
      if (computed[account] !== book[account])
        faults.push({ key, fault: "differs", account, computed: computed[account], held: book[account] });
  }
  for (const share of shares) faults.push(...faultsOfShare(share, postings));
  return { balances, faults };
}

function faultsOfShare(share: Share, postings: readonly Posting[]): LedgerFault[] {
  const key = ledgerKeyText(share.ledger);
  const computed = balancesOfCase(
    postings.filter((posting) => ledgerKeyText(posting.ledger) === key),
    share.caseId,
  );
  return onShares
    .filter((account) => computed[account] !== share[account])
    .map((account) => ({
      key,
      fault: "differs",
      account,
      caseId: share.caseId,
      computed: computed[account],
      held: share[account],
    }));
}
