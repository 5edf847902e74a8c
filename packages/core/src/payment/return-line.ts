/** The bank sends money back: the order waits to be sent again, and a redeemed voucher is in paying again (domain §17.4). */
import type { CaseStatus } from "../application/case.ts";
import { moveCase } from "../application/move.ts";
import { reopen as openAgain } from "../closing/look.ts";
import type { EffectDraft } from "../effect/effect.ts";
import type { EventDraft } from "../event/event.ts";
import { DomainError } from "../kernel/error.ts";
import { money } from "../kernel/money.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { countedOn, lockStands } from "../ledger/period-lock.ts";
import type { PostingDraft } from "../ledger/posting.ts";
import { parkOf } from "../network/network-file.ts";
import type { Change, Reader } from "../port/store.ts";
import { owedOf } from "../recovery/recovery.ts";
import { nextUse, startWorkflow } from "../task/start-workflow.ts";
import { askAgain } from "./again-task.ts";
import type { Order } from "./batch.ts";
import { endToEndIdOf, queueChanges } from "./new-order.ts";
import {
  countBooked,
  type Matched,
  matchLine,
  type OrderFacts,
  readOrderFacts,
  statementLineInput,
  stillIs,
} from "./order-facts.ts";
import { payReturned } from "./pay-task.ts";
import { slipGone } from "./slip-task.ts";

export interface ReturnLineResult {
  caseId: Order["caseId"];
  parkId: string;
  /** Reference of the next sending. */
  endToEndId: string;
}

/**
 * `bookedOn` is the day on which the bank booked the return. Aid is unchanged: the legal right stands.
 * @throws as `matchLine`; conflict `payment.not-sent`, `payment.asked-back`, `payment.came-back`; invalid `payment.returned-before-booked`
 */
export const returnLine = verb({
  name: "payment.return-line",
  input: statementLineInput,
  read: (reader: Reader, { endToEndId }) => readOrderFacts(reader, endToEndId),
  decide(facts: OrderFacts, actor, input, moment): Decision<ReturnLineResult> {
    const matched = matchLine(facts, actor, input, moment);
    const { order, one } = matched;
    if (order.status !== "sent" && order.status !== "booked") {
      throw new DomainError("conflict", "payment.not-sent", { endToEndId: order.endToEndId, status: order.status });
    }
    if (order.bookedOn !== undefined && input.bookedOn < order.bookedOn) {
      throw new DomainError("invalid", "payment.returned-before-booked", {
        endToEndId: order.endToEndId,
        bookedOn: order.bookedOn,
      });
    }
    const wasBooked = order.status === "booked";
    if (wasBooked) demandStillPaid(matched);
    const sending = order.sending + 1;
    const next: Order = {
      ...order,
      endToEndId: endToEndIdOf(
        one.reference,
        order.claim,
        parkOf(moment.network, order.parkId).initials,
        sending,
        order.purpose,
      ),
      sending,
      status: "returned",
      batchId: undefined,
      bookedOn: undefined,
      bankReference: undefined,
      returnableUntil: undefined,
      returnedOn: input.bookedOn,
    };
    const slip = slipGone(matched, actor, moment);
    const reopened = over.includes(one.status) ? reopen(matched, moment) : beside(matched, next, moment);
    return {
      changes: [
        { op: "replace", name: "order", value: next },
        ...queueChanges(next, moment),
        lockStands(matched.lock, order.parkId),
        ...(wasBooked ? countBooked(order, -1) : []),
        ...matched.others.map(stillIs),
        ...reopened.changes,
        ...slip.changes,
      ],
      postings: wasBooked ? [postingOf(matched, input.bookedOn)] : [],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: "payment.returned",
          facts: {
            parkId: order.parkId,
            claim: order.claim,
            endToEndId: order.endToEndId,
            amount: order.amount.amount,
            currency: order.amount.currency,
            returnedOn: input.bookedOn,
          },
        },
        ...reopened.events,
      ],
      effects: [...reopened.effects, ...slip.effects],
      result: { caseId: one.caseId, parkId: order.parkId, endToEndId: next.endToEndId },
    };
  },
});

/**
 * Money that the park has asked back comes in as that, or the recovery is cancelled first: nobody is paid again what is
 * asked of them. What came back before, or was given up, is not there to be returned. Withheld tax was the authority's.
 */
function demandStillPaid({ order, share, recoveries = [] }: Matched): void {
  const { endToEndId, payeeId, parkId, amount, purpose } = order;
  const asked = recoveries.find((one) => one.debtorId === payeeId && one.parkId === parkId && owedOf(one) > 0);
  if (asked !== undefined && purpose !== "tax") {
    const owed = money(owedOf(asked), asked.amount.currency);
    const covers = owed.amount >= amount.amount;
    throw new DomainError("conflict", "payment.asked-back", { endToEndId, recovery: asked.recovery, owed, covers });
  }
  if (share !== undefined && share.disbursed < amount.amount) {
    const paid = money(share.disbursed, amount.currency);
    throw new DomainError("conflict", "payment.came-back", { endToEndId, paid });
  }
}

interface Reopened {
  changes: Change[];
  events: EventDraft[];
  effects: EffectDraft[];
}

/** Statuses whose workflow has ended with the booking. */
const over: readonly CaseStatus[] = ["redeemed", "closed"];

/** The voucher is still paid or used: the claim waits for its money beside whatever goes on. */
function beside(matched: Matched, next: Order, moment: Moment): Reopened {
  const { one, claim } = matched;
  const changes: Change[] =
    claim.status === "paid" ? [{ op: "replace", name: "claim", value: { ...claim, status: "accepted" } }] : [];
  const asked = one.status === "paying" ? payReturned(matched, moment) : askAgain(matched, next, moment);
  const open = openAgain(one, moment.now);
  return { changes: [...changes, ...asked, ...open.changes], events: [], effects: open.effects };
}

/** The use workflow had ended with the booking; a new attempt of it waits at the payment again. */
function reopen({ one, claim }: Matched, moment: Moment): Reopened {
  const move = moveCase(one, "paying", nextUse(one), moment, {
    type: "voucher.payment-returned",
    facts: { claim: claim.claim },
  });
  return {
    changes: [...move.changes, { op: "replace", name: "claim", value: { ...claim, status: "accepted" } }],
    events: move.events,
    effects: [startWorkflow(move.moved)],
  };
}

function postingOf({ order, one, share, lock }: Matched, returnedOn: string): PostingDraft {
  if (share === undefined) throw new DomainError("conflict", "voucher.no-shares", { parkId: order.parkId });
  return {
    ledger: share.ledger,
    to: "payable",
    from: "disbursed",
    amount: order.amount.amount,
    caseId: one.caseId,
    day: countedOn(returnedOn, lock),
    memo: order.purpose === "tax" ? `tax returned ${returnedOn}` : `returned ${returnedOn}`,
  };
}
