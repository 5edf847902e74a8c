/** The only place that says why an ended case may not be closed yet: what can still come of it (domain §5, §9). */
import { addDays, addMilliseconds, type Instant } from "../kernel/instant.ts";
import type { Share } from "../ledger/posting.ts";
import { isFinal, type Order } from "../payment/batch.ts";
import { openAsksOf, type WindowFacts, waitUnproven } from "../redress/open-window.ts";
import { isPending } from "../redress/redress.ts";
import type { Task } from "../task/task.ts";
import { daysAfterEnd } from "./ended.ts";

/** What has no date of its own is looked at again after so many days. */
const daysBetweenLooks = 7;

export interface ClosingFacts extends WindowFacts {
  readonly shares: readonly Share[];
  readonly orders: readonly Order[];
  readonly tasks: readonly Pick<Task, "kind" | "status">[];
}

/** `until`: the last instant at which it keeps the case open; absent while nobody can know. */
export interface Hold {
  readonly why:
    | "just-ended"
    | "redress-pending"
    | "redress-open"
    | "task-open"
    | "payment-open"
    | "money-held"
    | "debt";
  readonly until?: Instant;
}

/** Every reason why it stays open now; none: it can be closed. @param zone of the lead park */
export function holdsOf(facts: ClosingFacts, zone: string, now: Instant): Hold[] {
  const { one, shares, orders, tasks, recoveries } = facts;
  const early = addDays(one.statusSince, daysAfterEnd);
  const moving = shares.some(({ reserved, committed, payable }) => reserved + committed + payable > 0);
  const owed = shares.some(({ recoverable }) => recoverable > 0) || recoveries.some(({ status }) => status === "asked");
  return [
    ...(early >= now ? [{ why: "just-ended", until: early } as const] : []),
    ...(isPending(one.redress) ? [{ why: "redress-pending" } as const] : []),
    ...openAsksOf(facts, zone, now).flatMap(({ until, waits }): Hold[] => {
      // Whose letter nobody can prove to have arrived may still ask: that opens the case again.
      const last = waits ?? until ?? waitUnproven(one.statusSince, zone);
      return last < now ? [] : [{ why: "redress-open", until: last }];
    }),
    ...(tasks.some(({ status }) => status === "open") ? [{ why: "task-open" } as const] : []),
    // Booked is not enough: some schemes send money back for days after.
    ...(orders.every(isFinal) ? [] : [{ why: "payment-open" } as const]),
    ...(moving ? [{ why: "money-held" } as const] : []),
    ...(owed ? [{ why: "debt" } as const] : []),
  ];
}

/** When it is looked at again: right after the last of the known instants, or in a week. */
export function nextLookAt(holds: readonly Hold[], now: Instant): Instant {
  const known = holds.flatMap(({ until }) => until ?? []).sort();
  const last = known.at(-1);
  return last === undefined || known.length < holds.length ? addDays(now, daysBetweenLooks) : addMilliseconds(last, 1);
}
