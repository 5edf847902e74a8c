/** Requirement: the company has not had as many vouchers of these parks as the call allows in its period. */
import { monthsAfter } from "../kernel/day.ts";
import { toZonedDateString } from "../kernel/instant.ts";
import { parkOf } from "../network/network-file.ts";
import { fails, holds, type Requirement } from "./requirement.ts";

export const vouchersMost: Requirement = {
  id: "vouchers-most",
  /** Issued vouchers count from their day on; one that lapsed or was cancelled does not. */
  check({ call, others, network, day }) {
    if (call.vouchersMost === undefined) return holds();
    const { count, months } = call.vouchersMost;
    const from = monthsAfter(day, -months);
    const { zone } = parkOf(network, call.leadPark);
    const paying = new Set(call.payers.map(({ parkId }) => parkId));
    const had = others.filter(
      ({ issuedAt, status, payingParks }) =>
        issuedAt !== undefined &&
        status !== "lapsed" &&
        status !== "cancelled" &&
        toZonedDateString(issuedAt, zone) > from &&
        payingParks.some((parkId) => paying.has(parkId)),
    );
    const facts = {
      most: count,
      months,
      had: had.length,
      references: had.map(({ reference }) => reference).join(", "),
    };
    return had.length >= count ? fails("voucher.most-reached", facts) : holds(facts);
  },
};
