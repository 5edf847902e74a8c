/** A booking that the payer's scheme could still send back counts for good once its days have passed (Bacs: five banking days). */
import * as z from "zod";
import { requireSystem } from "../kernel/actor.ts";
import { addWorkingDays, asFarAsKnown } from "../kernel/calendar.ts";
import { dayAfter } from "../kernel/day.ts";
import { toZonedDateString } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { calendarOf, type NetworkFile, parkOf } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import { type OrderFacts, readOrderFacts, stillIs } from "./order-facts.ts";
import { settlePaid } from "./redeem.ts";

/** Bank days after the booking during which each scheme returns payments without asking. */
const returnDays: Readonly<Record<string, number>> = { "bacs-csv": 5 };

/** Calendar days in their place where the holidays are not known: waiting longer does no harm, not booking does. */
const unknownDays = 14;

/** Last day on which a booking may still be returned; undefined where booked is booked. */
export function returnableUntil(
  channel: string | undefined,
  bookedOn: string,
  parkId: string,
  network: NetworkFile,
): string | undefined {
  const days = returnDays[channel ?? ""];
  if (days === undefined) return undefined;
  const calendar = calendarOf(network, parkOf(network, parkId).calendar);
  return asFarAsKnown(() => addWorkingDays(bookedOn, days, calendar)) ?? dayAfter(bookedOn, unknownDays);
}

export const confirmLine = verb({
  name: "payment.confirm-line",
  input: z.object({ endToEndId: z.string().min(1).max(35) }),
  read: (reader: Reader, { endToEndId }) => readOrderFacts(reader, endToEndId),
  decide(facts: OrderFacts, actor, { endToEndId }, moment): Decision<{ outcome: "confirmed" | "nothing" }> {
    requireSystem(actor);
    const { order, one, voucher, claim } = facts;
    const nothing = { changes: [], result: { outcome: "nothing" as const } };
    if (order === undefined || one === undefined || voucher === undefined || claim === undefined) return nothing;
    // Returned meanwhile, it has another reference.
    if (order.endToEndId !== endToEndId || order.status !== "booked" || order.returnableUntil === undefined)
      return nothing;
    const today = toZonedDateString(moment.now, parkOf(moment.network, order.parkId).zone);
    if (today <= order.returnableUntil) return nothing;
    const { tasks, others } = facts;
    const closing = settlePaid({ one, claim, voucher, tasks, others }, actor, moment);
    return {
      changes: [
        {
          op: "patch",
          name: "order",
          key: { caseId: order.caseId, parkId: order.parkId, claim: order.claim, purpose: order.purpose },
          set: { returnableUntil: undefined },
          when: { status: "booked", endToEndId },
        },
        ...facts.others.map(stillIs),
        ...closing.changes,
      ],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: "payment.confirmed",
          facts: { parkId: order.parkId, claim: order.claim, endToEndId },
        },
        ...closing.events,
      ],
      effects: closing.effects,
      result: { outcome: "confirmed" },
    };
  },
});
