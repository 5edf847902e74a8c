/** Aid headroom: what one undertaking has had under a payer's ceiling, what is asked now, and whether it fits (domain §7). */
import type { AidBasis } from "../call/call.ts";
import type { PayerShare } from "../call/shares.ts";
import { isDomainError } from "../kernel/error.ts";
import type { CaseId } from "../kernel/id.ts";
import { type Money, money, multiplyRate } from "../kernel/money.ts";
import { convert, type Rate } from "../kernel/rate.ts";
import type { AidRow } from "../network/aid-row.ts";
import { aidRowFor } from "../network/aid-row-for.ts";
import type { NetworkFile } from "../network/network-file.ts";
import { rateFor } from "../network/rate-for.ts";
import { sameAwards } from "./earlier.ts";
import type { AidGrant, EarlierAward } from "./group.ts";
import { isWithin, type Period, periodOf } from "./window.ts";

/** Aid from elsewhere, as the applicant declared it. */
export interface DeclaredAid {
  readonly grantor: string;
  readonly amount: Money;
  /** Day it was granted. */
  readonly granted: string;
  /** ISO country of the grantor. */
  readonly jurisdiction: string;
}

export interface HeadroomInput {
  readonly network: Pick<NetworkFile, "aid" | "areas" | "rates" | "pivotCurrency">;
  /** Day of the grant, in the payer's zone. */
  readonly day: string;
  /** What each paying park would pay. */
  readonly shares: readonly Pick<PayerShare, "parkId" | "jurisdiction" | "aidBasis" | "amount">[];
  /** Every grant and reservation of the aid group. */
  readonly grants: readonly AidGrant[];
  readonly declared: readonly DeclaredAid[];
  /** The eligible cost of the present activity: a stacking limit is a part of it. */
  readonly cost: Money;
  /** The case that asks: what is already reserved for it is not counted twice. */
  readonly caseId?: CaseId;
}

/** One line of the arithmetic: what counts, and how it came to the ceiling's currency. */
export interface HeadroomLine {
  readonly kind: "granted" | "reserved" | "declared" | "earlier";
  readonly day: string;
  /** In the ceiling's currency, minor units. */
  readonly amount: number;
  readonly parkId?: string;
  readonly grantor?: string;
  /** Of an earlier award: its reference at its grantor, and the line that brought it to the park. */
  readonly reference?: string;
  readonly from?: EarlierAward["from"];
  /** The applicant declared the same award, which counts once. */
  readonly declaredToo?: boolean;
  /** Where it was granted or declared in another currency. */
  readonly original?: Money;
  readonly rate?: string;
  readonly rateDate?: string;
}

/** `needs-category`: the basis limits by the category of the work, which a voucher call does not state. */
export type HeadroomState = "no-aid" | "not-assessed" | "not-in-force" | "needs-category" | "assessed";

/** One ceiling: the payers of one country under one basis share it. */
export interface Headroom {
  readonly basis: AidBasis;
  readonly jurisdiction: string;
  readonly state: HeadroomState;
  /** What each park asks, in the ceiling's currency. */
  readonly asks: readonly { readonly parkId: string; readonly amount: number }[];
  /** The row that governs, or the one that is not in force. */
  readonly row?: AidRow;
  readonly period?: Period;
  readonly currency?: string;
  readonly ceiling?: number;
  readonly counted?: number;
  /** Ceiling less what counts, never below zero. */
  readonly room?: number;
  readonly asked?: number;
  readonly lines: readonly HeadroomLine[];
  /** False also where no grant is possible: row not in force, category not known. */
  readonly fits: boolean;
}

/** Each ceiling that the shares fall under, in the order of the payers. */
export function headroomsOf(input: HeadroomInput): Headroom[] {
  const groups = new Map<string, HeadroomInput["shares"][number][]>();
  for (const share of input.shares) {
    const key = `${share.aidBasis} ${share.jurisdiction}`;
    groups.set(key, [...(groups.get(key) ?? []), share]);
  }
  return [...groups.values()].flatMap((shares) => {
    const [first] = shares;
    return first === undefined ? [] : [headroomOf(input, first.aidBasis, first.jurisdiction, shares)];
  });
}

