/** The only place that says until when an offer is valid, and whether an award may stand on it (domain §5, draft). */
import type { Call } from "../call/call.ts";
import { decisionDay } from "../call/promised-decision.ts";
import { dayAfter } from "../kernel/day.ts";
import { DomainError } from "../kernel/error.ts";
import { addDays, endOfDay, type Instant, toZonedDateString } from "../kernel/instant.ts";
import type { Moment } from "../kernel/verb.ts";
import { parkOf } from "../network/network-file.ts";
import type { Offer } from "./offer.ts";

/** Days from the confirmation in a call that decides as it goes; more where it promises a later decision. */
const rollingDays = 120;
/** Days beyond the decision that a call with a deadline promises. */
const afterDecision = 30;
/** Days from closing to the decision where a call with a deadline promises nothing. */
const plainDecisionDays = 90;
/** A provider may bind itself for so many days at most. */
const mostDays = 730;
/** So many days before it runs out the provider is asked again. */
const askedBefore = 21;

type Dated = Pick<Call, "mode" | "closes" | "decisionDays" | "leadPark">;

/** The least last day of an offer that is confirmed now: `YYYY-MM-DD` where the lead park is. */
export function leastValidDay(call: Dated, { now, network }: Pick<Moment, "now" | "network">): string {
  const { zone } = parkOf(network, call.leadPark);
  const today = toZonedDateString(now, zone);
  if (call.mode === "rolling") return dayAfter(today, Math.max(rollingDays, (call.decisionDays ?? 0) + afterDecision));
  const decision = decisionDay(call, call.decisionDays ?? plainDecisionDays, now, zone);
  // A decision that is late is expected any day.
  return dayAfter([decision, today].sort()[1] ?? decision, afterDecision);
}

/**
 * The last instant of an offer that is confirmed now.
 * @param stated a day that the provider names; the least one where it names none.
 * @throws invalid `input.invalid` for a day before the least one, or more than two years from now.
 */
export function validFrom(call: Dated, stated: string | undefined, moment: Pick<Moment, "now" | "network">): Instant {
  const { zone } = parkOf(moment.network, call.leadPark);
  const least = leastValidDay(call, moment);
  const most = [least, dayAfter(toZonedDateString(moment.now, zone), mostDays)].sort()[1] ?? least;
  const message =
    stated !== undefined && stated < least
      ? `An offer of this call is valid until ${least} or later.`
      : stated !== undefined && stated > most
        ? `An offer is valid until ${most} at the latest.`
        : undefined;
  if (message !== undefined)
    throw new DomainError("invalid", "input.invalid", { problems: [{ path: "validUntil", message }] });
  return endOfDay(stated ?? least, zone);
}

/** Offers confirmed before validity was asked for count from their confirmation. Undefined before it is confirmed. */
export function validityOf(offer: Pick<Offer, "validUntil" | "confirmedAt">): Instant | undefined {
  if (offer.validUntil !== undefined) return offer.validUntil;
  return offer.confirmedAt === undefined ? undefined : addDays(offer.confirmedAt, rollingDays);
}

type Standing = Pick<Offer, "validUntil" | "confirmedAt" | "withdrawnAt">;

export function standingOf(offer: Standing, now: Instant): "stands" | "run-out" | "withdrawn" {
  if (offer.withdrawnAt !== undefined) return "withdrawn";
  const until = validityOf(offer);
  return until !== undefined && until < now ? "run-out" : "stands";
}

/** @throws conflict `offer.run-out`, `offer.withdrawn`: no award on an offer that its provider is not bound by. */
export function demandStanding(offer: Standing | undefined, now: Instant): void {
  const standing = offer === undefined ? "stands" : standingOf(offer, now);
  if (standing === "withdrawn") throw new DomainError("conflict", "offer.withdrawn");
  if (standing === "run-out")
    throw new DomainError("conflict", "offer.run-out", { validUntil: validityOf(offer ?? {}) });
}

/** When its provider is to be asked again. */
export function askAgainAt(offer: Pick<Offer, "validUntil" | "confirmedAt">): Instant | undefined {
  const until = validityOf(offer);
  return until === undefined ? undefined : addDays(until, -askedBefore);
}
