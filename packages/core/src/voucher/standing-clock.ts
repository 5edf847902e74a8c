/** The expiry clock that stands still while a voucher is suspended or its service disputed (domain §5): those days are added, up to the fund's last day. */
import type { Case } from "../application/case.ts";
import type { Call } from "../call/call.ts";
import { addDays, compareInstants, daysBetween, endOfDay, type Instant } from "../kernel/instant.ts";
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
  { now, network }: Moment,
  since: Instant = one.statusSince,
): Stood {
  const { zone } = parkOf(network, one.leadPark);
  const wanted = addDays(voucher.expires, daysBetween(since, now, zone), zone);
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