function headroomOf(
  input: HeadroomInput,
  basis: AidBasis,
  jurisdiction: string,
  shares: HeadroomInput["shares"],
): Headroom {
  const unassessed = { basis, jurisdiction, asks: [], lines: [] };
  if (basis === "no-aid") return { ...unassessed, state: "no-aid", fits: true };
  if (basis === "not-assessed") return { ...unassessed, state: "not-assessed", fits: true };
  const found = aidRowFor(input.network, basis, jurisdiction, input.day);
  if (found.state === "not-assessed") return { ...unassessed, state: "not-assessed", fits: true };
  const { row } = found;
  if (found.state === "not-in-force") return { ...unassessed, state: "not-in-force", row, fits: false };
  if (row.limit.kind === "intensity") return { ...unassessed, state: "needs-category", row, fits: false };
  const ceiling =
    row.limit.kind === "ceiling"
      ? money(row.limit.amount, row.limit.currency)
      : stackingCeiling(input, row.limit.percent, shares);
  const period = periodOf(row.window, input.day);
  const asks = shares.map(({ parkId, amount }) => ({
    parkId,
    amount: inCurrency(input, amount, ceiling.currency, input.day).money.amount,
  }));
  const lines = row.window.kind === "project" ? [] : linesOf(input, basis, jurisdiction, ceiling.currency, period);
  const counted = total(lines);
  const asked = total(asks);
  const room = Math.max(0, ceiling.amount - counted);
  const { currency } = ceiling;
  return {
    basis,
    jurisdiction,
    state: "assessed",
    asks,
    row,
    period,
    currency,
    ceiling: ceiling.amount,
    counted,
    room,
    asked,
    lines,
    fits: asked <= room,
  };
}

/** The limit is a part of the cost of this activity, in the first payer's currency. */
function stackingCeiling(input: HeadroomInput, percent: number, shares: HeadroomInput["shares"]): Money {
  const currency = shares[0]?.amount.currency ?? input.cost.currency;
  return multiplyRate(inCurrency(input, input.cost, currency, input.day).money, { percent });
}

function linesOf(
  input: HeadroomInput,
  basis: AidBasis,
  jurisdiction: string,
  currency: string,
  period: Period,
): HeadroomLine[] {
  const counting = input.grants
    .filter((grant) => grant.basis === basis && grant.jurisdiction === jurisdiction && grant.caseId !== input.caseId)
    // A reservation counts whatever its day: it will be granted inside the window.
    .filter((grant) => grant.status === "reserved" || (grant.status === "granted" && isWithin(period, grant.date)));
  const { twice, alone } = sameAwards(counting, input.declared);
  const known = counting.map((grant): HeadroomLine => {
    const amount = inCurrency(input, money(grant.amount, grant.currency), currency, grant.date).money.amount;
    return {
      kind: grant.earlier !== undefined ? "earlier" : grant.status === "reserved" ? "reserved" : "granted",
      day: grant.date,
      amount,
      parkId: grant.parkId,
      ...(grant.earlier === undefined ? {} : earlierOf(grant.earlier)),
      ...(twice.has(grant) ? { declaredToo: true } : {}),
    };
  });
  const declared = alone
    .filter((aid) => aid.jurisdiction === jurisdiction && isWithin(period, aid.granted))
    .map((aid): HeadroomLine => {
      const { money: amount, rate } = inCurrency(input, aid.amount, currency, aid.granted);
      const converted =
        aid.amount.currency === currency ? {} : { original: aid.amount, rate: rate.rate, rateDate: rate.date };
      return { kind: "declared", day: aid.granted, amount: amount.amount, grantor: aid.grantor, ...converted };
    });
  return [...known, ...declared].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function earlierOf({ grantor, reference, from, original, rate }: EarlierAward): Partial<HeadroomLine> {
  const converted = rate === undefined ? {} : { original, rate: rate.rate, rateDate: rate.date };
  return { grantor, reference, from, ...converted };
}

/** At the last rate published before the day; where rates do not go back so far, at the last one before the grant asked for. */
function inCurrency(input: HeadroomInput, amount: Money, currency: string, day: string): { money: Money; rate: Rate } {
  try {
    return convert(amount, rateFor(input.network, amount.currency, currency, day));
  } catch (error) {
    if (day >= input.day || !isDomainError(error, "rate.none")) throw error;
    return convert(amount, rateFor(input.network, amount.currency, currency, input.day));
  }
}

function total(list: readonly { readonly amount: number }[]): number {
  return list.reduce((sum, { amount }) => sum + amount, 0);
}
