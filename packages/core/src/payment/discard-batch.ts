/** A batch that was prepared wrongly and not yet released is given up; its orders wait again. */
import * as z from "zod";
import { requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { batchIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Change, Reader } from "../port/store.ts";
import type { Batch } from "./batch.ts";

export const discardBatchInput = z.object({ parkId: z.string(), batchId: batchIdSchema });
export type DiscardBatchInput = z.infer<typeof discardBatchInput>;

export const discardBatchResult = z.object({ status: z.literal("discarded"), orders: z.number().int() });
export type DiscardBatchResult = z.infer<typeof discardBatchResult>;

export const discardBatch = verb({
  name: "payment.discard-batch",
  input: discardBatchInput,
  read: async (reader: Reader, { parkId, batchId }) => ({ batch: await reader.get("batch", { parkId, batchId }) }),
  decide({ batch }: { batch: Batch | undefined }, actor, input, moment): Decision<DiscardBatchResult> {
    const person = requireRole(actor, "finance", input.parkId, moment.now);
    if (batch === undefined) throw new DomainError("not_found", "batch.not-found", { batchId: input.batchId });
    const orders = batch.orders.length;
    if (batch.status === "discarded" && batch.discardedBy === person.personId)
      return { changes: [], result: { status: "discarded", orders } };
    // Once released, the file may be at the bank already: its orders must never enter another.
    if (batch.status !== "prepared") {
      throw new DomainError("conflict", "batch.wrong-status", { status: batch.status, wanted: "discarded" });
    }
    const { parkId, batchId } = batch;
    const freed = batch.orders.flatMap(({ caseId, claim, purpose, endToEndId }): Change[] => [
      {
        op: "patch",
        name: "order",
        key: { caseId, parkId, claim, purpose },
        set: { status: "waiting", batchId: undefined },
        when: { status: "batched", batchId, endToEndId },
      },
      {
        op: "create",
        name: "orderWaiting",
        value: { parkId, endToEndId, caseId, claim, purpose, since: moment.now, version: 0 },
      },
    ]);
    return {
      changes: [
        { op: "replace", name: "batch", value: { ...batch, status: "discarded", discardedBy: person.personId } },
        ...freed,
      ],
      events: [{ stream: `batch:${batchId}`, type: "batch.discarded", facts: { parkId, count: orders } }],
      result: { status: "discarded", orders },
    };
  },
});
