/** How the available money of a key fell, step by step, and until when it lasts at that pace. */
import type { LedgerKeyView } from "./finance-query.ts";

export interface Step {
  /** Instant of the posting. */
  readonly at: string;
  /** Available after it, minor units. */
  readonly available: number;
}

export interface DayEnd {
  readonly day: string;
  /** Available at the end of that day, minor units. */
  readonly available: number;
}

export interface BurnDown {
  readonly steps: readonly Step[];
  /** Every day on which it changed, by the day on which each posting counts. */
  readonly days: readonly DayEnd[];
  /** Most that was ever available. */
  readonly most: number;
  readonly available: number;
  /** When nothing is left at the pace so far; absent while it does not fall. */
  readonly lastsUntil?: string;
}

/** @param now instant of the reading. */
export function burnDownOf({ postings }: Pick<LedgerKeyView, "postings">, now: string): BurnDown {
  let available = 0;
  const steps: Step[] = [];
  for (const { at, to, from, amount } of postings) {
    if (to !== "available" && from !== "available") continue;
    available += to === "available" ? amount : -amount;
    steps.push({ at, available });
  }
  const most = steps.reduce((highest, step) => Math.max(highest, step.available), 0);
  const first = steps.find((step) => step.available === most);
  const lastsUntil = first === undefined ? undefined : endOf(first, available, now);
  return { steps, days: daysOf(postings), most, available, ...(lastsUntil === undefined ? {} : { lastsUntil }) };
}

function endOf(first: Step, available: number, now: string): string | undefined {
  const [start, end] = [Date.parse(first.at), Date.parse(now)];
  const spent = first.available - available;
  if (spent <= 0 || available <= 0 || end <= start) return undefined;
  const until = end + (available / spent) * (end - start);
  const tenYears = 3650 * 86_400_000;
  return until - end > tenYears ? undefined : new Date(until).toISOString();
}

function daysOf(postings: Pick<LedgerKeyView, "postings">["postings"]): DayEnd[] {
  const moved = new Map<string, number>();
  for (const { day, to, from, amount } of postings) {
    if (to !== "available" && from !== "available") continue;
    moved.set(day, (moved.get(day) ?? 0) + (to === "available" ? amount : -amount));
  }
  let available = 0;
  return [...moved]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([day, change]) => {
      available += change;
      return { day, available };
    });
}
