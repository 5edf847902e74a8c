/** What of the network's settings ends soon or is old, before a deadline or a payment finds out. Pure. */
import { dayAfter } from "../kernel/day.ts";
import type { NetworkFile } from "./network-file.ts";
import { withholdingRowFor } from "./withholding.ts";

/** A list of holidays that ends, a currency without a recent rate, a limit or a fund that ends without a successor. */
export type RunningOut =
  | { readonly kind: "calendar"; readonly id: string; readonly day: string }
  | { readonly kind: "rate"; readonly id: string; readonly day?: string }
  | { readonly kind: "limit"; readonly id: string; readonly day: string }
  | { readonly kind: "fund"; readonly id: string; readonly day: string };

/** Terms of cases reach that far ahead. */
const calendarDays = 180;
/** The slip of tax withheld is due up to fourteen months after the payment. */
const slipDays = 450;
/** Official rates are monthly: one of the month before last is old. */
const rateDays = 62;
const limitDays = 180;
const fundDays = 120;

/** Of what parks use; `today` as `YYYY-MM-DD`. */
export function runningOut(network: NetworkFile, today: string): RunningOut[] {
  const { parks } = network;
  const used = new Set(parks.map(({ calendar }) => calendar));
  const withholding = parks.filter(({ country }) => withholdingRowFor(network, country, today) !== undefined);
  const slips = new Set(withholding.map(({ calendar }) => calendar));
  const ahead = (id: string) => dayAfter(today, slips.has(id) ? slipDays : calendarDays);
  const calendars = network.calendars
    .filter(({ id, until }) => used.has(id) && until < ahead(id))
    .map(({ id, until }): RunningOut => ({ kind: "calendar", id, day: until }));
  const funds = network.funds
    .filter(({ eligibleUntil }) => today <= eligibleUntil && eligibleUntil < dayAfter(today, fundDays))
    .map(({ id, eligibleUntil }): RunningOut => ({ kind: "fund", id, day: eligibleUntil }));
  return [...calendars, ...oldRates(network, today), ...endingLimits(network, today), ...funds];
}

function oldRates({ parks, rates, pivotCurrency }: NetworkFile, today: string): RunningOut[] {
  const currencies = [...new Set(parks.filter(({ associate }) => !associate).map(({ currency }) => currency))];
  return currencies
    .filter((currency) => currency !== pivotCurrency)
    .flatMap((currency): RunningOut[] => {
      const days = rates
        .filter(({ base, quote }) => [base, quote].includes(currency) && [base, quote].includes(pivotCurrency))
        .map(({ date }) => date);
      const day = days.sort().at(-1);
      if (day === undefined) return [{ kind: "rate", id: currency }];
      return day < dayAfter(today, -rateDays) ? [{ kind: "rate", id: currency, day }] : [];
    });
}

function endingLimits({ aid }: NetworkFile, today: string): RunningOut[] {
  return aid.flatMap(({ basis, jurisdictions, validUntil }): RunningOut[] => {
    if (validUntil === undefined || validUntil < today || validUntil >= dayAfter(today, limitDays)) return [];
    const followed = aid.some(
      (one) =>
        one.basis === basis &&
        jurisdictions.every((where) => one.jurisdictions.includes(where)) &&
        one.validFrom > today &&
        one.validFrom <= dayAfter(validUntil, 1),
    );
    return followed ? [] : [{ kind: "limit", id: `${basis} ${jurisdictions.join(" ")}`, day: validUntil }];
  });
}
