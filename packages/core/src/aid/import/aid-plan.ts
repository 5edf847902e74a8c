/** What a row of earlier awards means here: whose aid it is and how much of which ceiling, or every cell that cannot be right. */
import { type AidBasis, aidBasisSchema } from "../../call/call.ts";
import { minorUnits } from "../../import/minor-units.ts";
import { exponentOf, isKnownCurrency } from "../../kernel/currency.ts";
import { daySchema } from "../../kernel/day.ts";
import { isDomainError } from "../../kernel/error.ts";
import { toZonedDateString } from "../../kernel/instant.ts";
import { type Money, money } from "../../kernel/money.ts";
import { type Converted, convert } from "../../kernel/rate.ts";
import type { Moment } from "../../kernel/verb.ts";
import type { AidRow } from "../../network/aid-row.ts";
import { aidRowFor } from "../../network/aid-row-for.ts";
import { type NetworkFile, parkOf } from "../../network/network-file.ts";
import { rateFor } from "../../network/rate-for.ts";
import type { Organisation } from "../../organisation/organisation.ts";
import { folded } from "../earlier.ts";
import type { AidGrant, AidGroup } from "../group.ts";
import { type AidFacts, broughtBefore } from "./aid-facts.ts";
import type { AidCells, AidFault } from "./aid-file.ts";

export interface AidPlan {
  readonly organisation: Organisation;
  readonly aidGroup: AidGroup;
  readonly basis: AidBasis;
  readonly jurisdiction: string;
  /** What of it is aid, as it was granted. */
  readonly original: Money;
  /** In the ceiling's currency, with its rate. */
  readonly counted: Converted;
  readonly grantedOn: string;
  /** The row that counts it; it was not in force on that day where `inForce` is false. */
  readonly row: AidRow;
  readonly inForce: boolean;
  /** The same award as it was brought before; `freed` where it was taken back. */
  readonly before: AidGrant | undefined;
}

/** An award of a thousand million is a slip of the pen. Minor units. */
const unitsMost = 100_000_000_000;

/** @param parkId who brings it: awards under its own country's ceilings only, whose aid it may know */
export function planAid(
  facts: AidFacts,
  row: AidCells,
  parkId: string,
  { now, network }: Moment,
): { plan: AidPlan } | { faults: AidFault[] } {
  const { organisation, aidGroup } = facts;
  const faults: AidFault[] = [];
  const fault = (name: AidFault["name"], code: AidFault["code"]) => void faults.push({ name, code });
  const park = parkOf(network, parkId);
  const jurisdiction = row.country.toUpperCase();
  if (organisation === undefined || aidGroup === undefined) fault("organisation_number", "organisation-unknown");
  if (jurisdiction !== park.country) fault("country", "other-country");
  const grantedOn = row.granted_on;
  const isDay = daySchema.safeParse(grantedOn).success;
  if (!isDay) fault("granted_on", "day");
  else if (grantedOn > toZonedDateString(now, park.zone)) fault("granted_on", "in-future");
  const ceiling = ceilingOf(network, row.basis.toLowerCase(), park.country, grantedOn);
  if (ceiling === undefined) fault("basis", "basis-unknown");
  const original = originalOf(row, fault);
  if (original === undefined || ceiling === undefined || faults.length > 0) return { faults };
  const counted = inCeiling(network, original, ceiling.currency, grantedOn);
  if (counted === undefined) return { faults: [{ name: "currency", code: "no-rate" }] };
  if (organisation === undefined || aidGroup === undefined) return { faults };
  const { basis, row: rule, inForce } = ceiling;
  const before = broughtBefore(facts, row, parkId);
  const plan = {
    organisation,
    aidGroup,
    basis,
    jurisdiction,
    original,
    counted,
    grantedOn,
    row: rule,
    inForce,
    before,
  };
  if (before?.status === "granted" && !isSameContent(before, plan))
    return { faults: [{ name: "reference", code: "other-content" }] };
  if (before === undefined && isGrantedHere(facts, plan, row, network))
    return { faults: [{ name: "reference", code: "granted-here" }] };
  return { plan };
}

/** Only ceilings over years count earlier awards; the row of the day where there is one. */
function ceilingOf(
  network: NetworkFile,
  text: string,
  country: string,
  day: string,
): { basis: AidBasis; currency: string; row: AidRow; inForce: boolean } | undefined {
  const basis = aidBasisSchema.safeParse(text);
  if (!basis.success) return undefined;
  const found = aidRowFor(network, basis.data, country, day);
  if (found.state === "not-assessed" || found.row.limit.kind !== "ceiling" || found.row.window.kind === "project")
    return undefined;
  const { row, state } = found;
  return { basis: basis.data, currency: found.row.limit.currency, row, inForce: state === "in-force" };
}

function originalOf(row: AidCells, fault: (name: AidFault["name"], code: AidFault["code"]) => void): Money | undefined {
  const currency = row.currency.toUpperCase();
  if (!isKnownCurrency(currency)) {
    fault("currency", "no-rate");
    return undefined;
  }
  const read = (name: "amount" | "equivalent") => {
    const units = minorUnits(row[name], exponentOf(currency));
    if (units !== undefined && units > 0 && units <= unitsMost) return units;
    fault(name, "amount");
    return undefined;
  };
  const amount = read("amount");
  const equivalent = row.equivalent === "" ? amount : read("equivalent");
  if (amount === undefined || equivalent === undefined) return undefined;
  if (equivalent > amount) fault("equivalent", "equivalent-above-amount");
  return money(equivalent, currency);
}

/** Once, at the last official rate before the grant. */
function inCeiling(network: NetworkFile, original: Money, currency: string, day: string): Converted | undefined {
  try {
    return convert(original, rateFor(network, original.currency, currency, day));
  } catch (error) {
    if (!isDomainError(error, "rate.none")) throw error;
    return undefined;
  }
}

type Counted = Pick<AidPlan, "basis" | "jurisdiction" | "original" | "counted" | "grantedOn">;

function isSameContent({ basis, jurisdiction, date, earlier }: AidGrant, plan: Counted): boolean {
  return (
    basis === plan.basis &&
    jurisdiction === plan.jurisdiction &&
    date === plan.grantedOn &&
    earlier?.original.amount === plan.original.amount &&
    earlier.original.currency === plan.original.currency
  );
}

/** By its reference here; or by a park, day and amount: a voucher that moved in stands in two grants, paid before and left. */
function isGrantedHere({ grants, ownCase }: AidFacts, plan: Counted, row: AidCells, network: NetworkFile): boolean {
  const here = grants.filter(({ earlier, status }) => earlier === undefined && status === "granted");
  if (ownCase !== undefined && here.some(({ caseId }) => caseId === ownCase)) return true;
  const grantor = folded(row.grantor);
  const parks = network.parks.filter(({ id, name }) => folded(id) === grantor || folded(name) === grantor);
  const amounts = here
    .filter(({ parkId }) => parks.some(({ id }) => id === parkId))
    .filter((grant) => sameDay(grant, plan))
    .map(({ amount }) => amount);
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  return [...amounts, whole].some((amount) => amount === plan.counted.money.amount);
}

/** Under the same ceiling on the same day. */
export function sameDay(
  { basis, jurisdiction, date }: Pick<AidGrant, "basis" | "jurisdiction" | "date">,
  plan: Pick<AidPlan, "basis" | "jurisdiction" | "grantedOn">,
): boolean {
  return basis === plan.basis && jurisdiction === plan.jurisdiction && date === plan.grantedOn;
}
