/** What is known of a sending that the bank was said to have rejected, and what follows should it book that one after all. */
import { DomainError } from "../kernel/error.ts";
import type { Change } from "../port/store.ts";
import type { Batch, Order } from "./batch.ts";

/** The order as the bank knows it by this reference: a sending said to be rejected stands as it was sent. */
export function asSent(order: Order, endToEndId: string): Order {
  const batchId = order.endToEndId === endToEndId ? undefined : rejectedIn(order, endToEndId);
  return batchId === undefined ? order : { ...order, endToEndId, batchId, status: "sent" };
}

/** The batch of an earlier sending that was said to be rejected. */
function rejectedIn({ rejected = [] }: Order, endToEndId: string): Batch["batchId"] | undefined {
  return rejected.find((other) => other.endToEndId === endToEndId)?.batchId;
}

/** What books a sending: of one that was said to be rejected, the order leaves the queue as well. */
export function bookedChanges(order: Order, endToEndId: string, set: Partial<Order>): Change[] {
  const { caseId, parkId, claim, purpose, status, endToEndId: now, rejected = [] } = order;
  const key = { caseId, parkId, claim, purpose };
  if (now === endToEndId) return [{ op: "patch", name: "order", key, set, when: { status: "sent", endToEndId } }];
  // Booked, it is no rejected one any more: come back later, a second booking of it is refused.
  const without = rejected.filter((other) => other.endToEndId !== endToEndId);
  return [
    {
      op: "patch",
      name: "order",
      key,
      set: { ...set, endToEndId, batchId: rejectedIn(order, endToEndId), rejected: without },
      when: { status, endToEndId: now },
    },
    { op: "remove", name: "orderWaiting", key: { parkId, endToEndId: now } },
  ];
}

/** @throws conflict `payment.rejected-sent-again` where a rejected sending was booked though the order stands in a batch anew, or is booked there. */
export function demandNotSentAgain({ endToEndId: now, status }: Order, endToEndId: string): void {
  if (now !== endToEndId && status !== "returned" && status !== "waiting")
    throw new DomainError("conflict", "payment.rejected-sent-again", { endToEndId, now, status });
}
