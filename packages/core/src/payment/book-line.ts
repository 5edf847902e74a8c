/** The only way to `booked`: a line of the bank's statement that matches a sent order exactly, also one that was said to be rejected. */
import type { EffectDraft } from "../effect/effect.ts";
import { dayAfter } from "../kernel/day.ts";
import { DomainError } from "../kernel/error.ts";
import { startOfDay, toZonedDateString } from "../kernel/instant.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { countedOn, lockStands } from "../ledger/period-lock.ts";
import type { PostingDraft } from "../ledger/posting.ts";
import { parkOf } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import { adviceLetters } from "../voucher/letters.ts";
import { paidAgain } from "./again-task.ts";
import type { Order } from "./batch.ts";
import { returnableUntil } from "./confirm-line.ts";
import {
  countBooked,
  type Matched,
  matchLine,
  type OrderFacts,
  readOrderFacts,
  statementLineInput,
  stillIs,
} from "./order-facts.ts";
import { payBooked } from "./pay-task.ts";
import { type Closing, settlePaid } from "./redeem.ts";
import { asSent, bookedChanges, demandNotSentAgain } from "./rejected.ts";
import { slipOwed } from "./slip-task.ts";

export interface BookLineResult {
  caseId: Order["caseId"];
  parkId: string;
  /** Every order of the voucher is booked for good, and nothing is left of it. */
  redeemed: boolean;
}

export const bookLine = verb({
  name: "payment.book-line",
  input: statementLineInput,
  read: (reader: Reader, { endToEndId }) => readOrderFacts(reader, endToEndId),
  decide(facts: OrderFacts, actor, input, moment): Decision<BookLineResult> {
    const stored = facts.order;
    const known = stored && asSent(stored, input.endToEndId);
    const matched = matchLine({ ...facts, order: known }, actor, input, moment);
    const { order, one } = matched;
    const until = openUntil(matched, input.bookedOn, moment);
    const about = { caseId: one.caseId, parkId: order.parkId };
    if (order.status === "booked" && order.bookedOn === input.bookedOn && order.bankReference === input.reference) {
      return { changes: [], result: { ...about, redeemed: one.status === "redeemed" || one.status === "closed" } };
    }
    demandSent(matched, input.bookedOn, moment);
    demandNotSentAgain(stored ?? order, input.endToEndId);
    const { caseId, parkId, claim, purpose, endToEndId } = order;
    const booked = bookedChanges(stored ?? order, endToEndId, {
      status: "booked",
      bookedOn: input.bookedOn,
      bankReference: input.reference,
      ...(until === undefined ? {} : { returnableUntil: until }),
    });
    const closing = until === undefined ? settlePaid(matched, actor, moment) : notFinal;
    const again = paidAgain(matched, actor, moment);
    const asked = payBooked(matched, actor, moment);
    // What the authority got is on nobody's statement.
    const told = purpose === "tax" ? [] : matched.payees;
    const advice = adviceLetters(one, matched.voucher, order, input.bookedOn, told, moment);
    return {
      changes: [
        ...booked,
        lockStands(matched.lock, parkId),
        ...countBooked(order, 1),
        ...matched.others.map(stillIs),
        ...closing.changes,
        ...advice.changes,
        ...slipOwed(matched, input.bookedOn, moment),
        ...again.changes,
        ...asked.changes,
      ],
      postings: [postingOf(matched, input.bookedOn)],
      events: [
        {
          stream: caseId,
          caseId,
          type: "payment.booked",
          facts: {
            parkId,
            claim,
            endToEndId,
            amount: order.amount.amount,
            currency: order.amount.currency,
            bookedOn: input.bookedOn,
          },
        },
        ...closing.events,
      ],
      effects: [
        ...closing.effects,
        ...advice.effects,
        ...again.effects,
        ...asked.effects,
        ...(until === undefined ? [] : [confirmAfter(matched, until, moment)]),
      ],
      result: { ...about, redeemed: closing.redeemed },
    };
  },
});

const notFinal: Closing = { changes: [], events: [], effects: [], redeemed: false };

/** Last day on which the scheme may still return it; undefined if there is none, or it has passed. */
function openUntil({ order, batch }: Matched, bookedOn: string, { now, network }: Moment): string | undefined {
  const until = returnableUntil(batch?.channel, bookedOn, order.parkId, network);
  const today = toZonedDateString(now, parkOf(network, order.parkId).zone);
  return until === undefined || today > until ? undefined : until;
}

function confirmAfter({ order }: Matched, until: string, { network }: Moment): EffectDraft {
  const { zone } = parkOf(network, order.parkId);
  return {
    body: { kind: "confirm-booking", endToEndId: order.endToEndId },
    dueAt: startOfDay(dayAfter(until, 1), zone),
  };
}

function demandSent({ order, batch }: Matched, bookedOn: string, { network }: Moment): void {
  const { endToEndId, status } = order;
  if (status === "booked")
    throw new DomainError("conflict", "payment.already-booked", { endToEndId, bookedOn: order.bookedOn });
  if (status !== "sent") throw new DomainError("conflict", "payment.not-sent", { endToEndId, status });
  const released =
    batch?.releasedAt === undefined
      ? undefined
      : toZonedDateString(batch.releasedAt, parkOf(network, order.parkId).zone);
  if (released !== undefined && bookedOn < released)
    throw new DomainError("invalid", "payment.before-release", { endToEndId, bookedOn, released });
}

function postingOf({ order, one, share, lock }: Matched, bookedOn: string): PostingDraft {
  if (share === undefined) throw new DomainError("conflict", "voucher.no-shares", { parkId: order.parkId });
  return {
    ledger: share.ledger,
    to: "disbursed",
    from: "payable",
    amount: order.amount.amount,
    caseId: one.caseId,
    day: countedOn(bookedOn, lock),
    memo: order.purpose === "tax" ? `tax ${bookedOn}` : `bank ${bookedOn}`,
  };
}
