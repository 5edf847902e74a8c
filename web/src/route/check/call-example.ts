/** An example of a call's arithmetic: a round price whose voucher is the largest that the call gives. */
import { fundingOf } from "@multihelix/core/application/funding.ts";
import { money } from "@multihelix/core/kernel/money.ts";
import type { Call } from "../case/case-query.ts";

export function callExample(call: Pick<Call, "currency" | "intensity" | "maximumAward">) {
  const round = 10_000;
  const price = Math.floor((call.maximumAward * 100) / call.intensity / round) * round;
  const { requested, own } = fundingOf(call, money(price, call.currency));
  return { price, voucher: requested.amount, own: own.amount };
}
