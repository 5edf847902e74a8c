/**
 * The only place for tax that a paying park withholds from a non-resident provider for services rendered in the park's country.
 * Canada: Income Tax Regulations, C.R.C., c. 945, s. 105(1): 15 % of what is paid to a non-resident for services rendered in
 * Canada. Percent, days and slip are rows of the network file. Where a voucher reimburses the company, the park pays for no
 * service: the company withholds, as it paid the provider.
 */
import type { Call } from "../call/call.ts";
import { DomainError } from "../kernel/error.ts";
import { toZonedDateString } from "../kernel/instant.ts";
import { type Money, money, multiplyRate, sum, zero } from "../kernel/money.ts";
import type { Moment } from "../kernel/verb.ts";
import { type NetworkFile, parkOf } from "../network/network-file.ts";
import { type WithholdingRow, withholdingRowFor } from "../network/withholding.ts";
import type { AcceptedLine, ClaimLine, Waiver, Withholding } from "./claim.ts";

type Terms = Pick<Call, "pays" | "payers">;
type Now = Pick<Moment, "network" | "now">;

/** Rows that bind a payer of the call today, one per country: of each line the provider says whether the work was done there. */
export function rowsAsked({ pays, payers }: Terms, { network, now }: Now): WithholdingRow[] {
  if (pays !== "provider") return [];
  const found = payers.flatMap(({ parkId }) => {
    const { country, zone } = parkOf(network, parkId);
    return withholdingRowFor(network, country, toZonedDateString(now, zone)) ?? [];
  });
  return [...new Map(found.map((row) => [row.country, row])).values()];
}

/** @throws invalid `claim.place-missing` with the lines that do not say where the work was done. */
export function demandPlaces(lines: readonly ClaimLine[], terms: Terms, moment: Now): void {
  const countries = rowsAsked(terms, moment).map(({ country }) => country);
  const missing = withoutPlace(lines);
  if (countries.length > 0 && missing.length > 0)
    throw new DomainError("invalid", "claim.place-missing", { lines: missing, countries });
}

interface Withheld {
  readonly lines: readonly ClaimLine[];
  readonly accepted: readonly AcceptedLine[];
  /** Accepted cost, VAT that counts included. */
  readonly cost: Money;
  /** ISO country in which the provider resides: of its organisation's address. */
  readonly providerCountry: string | undefined;
  /** The authority's written leave to withhold less. */
  readonly waiver: Waiver | undefined;
}

/**
 * What binds an assessed claim: nothing where the provider resides in the payer's country, or did no work there.
 * @throws conflict `claim.place-unknown` for a claim filed before it was asked; invalid `claim.waiver-percent`.
 */
export function withholdingOf(
  { lines, accepted, cost, providerCountry, waiver }: Withheld,
  terms: Terms,
  moment: Now,
): Withholding[] {
  const binding = rowsAsked(terms, moment).filter(({ country }) => country !== providerCountry);
  if (providerCountry === undefined || binding.length === 0) return [];
  const missing = withoutPlace(lines);
  if (missing.length > 0) throw new DomainError("conflict", "claim.place-unknown", { lines: missing });
  return binding.flatMap(({ country, percent, source, slip }) => {
    const there = accepted.filter(({ line }) => lines[line - 1]?.workIn === country);
    const worked = sum([zero(cost.currency), ...there.map(({ converted }) => converted)]);
    if (worked.amount === 0) return [];
    if (waiver !== undefined && waiver.percent >= percent)
      throw new DomainError("invalid", "claim.waiver-percent", { percent });
    return [
      {
        country,
        percent: waiver?.percent ?? percent,
        source: `${source.act}, ${source.article}`,
        slip,
        worked,
        cost,
        ...(waiver === undefined ? {} : { waiver }),
      },
    ];
  });
}

export interface Tax {
  readonly row: Withholding;
  /** What of the payment is for services rendered in the country. */
  readonly taxed: Money;
  readonly tax: Money;
}

/**
 * A park pays its part of every accepted cost alike, so the part for services rendered in its country is amount × accepted net
 * of those lines ÷ accepted cost, rounded half up to the minor unit; the tax is the percent of that, rounded half up again.
 * Undefined where nothing binds the park.
 */
export function taxOf(
  amount: Money,
  parkId: string,
  withholding: readonly Withholding[] | undefined,
  network: NetworkFile,
): Tax | undefined {
  const { country } = parkOf(network, parkId);
  const row = withholding?.find((one) => one.country === country);
  if (row === undefined || row.cost.amount === 0) return undefined;
  const [whole, part, of] = [BigInt(amount.amount), BigInt(row.worked.amount), BigInt(row.cost.amount)];
  const taxed = money(Number((2n * whole * part + of) / (2n * of)), amount.currency);
  return { row, taxed, tax: multiplyRate(taxed, { percent: row.percent }) };
}

function withoutPlace(lines: readonly ClaimLine[]): number[] {
  return lines.flatMap(({ workIn }, index) => (workIn === undefined ? [index + 1] : []));
}
