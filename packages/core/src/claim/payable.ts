/** The only place for the arithmetic of a claim: accepted lines in the voucher's currency, and what is payable of them (domain §5). */
import Big from "big.js";
import { dayAfter } from "../kernel/day.ts";
import { DomainError } from "../kernel/error.ts";
import { compare, type Money, min, money, multiplyRate, subtract, sum, zero } from "../kernel/money.ts";
import { convert } from "../kernel/rate.ts";
import type { NetworkFile } from "../network/network-file.ts";
import { rateFor } from "../network/rate-for.ts";
import type { AcceptedLine, ClaimLine } from "./claim.ts";

/** What the manager accepts of one line: net, minor units of the invoice's currency. Every line is named once. */
export interface LineDecision {
  readonly line: number;
  readonly net: number;
}

/**
 * A foreign invoice is converted once, at the last rate stored up to its date.
 * @throws invalid `claim.lines-incomplete` unless every line is decided once; invalid `claim.accepted-too-much` above its net.
 */
export function acceptLines(
  lines: readonly ClaimLine[],
  decisions: readonly LineDecision[],
  currency: string,
  network: NetworkFile,
): AcceptedLine[] {
  const wanted = lines.map((_, index) => index + 1);
  const given = decisions.map(({ line }) => line).toSorted((a, b) => a - b);
  if (JSON.stringify(wanted) !== JSON.stringify(given))
    throw new DomainError("invalid", "claim.lines-incomplete", { wanted, given });
  return lines.map((line, index) => {
    const net = decisions.find((decision) => decision.line === index + 1)?.net ?? 0;
    if (net > line.net.amount)
      throw new DomainError("invalid", "claim.accepted-too-much", {
        line: index + 1,
        claimed: line.net,
        accepted: net,
      });
    const accepted = money(net, line.net.currency);
    const { money: converted, rate } = convert(
      accepted,
      rateFor(network, accepted.currency, currency, dayAfter(line.invoiceDate, 1)),
    );
    return { line: index + 1, accepted, converted, rate: rate.rate, rateDate: rate.date, rateSource: rate.source };
  });
}

export interface PayableInput {
  readonly accepted: readonly AcceptedLine[];
  /** What is left of the award. */
  readonly left: Money;
  /** Percent of the accepted net cost that the award covers. */
  readonly intensity: number;
  /** What the applicant proved to have paid to the provider, in the voucher's currency. */
  readonly paidByApplicant: Money;
  readonly pays: "provider" | "sme";
}

/**
 * payable = min(award left, intensity × accepted net cost), and no more than the proven own share carries: where the
 * provider is paid, an own share s carries a cost of s ÷ (1 − intensity); where the SME is reimbursed, what it paid.
 */
export function payableOf(input: PayableInput): { acceptedNet: Money; payable: Money } {
  const acceptedNet = sum([zero(input.left.currency), ...input.accepted.map((line) => line.converted)]);
  const carried = carriedCost(input, acceptedNet);
  return { acceptedNet, payable: min(input.left, multiplyRate(carried, { percent: input.intensity })) };
}

/** What the SME must have paid to the provider for the accepted cost to be payable in full. */
export function ownShareOf(
  acceptedNet: Money,
  { left, intensity, pays }: Pick<PayableInput, "left" | "intensity" | "pays">,
): Money {
  return pays === "sme"
    ? acceptedNet
    : subtract(acceptedNet, min(left, multiplyRate(acceptedNet, { percent: intensity })));
}

/** The cost that the proven payment carries; never above what was accepted. */
function carriedCost(input: PayableInput, acceptedNet: Money): Money {
  const { pays, intensity, paidByApplicant } = input;
  // Proven in full: the quotient's rounding must not cost the claimant a cent.
  if (compare(paidByApplicant, ownShareOf(acceptedNet, input)) >= 0) return acceptedNet;
  if (pays === "sme") return paidByApplicant;
  if (intensity >= 100) return acceptedNet;
  const carried = new Big(paidByApplicant.amount).times(100).div(new Big(100).minus(intensity));
  return min(acceptedNet, money(Number(carried.round(0, Big.roundDown).toFixed(0)), acceptedNet.currency));
}
