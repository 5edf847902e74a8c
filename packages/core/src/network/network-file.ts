/** The network file: everything that differs from park to park, as data. Adding a park, country or currency changes no code. */
import * as z from "zod";
import { type Calendar, calendarSchema } from "../kernel/calendar.ts";
import { DomainError } from "../kernel/error.ts";
import { currencySchema, type Money } from "../kernel/money.ts";
import { rateSchema } from "../kernel/rate.ts";
import { type RegisterScheme, registerSchemeSchema } from "../kernel/register-id.ts";
import { languageSchema } from "../person/person.ts";
import { aidRowSchema } from "./aid-row.ts";
import { type ApprovalPolicy, approvalPolicySchema, type Fund, fundSchema, type Instrument } from "./fund.ts";
import { type Park, parkSchema } from "./park.ts";
import { withholdingRowSchema } from "./withholding.ts";

export const networkFileSchema = z.strictObject({
  schema: z.literal(1),
  name: z.string().min(1).max(80),
  languages: z.array(languageSchema).min(1),
  /** Currency through which a pair without a rate of its own is converted. */
  pivotCurrency: currencySchema,
  /** Named sets of countries: who is reached by a channel, where a regulation holds. */
  areas: z.record(z.string().regex(/^[a-z][a-z-]*$/), z.array(z.string().regex(/^[A-Z]{2}$/)).min(1)),
  parks: z.array(parkSchema).min(1).max(60),
  funds: z.array(fundSchema),
  approvals: z.array(approvalPolicySchema),
  aid: z.array(aidRowSchema),
  /** Tax withheld from non-resident providers; none in files from before there were such rows. */
  withholding: z.array(withholdingRowSchema).default([]),
  calendars: z.array(calendarSchema),
  rates: z.array(rateSchema),
  registerSchemes: z.array(registerSchemeSchema),
});
export type NetworkFile = z.infer<typeof networkFileSchema>;

/** @throws not_found `park.unknown`. */
export function parkOf(network: NetworkFile, parkId: string): Park {
  const park = network.parks.find((one) => one.id === parkId);
  if (park === undefined) throw new DomainError("not_found", "park.unknown", { parkId });
  return park;
}

/** @throws not_found `calendar.unknown`. */
export function calendarOf(network: NetworkFile, calendarId: string): Calendar {
  const calendar = network.calendars.find((one) => one.id === calendarId);
  if (calendar === undefined) throw new DomainError("not_found", "calendar.unknown", { calendarId });
  return calendar;
}

/** @throws not_found `fund.unknown`. */
export function fundOf(network: NetworkFile, fundId: string): Fund {
  const fund = network.funds.find((one) => one.id === fundId);
  if (fund === undefined) throw new DomainError("not_found", "fund.unknown", { fundId });
  return fund;
}

/** The fund's name; its id where a later network file has dropped it: old money is still shown. */
export function fundName(network: Pick<NetworkFile, "funds">, fundId: string): string {
  return network.funds.find((one) => one.id === fundId)?.name ?? fundId;
}

/** @throws not_found `register-scheme.unknown`. */
export function registerSchemeOf(network: NetworkFile, schemeId: string): RegisterScheme {
  const scheme = network.registerSchemes.find((one) => one.id === schemeId);
  if (scheme === undefined) throw new DomainError("not_found", "register-scheme.unknown", { schemeId });
  return scheme;
}

/**
 * The policy row that an amount falls under, in the park's own currency.
 * @throws invalid `approval.wrong-currency`; not_found `approval.no-policy` (a park without budget has none).
 */
export function approvalPolicyFor(
  network: NetworkFile,
  parkId: string,
  instrument: Instrument,
  amount: Money,
): ApprovalPolicy {
  const { currency } = parkOf(network, parkId);
  if (amount.currency !== currency)
    throw new DomainError("invalid", "approval.wrong-currency", { parkId, currency: amount.currency });
  const row = network.approvals.find(
    (one) =>
      one.parkId === parkId &&
      one.instrument === instrument &&
      one.from <= amount.amount &&
      amount.amount <= (one.to ?? Number.POSITIVE_INFINITY),
  );
  if (row === undefined) throw new DomainError("not_found", "approval.no-policy", { parkId, instrument, ...amount });
  return row;
}

/** Whether a country belongs to a named area. @throws not_found `area.unknown`. */
export function isInArea(network: Pick<NetworkFile, "areas">, area: string, country: string): boolean {
  const countries = network.areas[area];
  if (countries === undefined) throw new DomainError("not_found", "area.unknown", { area });
  return countries.includes(country);
}
