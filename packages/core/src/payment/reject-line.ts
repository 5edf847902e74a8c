/** The bank refuses a payment before it books it, and a finance officer says so: the order waits again and may enter one new batch. */
import * as z from "zod";
import { requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { batchIdSchema, type CaseId } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { parkOf } from "../network/network-file.ts";
import { isBarred } from "../person/tie.ts";
import type { Reader } from "../port/store.ts";
import type { Batch, Order } from "./batch.ts";
import { endToEndIdOf, queueChanges } from "./new-order.ts";
import { type OrderFacts, readOrderFacts } from "./order-facts.ts";

export const rejectLineInput = z.object({
  parkId: z.string(),
  batchId: batchIdSchema,
  endToEndId: z.string().min(1).max(35),
  /** The bank's own words or code; kept with the batch, never in events. */
  reason: z.string().trim().min(1).max(500),
});
export type RejectLineInput = z.infer<typeof rejectLineInput>;

export interface RejectLineResult {
  caseId: CaseId;
  /** Reference of the next sending. */
  endToEndId: string;
}

interface Facts extends OrderFacts {
  readonly sentIn: Batch | undefined;
}

/**
 * A payment of a batch that was taken back before it was sent is freed in the same way. One person says it, of a sent payment that no statement has booked: no money moves (payable stays), and to send it anew
 * takes a preparer and a releaser as ever. A pain.002 never does it by itself. What happens at the bank counts more than
 * what was said of it: should the bank book the rejected sending after all, `bookLine` books it as long as the order waits,
 * and takes it out of the queue; stands it in a batch again, the booking is refused and says so, so that people stop the
 * second payment first. Under a fresh reference the two sendings are never taken for each other.
 * @throws not_found `batch.not-found`, `payment.unknown`; conflict `payment.rejected-booked`, `payment.superseded`,
 * `payment.not-sent`.
 */
export const rejectLine = verb({
  name: "payment.reject-line",
  input: rejectLineInput,
  read: async (reader: Reader, { parkId, batchId, endToEndId }): Promise<Facts> => ({
    ...(await readOrderFacts(reader, endToEndId)),
    sentIn: await reader.get("batch", { parkId, batchId }),
  }),
  decide({ order, one, sentIn: batch }: Facts, actor, input, moment): Decision<RejectLineResult> {
    const person = requireRole(actor, "finance", input.parkId, moment.now);
    const { endToEndId } = input;
    if (batch === undefined) throw new DomainError("not_found", "batch.not-found", { batchId: input.batchId });
    if (
      order === undefined ||
      one === undefined ||
      !batch.orders.some((line) => line.endToEndId === endToEndId) ||
      isBarred(person, one, moment.now)
    )
      throw new DomainError("not_found", "payment.unknown", { endToEndId });
    demandOpen(order, endToEndId, batch);
    if (order.batchId !== batch.batchId) throw new DomainError("not_found", "payment.unknown", { endToEndId });
    const { initials } = parkOf(moment.network, order.parkId);
    const sending = order.sending + 1;
    const next: Order = {
      ...order,
      endToEndId: endToEndIdOf(one.reference, order.claim, initials, sending, order.purpose),
      sending,
      status: "returned",
      batchId: undefined,
      returnedOn: undefined,
      rejected: [...(order.rejected ?? []), { endToEndId, batchId: batch.batchId }],
    };
    const said = { endToEndId, reason: input.reason, by: person.personId, at: moment.now };
    return {
      changes: [
        { op: "replace", name: "order", value: next },
        ...queueChanges(next, moment),
        { op: "replace", name: "batch", value: { ...batch, rejections: [...(batch.rejections ?? []), said] } },
      ],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: batch.withdrawn === undefined ? "payment.rejected" : "payment.withdrawn",
          facts: {
            parkId: order.parkId,
            claim: order.claim,
            endToEndId,
            amount: order.amount.amount,
            currency: order.amount.currency,
          },
        },
      ],
      result: { caseId: one.caseId, endToEndId: next.endToEndId },
    };
  },
});

function demandOpen(
  { endToEndId: now, status, bookedOn }: Order,
  endToEndId: string,
  { withdrawn }: Pick<Batch, "withdrawn">,
): void {
  if (now !== endToEndId) throw new DomainError("conflict", "payment.superseded", { endToEndId, now });
  if (status === "booked") throw new DomainError("conflict", "payment.rejected-booked", { endToEndId, bookedOn });
  const open = withdrawn === undefined ? "sent" : "batched";
  if (status !== open) throw new DomainError("conflict", "payment.not-sent", { endToEndId, status });
}
