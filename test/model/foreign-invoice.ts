/** An invoice in a third currency, as the house assesses it; and what a child with a calculator would make of it. */

import type { Call } from "@multihelix/core/call/call.ts";
import { assessClaim } from "@multihelix/core/claim/assess-claim.ts";
import type { Claim } from "@multihelix/core/claim/claim.ts";
import type { Moment } from "@multihelix/core/kernel/verb.ts";
import type { Voucher } from "@multihelix/core/voucher/voucher.ts";
import { staff } from "../fixture/build/actor.ts";
import { aCase } from "../fixture/build/case.ts";
import { aTask } from "../fixture/build/task.ts";
import { aClaim, useFacts } from "../fixture/build/voucher.ts";

const invoiceDate = "2026-10-30";
const mia = staff("mia", "manager", "limburg");

/** Pence for a euro, as a fraction: the last rate published up to the invoice's date. */
function penceOf({ network }: Moment): { of: bigint; per: bigint } {
  const rate = network.rates
    .filter(({ base, quote, date }) => base === "EUR" && quote === "GBP" && date <= invoiceDate)
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .at(-1);
  const [whole = "0", digits = ""] = (rate?.rate ?? "").split(".");
  return { of: BigInt(whole + digits), per: 10n ** BigInt(digits.length) };
}

/** Pence that come to about so many cents, one at least. */
export function penceFor(cents: number, moment: Moment): number {
  const { of, per } = penceOf(moment);
  return Math.max(1, Number((BigInt(cents) * of) / per));
}

/** Cents, half up. */
export function centsOf(pence: number, moment: Moment): number {
  const { of, per } = penceOf(moment);
  return Number((2n * BigInt(pence) * per + of) / (2n * of));
}

/**
 * At 100 % there is no own share: what counts is the cost, never more than is left. What was accepted before and not paid, as
 * too little was left then, the last claim pays too.
 */
export function payableFor(
  { pence, left, interim }: { pence: number; left: number; interim: boolean },
  before: readonly Claim[],
  moment: Moment,
): number {
  const cost = centsOf(pence, moment);
  if (interim && cost < left) return cost;
  const counted = before.filter(({ status }) => status === "accepted" || status === "paid");
  const open = counted.reduce(
    (sum, { assessment }) => sum + (assessment?.acceptedNet.amount ?? 0) - (assessment?.payable.amount ?? 0),
    cost,
  );
  return Math.max(0, Math.min(left, open));
}

/** The claim as its manager has assessed it. @throws as `claim.assess` does */
export function assessed(
  about: { readonly claim: Claim | undefined; readonly number: number; readonly before: readonly Claim[] },
  { pence, interim }: { pence: number; interim: boolean },
  { voucher, call }: { readonly voucher: Voucher; readonly call: Call },
  moment: Moment,
): Claim {
  const { caseId } = voucher;
  const net = { amount: pence, currency: "GBP" };
  const line = { invoiceNumber: `G-${about.number}`, invoiceDate, description: "Measuring", net };
  const claim: Claim = {
    ...(about.claim ?? aClaim({ caseId, claim: about.number })),
    status: "confirmed",
    interim,
    lines: [{ ...line, vat: { amount: 0, currency: "GBP" } }],
  };
  const facts = useFacts({
    one: aCase({ caseId, status: "claim-check" }),
    call: { ...call, intensity: 100 },
    voucher: { ...voucher, intensity: 100 },
    tasks: [aTask("check-claim", { caseId })],
    claims: [...about.before, claim],
  });
  const lines = [{ line: 1, net: pence }];
  const input = { caseId, lines, paidByApplicant: 0, otherSupport: 0, reason: "", noInterest: true } as const;
  const [change] = assessClaim
    .decide(facts, mia, input, moment)
    .changes.flatMap((one) => (one.op === "replace" && one.name === "claim" ? [one.value] : []));
  if (change === undefined) throw new Error("an assessment is written");
  return change;
}
