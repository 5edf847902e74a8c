/** The only place where accepted lines of a claim come to the voucher's currency, with the VAT that counts as cost. */
import { dayAfter } from "../kernel/day.ts";
import { DomainError } from "../kernel/error.ts";
import { add, type Money, money, sum, zero } from "../kernel/money.ts";
import { convert } from "../kernel/rate.ts";
import type { NetworkFile } from "../network/network-file.ts";
import { rateFor } from "../network/rate-for.ts";
import type { AcceptedLine, ClaimLine } from "./claim.ts";

/** What the manager accepts of one line: net, minor units of the invoice's currency. Every line is named once. */
export interface LineDecision {
  readonly line: number;
  readonly net: number;
}

export interface Acceptance {
  readonly lines: readonly ClaimLine[];
  readonly decisions: readonly LineDecision[];
  /** The voucher's. */
  readonly currency: string;
  /** Whether VAT that the SME cannot recover is a cost under this call. */
  readonly countsVat: boolean;
}

/**
 * A foreign invoice is converted once, at the last rate stored up to its date. VAT counts in the proportion in which the
 * net is accepted, rounded half up, never above the invoice's.
 * @throws invalid `claim.lines-incomplete` unless every line is decided once; invalid `claim.accepted-too-much` above its net.
 */
export function acceptLines(
  { lines, decisions, currency, countsVat }: Acceptance,
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
    const found = rateFor(network, accepted.currency, currency, dayAfter(line.invoiceDate, 1));
    const { money: converted, rate } = convert(accepted, found);
    const vat = countsVat && line.vatKind === "irrecoverable" ? convert(vatOf(line, net), found).money : undefined;
    return {
      line: index + 1,
      accepted,
      converted,
      rate: rate.rate,
      rateDate: rate.date,
      rateSource: rate.source,
      ...(vat === undefined ? {} : { vat }),
    };
  });
}

function vatOf(line: ClaimLine, net: number): Money {
  const [vat, part, whole] = [BigInt(line.vat.amount), BigInt(net), BigInt(line.net.amount)];
  return money(whole === 0n ? 0 : Number((2n * vat * part + whole) / (2n * whole)), line.vat.currency);
}

/** What the accepted lines come to, in the voucher's currency: net, VAT that counts, and both. */
export function totalsOf(lines: readonly AcceptedLine[], currency: string): { net: Money; vat: Money; cost: Money } {
  const net = sum([zero(currency), ...lines.map(({ converted }) => converted)]);
  const vat = sum([zero(currency), ...lines.flatMap((line) => line.vat ?? [])]);
  return { net, vat, cost: add(net, vat) };
}
