/** What a stacking limit leaves for a claim: a percent of the cost from all governments together, less what others give (domain §7). */
import type { Call } from "../call/call.ts";
import { toZonedDateString } from "../kernel/instant.ts";
import { add, type Money, multiplyRate, subtract, zero } from "../kernel/money.ts";
import { aidRowFor } from "../network/aid-row-for.ts";
import { type NetworkFile, parkOf } from "../network/network-file.ts";
import type { Voucher } from "../voucher/voucher.ts";
import type { Earlier } from "./payable.ts";

/** The strictest percent among the call's payers, by the row valid on the day of issue; undefined where none limits so. */
export function stackingPercent(
  { payers }: Pick<Call, "payers">,
  { issuedAt }: Pick<Voucher, "issuedAt">,
  network: NetworkFile,
): number | undefined {
  const percents = payers.flatMap(({ parkId, aidBasis }) => {
    const { country, zone } = parkOf(network, parkId);
    const found = aidRowFor(network, aidBasis, country, toZonedDateString(issuedAt, zone));
    return found.state === "in-force" && found.row.limit.kind === "stacking" ? [found.row.limit.percent] : [];
  });
  return percents.length === 0 ? undefined : Math.min(...percents);
}

/** @param cost of this claim, VAT that counts included. @param otherSupport for the same cost, from any government. */
export function stackingRoom(percent: number, cost: Money, otherSupport: Money, earlier: Earlier): Money {
  const limit = multiplyRate(add(earlier.cost, cost), { percent });
  const room = subtract(subtract(limit, otherSupport), earlier.payable);
  return room.amount < 0 ? zero(room.currency) : room;
}
