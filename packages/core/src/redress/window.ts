/** Until when redress may be asked: 30 days from the proven delivery of the decision's letter (domain §9). */
import { addDays, endOfDay, type Instant, toZonedDateString } from "../kernel/instant.ts";
import type { Letter } from "../letter/letter.ts";

const daysToAsk = 30;
/** So long after the mail server took it, a letter that did not come back counts as delivered. */
const daysToArrive = 10;

type Sent = Pick<Letter, "kind" | "key" | "status" | "sentAt" | "openedAt">;

/** The first signed-in opening, or ten days after acceptance without a bounce; undefined while neither is proven. */
export function deliveredAt({ status, sentAt, openedAt }: Sent): Instant | undefined {
  const taken = status === "sent" && sentAt !== undefined ? addDays(sentAt, daysToArrive) : undefined;
  return earliest([openedAt, taken]);
}

/** Last instant at which redress may be asked, in the park's zone; undefined while no delivery is proven. @param key beginning of the letters' keys */
export function askableUntil(letters: readonly Sent[], key: string, zone: string): Instant | undefined {
  return untilOf(
    letters.filter((letter) => letter.key.startsWith(key)),
    zone,
  );
}

/** Last instant at which redress may be asked about the decision that these letters told, in the park's zone; undefined while no delivery is proven. */
export function untilOf(told: readonly Sent[], zone: string): Instant | undefined {
  const delivered = earliest(told.map(deliveredAt));
  return delivered === undefined
    ? undefined
    : endOfDay(toZonedDateString(addDays(delivered, daysToAsk, zone), zone), zone);
}

function earliest(instants: readonly (Instant | undefined)[]): Instant | undefined {
  return instants.flatMap((instant) => instant ?? []).sort()[0];
}
