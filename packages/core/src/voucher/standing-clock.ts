/** The expiry clock that stands still while a voucher is suspended or its service disputed (domain §5): those days are added, up to the fund's last day. */
import type { Case } from "../application/case.ts";
import type { Call } from "../call/call.ts";
import { addDays, compareInstants, daysBetween, endOfDay, type Instant, toZonedDateString } from "../kernel/instant.ts";
import type { Moment } from "../kernel/verb.ts";
import { fundOf, parkOf } from "../network/network-file.ts";
import type { Voucher } from "./voucher.ts";

export interface Stood {
  readonly voucher: Voucher;
  /** The fund's last day, where not all days could be added because of it. */
  readonly bound?: string;
}

/**
 * The voucher with its validity moved by the calendar days, in the park's zone, since `since`: no further than the day
 * until which every payer's fund pays for costs. A validity that finance let go past that day before stays as it is.
 */
export function afterStanding(
  one: Pick<Case, "leadPark" | "statusSince">,
  voucher: Voucher,
  call: Pick<Call, "payers">,
  moment: Moment,
  since: Instant = one.statusSince,
): Stood {
  const { zone } = parkOf(moment.network, one.leadPark);
  return bounded(voucher, call, moment, addDays(voucher.expires, daysBetween(since, moment.now, zone), zone));
}

/** Calendar days that whoever does the work again has at least, though the validity had less left, or was over, when it was reported. */
const daysToWorkAgain = 30;

/** As `afterStanding` since the claim was filed, and never sooner than 30 days from now: work that is asked for again can be done in time. */
export function toWorkAgain(
  one: Pick<Case, "leadPark" | "statusSince">,
  voucher: Voucher,
  call: Pick<Call, "payers">,
  moment: Moment,
  filedAt: Instant,
): Stood {
  const { zone } = parkOf(moment.network, one.leadPark);
  const left = addDays(voucher.expires, daysBetween(filedAt, moment.now, zone), zone);
  const least = endOfDay(toZonedDateString(addDays(moment.now, daysToWorkAgain, zone), zone), zone);
  return bounded(voucher, call, moment, compareInstants(left, least) < 0 ? least : left);
}

function bounded(voucher: Voucher, call: Pick<Call, "payers">, { network }: Moment, wanted: Instant): Stood {
  const [last] = call.payers
    .map(({ parkId, ledger }) => {
      const day = fundOf(network, ledger.fundId).eligibleUntil;
      return { day, end: endOfDay(day, parkOf(network, parkId).zone) };
    })
    .sort((a, b) => (a.end < b.end ? -1 : 1));
  if (last === undefined || wanted <= last.end) return { voucher: { ...voucher, expires: wanted } };
  const expires = compareInstants(voucher.expires, last.end) > 0 ? voucher.expires : last.end;
  return { voucher: { ...voucher, expires }, bound: last.day };
}
