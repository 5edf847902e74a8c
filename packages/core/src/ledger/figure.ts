/** Every figure of the books as a question to the postings: which of them make it, and what each counts for it. */
import type { CaseId } from "../kernel/id.ts";
import { type Account, ledgerKeyText, type Posting } from "./posting.ts";
import { dayOfPosting } from "./statement.ts";

/** What is left out narrows nothing. */
export interface Figure {
  /** Seen from these accounts together: what moves between two of them counts for nothing. */
  readonly accounts?: readonly Account[] | undefined;
  /** Only what came from this account, counted as it moved; with exactly one account of `accounts`. */
  readonly against?: Account | undefined;
  /** `ledgerKeyText`. */
  readonly key?: string | undefined;
  readonly fund?: string | undefined;
  readonly call?: string | undefined;
  readonly year?: number | undefined;
  readonly currency?: string | undefined;
  readonly caseId?: CaseId | undefined;
  /** Name of the verb that posted it. */
  readonly verb?: string | undefined;
  /** How the posting's own text begins: `recovery 1 `. */
  readonly text?: string | undefined;
  /** First and last day that count, in the park's zone. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface FigurePosting {
  readonly posting: Posting;
  /** The day on which it counts. */
  readonly day: string;
  /** Minor units that it adds to the figure, below zero for what left; the amount moved where no account is asked for. */
  readonly counts: number;
}

/** The postings that make a figure, in the order in which they were posted. @param zoneOf zone of a park. */
export function postingsOfFigure(
  postings: readonly Posting[],
  figure: Figure,
  zoneOf: (parkId: string) => string,
): FigurePosting[] {
  return postings
    .filter((posting) => isOfKey(posting, figure))
    .map((posting) => ({
      posting,
      day: dayOfPosting(posting, zoneOf(posting.ledger.parkId)),
      counts: countOf(posting, figure),
    }))
    .filter(
      ({ day, counts }) =>
        counts !== 0 &&
        (figure.from === undefined || day >= figure.from) &&
        (figure.to === undefined || day <= figure.to),
    )
    .toSorted(({ posting: a }, { posting: b }) => a.at.localeCompare(b.at) || a.postingId.localeCompare(b.postingId));
}

function isOfKey({ ledger, caseId, verb, memo }: Posting, figure: Figure): boolean {
  return (
    (figure.key === undefined || ledgerKeyText(ledger) === figure.key) &&
    (figure.fund === undefined || ledger.fundId === figure.fund) &&
    (figure.call === undefined || ledger.callId === figure.call) &&
    (figure.year === undefined || ledger.budgetYear === figure.year) &&
    (figure.currency === undefined || ledger.currency === figure.currency) &&
    (figure.caseId === undefined || caseId === figure.caseId) &&
    (figure.verb === undefined || verb === figure.verb) &&
    (figure.text === undefined || memo.startsWith(figure.text))
  );
}

/** A budget is shown as what was given: its account is minus that, so seen from it alone the sign is turned. */
function countOf({ to, from, amount }: Posting, { accounts, against }: Figure): number {
  if (accounts === undefined || accounts.length === 0) return amount;
  if (against !== undefined) return accounts.includes(to) && from === against ? amount : 0;
  const moved = (accounts.includes(to) ? amount : 0) - (accounts.includes(from) ? amount : 0);
  return accounts.length === 1 && accounts[0] === "appropriation" ? 0 - moved : moved;
}

/** What the figure is: one sum per currency, for unlike ones are never added. */
export function sumOfFigure(found: readonly FigurePosting[]): { currency: string; amount: number }[] {
  const sums = new Map<string, number>();
  for (const { posting, counts } of found)
    sums.set(posting.ledger.currency, (sums.get(posting.ledger.currency) ?? 0) + counts);
  return [...sums]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([currency, amount]) => ({ currency, amount }));
}
