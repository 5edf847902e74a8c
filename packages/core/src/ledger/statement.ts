/** Balances at the end of any day, and what moved between two days: per ledger key, fund, call or budget year. */
import { toZonedDateString } from "../kernel/instant.ts";
import { type Balances, balancesOf, noBalances } from "./balance.ts";
import { type Account, accounts, type LedgerKey, ledgerKeyText, type Posting } from "./posting.ts";

export const groupings = ["key", "fund", "call", "year"] as const;
export type Grouping = (typeof groupings)[number];

/**
 * Whether it takes over what another system paid of a running voucher: an opening balance, and no payment of the year in
 * which the voucher moved. Nothing else is paid out without having been payable.
 */
export function isPaidBefore({ to, from }: Pick<Posting, "to" | "from">): boolean {
  return to === "disbursed" && from === "appropriation";
}

/** The day on which a posting counts, in its park's zone. */
export function dayOfPosting({ day, at }: Pick<Posting, "day" | "at">, zone: string): string {
  return day ?? toZonedDateString(at, zone);
}

export interface Movement {
  readonly to: Account;
  readonly from: Account;
  /** Minor units. */
  readonly amount: number;
  readonly postings: number;
}

export interface Statement {
  /** Text of the group: a ledger key, a fund, a call or a year; with its currency, for unlike ones are never added. */
  readonly group: string;
  readonly ledgers: readonly LedgerKey[];
  readonly currency: string;
  /** At the end of the day before `from`; all nothing where there is no `from`. */
  readonly opening: Balances;
  readonly movements: readonly Movement[];
  readonly closing: Balances;
}

export interface StatementSpan {
  /** First and last day that count; no `from`: since the beginning. */
  readonly from?: string | undefined;
  readonly to: string;
  readonly by: Grouping;
}

/** @param zoneOf zone of a park. */
export function statementsOf(
  postings: readonly Posting[],
  { from, to, by }: StatementSpan,
  zoneOf: (parkId: string) => string,
): Statement[] {
  const counted = postings
    .map((posting) => ({ posting, day: dayOfPosting(posting, zoneOf(posting.ledger.parkId)) }))
    .filter(({ day }) => day <= to);
  const groups = Map.groupBy(counted, ({ posting }) => groupOf(posting.ledger, by));
  return [...groups]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([group, own]) => {
      const before = own.filter(({ day }) => from !== undefined && day < from).map(({ posting }) => posting);
      const within = own.filter(({ day }) => from === undefined || day >= from).map(({ posting }) => posting);
      const ledgers = [...new Map(own.map(({ posting: { ledger } }) => [ledgerKeyText(ledger), ledger])).values()];
      const opening = balancesOf(before);
      return {
        group,
        ledgers,
        currency: ledgers[0]?.currency ?? "",
        opening,
        movements: movementsOf(within),
        closing: added(opening, balancesOf(within)),
      };
    });
}

function groupOf(ledger: LedgerKey, by: Grouping): string {
  const { fundId, callId, budgetYear, currency } = ledger;
  const text = { key: ledgerKeyText(ledger), fund: fundId, call: callId, year: String(budgetYear) }[by];
  return by === "key" ? text : `${text}/${currency}`;
}

/** In the order of the accounts. */
function movementsOf(postings: readonly Posting[]): Movement[] {
  const pairs = Map.groupBy(postings, ({ to, from }) => `${to} ${from}`);
  const order = ({ to, from }: Movement) => accounts.indexOf(to) * accounts.length + accounts.indexOf(from);
  return [...pairs.values()]
    .flatMap((own) => {
      const [first] = own;
      if (first === undefined) return [];
      const amount = own.reduce((sum, posting) => sum + posting.amount, 0);
      return [{ to: first.to, from: first.from, amount, postings: own.length }];
    })
    .sort((a, b) => order(a) - order(b));
}

function added(left: Balances, right: Balances): Balances {
  const sum = noBalances();
  for (const account of accounts) sum[account] = left[account] + right[account];
  return sum;
}
