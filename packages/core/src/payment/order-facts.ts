/** What a line of a bank statement is matched against: the order behind its reference, and everything that hangs on it. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import type { Claim } from "../claim/claim.ts";
import { type Actor, type PersonActor, requireRole } from "../kernel/actor.ts";
import { daySchema } from "../kernel/day.ts";
import { DomainError } from "../kernel/error.ts";
import { toZonedDateString } from "../kernel/instant.ts";
import { currencySchema } from "../kernel/money.ts";
import type { Moment } from "../kernel/verb.ts";
import type { PeriodLock } from "../ledger/period-lock.ts";
import type { Share } from "../ledger/posting.ts";
import { type Recipient, recipientsOf } from "../letter/recipient.ts";
import { parkOf } from "../network/network-file.ts";
import { isBarred } from "../person/tie.ts";
import type { Change, Reader } from "../port/store.ts";
import type { Recovery } from "../recovery/recovery.ts";
import type { Task } from "../task/task.ts";
import type { Voucher } from "../voucher/voucher.ts";
import type { Batch, Order } from "./batch.ts";
import { asSent } from "./rejected.ts";

/** One line of a statement, read from a file of the bank; `amount` in minor units, above zero. */
export const statementLineInput = z.object({
  /** The park whose bank wrote the statement. */
  parkId: z.string(),
  endToEndId: z.string().min(1).max(35),
  bookedOn: daySchema,
  amount: z.number().int().positive(),
  currency: currencySchema,
  /** The bank's own reference; kept with the order, never in events. */
  reference: z.string().max(140),
});
export type StatementLineInput = z.infer<typeof statementLineInput>;

export interface OrderFacts {
  readonly order: Order | undefined;
  readonly one: Case | undefined;
  readonly voucher: Voucher | undefined;
  readonly claim: Claim | undefined;
  readonly share: Share | undefined;
  readonly lock: PeriodLock | undefined;
  readonly batch: Batch | undefined;
  /** All other orders of the case: of other parks, and of other claims. */
  readonly others: readonly Order[];
  readonly tasks: readonly Task[];
  readonly payees: readonly Recipient[];
  /** What parks have asked back of the case. */
  readonly recoveries?: readonly Recovery[];
}

const nothing: OrderFacts = {
  order: undefined,
  one: undefined,
  voucher: undefined,
  claim: undefined,
  share: undefined,
  lock: undefined,
  batch: undefined,
  others: [],
  tasks: [],
  payees: [],
};

export async function readOrderFacts(reader: Reader, endToEndId: string): Promise<OrderFacts> {
  const ref = await reader.get("orderRef", { endToEndId });
  if (ref === undefined) return nothing;
  const { caseId, parkId, claim: number, purpose } = ref;
  const [order, one, voucher, claim, shares, orders, tasks, lock, recoveries] = await Promise.all([
    reader.get("order", { caseId, parkId, claim: number, purpose }),
    reader.get("case", { caseId }),
    reader.get("voucher", { caseId }),
    reader.get("claim", { caseId, claim: number }),
    reader.list("share", { caseId, parkId }),
    reader.list("order", { caseId }),
    reader.list("task", { caseId }),
    reader.get("periodLock", { parkId }),
    reader.list("recovery", { caseId }),
  ]);
  if (order === undefined || one === undefined) return nothing;
  const share = shares.find(({ budgetYear }) => budgetYear === order.budgetYear);
  const others = orders.filter(
    (other) => other.claim !== number || other.parkId !== parkId || other.purpose !== purpose,
  );
  const { batchId } = asSent(order, endToEndId);
  const [batch, payees] = await Promise.all([
    batchId === undefined ? undefined : reader.get("batch", { parkId, batchId }),
    recipientsOf(reader, { kind: "organisation", organisationId: order.payeeId }, one),
  ]);
  return { order, one, voucher, claim, share, lock, batch, others, tasks, payees, recoveries };
}

export interface Matched extends OrderFacts {
  readonly person: PersonActor;
  readonly order: Order;
  readonly one: Case;
  readonly voucher: Voucher;
  readonly claim: Claim;
}

/**
 * The order that a statement line is about, for finance of its park. `not_found payment.unknown` for an unknown reference,
 * for orders of other parks, and of cases that a HARD interest keeps the person from; conflict `payment.superseded` for a reference that was sent again under another;
 * conflict `payment.amount-differs`; invalid `payment.in-future`.
 */
export function matchLine(
  facts: OrderFacts,
  actor: Actor,
  line: StatementLineInput,
  { now, network }: Moment,
): Matched {
  const person = requireRole(actor, "finance", line.parkId, now);
  const { order, one, voucher, claim } = facts;
  if (
    order === undefined ||
    one === undefined ||
    voucher === undefined ||
    claim === undefined ||
    order.parkId !== line.parkId ||
    isBarred(person, one, now)
  ) {
    throw new DomainError("not_found", "payment.unknown", { endToEndId: line.endToEndId });
  }
  if (order.endToEndId !== line.endToEndId) {
    throw new DomainError("conflict", "payment.superseded", { endToEndId: line.endToEndId, now: order.endToEndId });
  }
  if (line.amount !== order.amount.amount || line.currency !== order.amount.currency) {
    throw new DomainError("conflict", "payment.amount-differs", {
      endToEndId: line.endToEndId,
      expected: order.amount,
      found: { amount: line.amount, currency: line.currency },
    });
  }
  const today = toZonedDateString(now, parkOf(network, order.parkId).zone);
  if (line.bookedOn > today)
    throw new DomainError("invalid", "payment.in-future", { endToEndId: line.endToEndId, bookedOn: line.bookedOn });
  return { ...facts, person, order, one, voucher, claim };
}

/** An unchanged order of another park, so that of two bookings at once one sees the other. */
export function stillIs(order: Order): Change {
  const { caseId, parkId, claim, purpose, status, endToEndId, returnableUntil = null } = order;
  const when = { status, endToEndId, returnableUntil };
  return { op: "check", name: "order", key: { caseId, parkId, claim, purpose }, when };
}

/** How many of the batch's orders the bank has booked. */
export function countBooked(order: Order, by: 1 | -1): Change[] {
  const { parkId, batchId } = order;
  return batchId === undefined ? [] : [{ op: "add", name: "batch", key: { parkId, batchId }, by: { booked: by } }];
}
