/** What a stacking limit leaves for a claim: a percent of the cost from all governments together, less what others give (domain §7). */
import type { Call } from "../call/call.ts";
import { toZonedDateString } from "../kernel/instant.ts";
import { add, type Money, multiplyRate, subtract, sum, zero } from "../kernel/money.ts";
import { aidRowFor } from "../network/aid-row-for.ts";
import { type NetworkFile, parkOf } from "../network/network-file.ts";
import type { Voucher } from "../voucher/voucher.ts";
import type { Claim } from "./claim.ts";
import { type Earlier, isCounted } from "./payable.ts";

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

/**
 * Other public money stated with accepted claims before this one. A supplement states anew what its claim and it have
 * together: of these the last word counts, and before a supplement that of its own claim does not.
 */
export function supportBefore(
  { claim, supplementTo }: Pick<Claim, "claim" | "supplementTo">,
  claims: readonly Claim[],
  currency: string,
): Money {
  const counted = claims.filter((one) => one.claim < claim && isCounted(one)).toSorted((a, b) => a.claim - b.claim);
  const stated = new Map<number, Money>();
  for (const one of counted) stated.set(one.supplementTo ?? one.claim, one.assessment?.otherSupport ?? zero(currency));
  if (supplementTo !== undefined) stated.delete(supplementTo);
  return sum([zero(currency), ...stated.values()]);
}

/** @param cost of this claim, VAT that counts included. @param otherSupport for the cost of all claims, from any government. */
export function stackingRoom(percent: number, cost: Money, otherSupport: Money, earlier: Earlier): Money {
  const limit = multiplyRate(add(earlier.cost, cost), { percent });
  const room = subtract(subtract(limit, otherSupport), earlier.payable);
  return room.amount < 0 ? zero(room.currency) : room;
}
