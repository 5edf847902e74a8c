/** Until when redress may be asked: 30 days from the proven delivery of the decision's letter (domain §9), and the days on which it could not be asked. */
import { addDays, compareInstants, daysBetween, endOfDay, type Instant, toZonedDateString } from "../kernel/instant.ts";
import type { Letter } from "../letter/letter.ts";
import type { Redress } from "./redress.ts";

const daysToAsk = 30;
/** So long after the mail server took it, a letter that did not come back counts as delivered. */
const daysToArrive = 10;

type Sent = Pick<Letter, "kind" | "key" | "status" | "sentAt" | "openedAt">;

/** The first signed-in opening, or ten days after acceptance without a bounce; undefined while neither is proven. */
export function deliveredAt({ status, sentAt, openedAt }: Sent): Instant | undefined {
  const taken = status === "sent" && sentAt !== undefined ? addDays(sentAt, daysToArrive) : undefined;
  return earliest([openedAt, taken]);
}

/** A time in which nobody could ask. */
export interface Stood {
  readonly from: Instant;
  readonly to: Instant;
}

/** One request is examined at a time: until it was answered, no other could be asked. */
export function examinedOf(requests: readonly Redress[]): Stood[] {
  return requests.flatMap(({ at, admission, outcome }) => {
    const answer = outcome ?? admission;
    return answer === undefined ? [] : [{ from: at, to: answer.at }];
  });
}

/**
 * Last instant at which redress may be asked about the decision that these letters told, in the park's zone; undefined
 * while no delivery is proven. Days of `stood` within the window are added to it, each once.
 */
export function untilOf(told: readonly Sent[], zone: string, stood: readonly Stood[]): Instant | undefined {
  const delivered = earliest(told.map(deliveredAt));
  if (delivered === undefined) return undefined;
  let until = endOfDay(toZonedDateString(addDays(delivered, daysToAsk, zone), zone), zone);
  let counted = delivered;
  for (const { from, to } of stood.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const since = compareInstants(from, counted) > 0 ? from : counted;
    if (since > until || to <= since) continue;
    until = addDays(until, daysBetween(since, to, zone), zone);
    counted = to;
  }
  return until;
}

function earliest(instants: readonly (Instant | undefined)[]): Instant | undefined {
  return instants.flatMap((instant) => instant ?? []).sort()[0];
}
