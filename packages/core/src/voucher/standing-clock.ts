/** The expiry clock that stands still while a voucher is suspended or its service disputed (domain §5): those days are added. */
import type { Case } from "../application/case.ts";
import { addDays, daysBetween } from "../kernel/instant.ts";
import type { Moment } from "../kernel/verb.ts";
import { parkOf } from "../network/network-file.ts";
import type { Voucher } from "./voucher.ts";

/** The voucher with its validity moved by the calendar days, in the park's zone, that the case has stood in its status. */
export function afterStanding(
  one: Pick<Case, "leadPark" | "statusSince">,
  voucher: Voucher,
  { now, network }: Moment,
): Voucher {
  const { zone } = parkOf(network, one.leadPark);
  return { ...voucher, expires: addDays(voucher.expires, daysBetween(one.statusSince, now, zone), zone) };
}
