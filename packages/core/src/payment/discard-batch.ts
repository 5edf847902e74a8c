/** A batch that was prepared wrongly is given up; a released one is taken back by another person than released it. Its orders wait again. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { batchIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { isBarred } from "../person/tie.ts";
import type { Change, Reader } from "../port/store.ts";
import { requireAnother } from "../voucher/staff.ts";
import type { Batch } from "./batch.ts";

export const discardBatchInput = z.object({
  parkId: z.string(),
  batchId: batchIdSchema,
  /** Of a released one; kept with the batch, never in events. */
  reason: z.string().trim().min(1).max(500).optional(),
});
export type DiscardBatchInput = z.infer<typeof discardBatchInput>;

export const discardBatchResult = z.object({ status: z.literal("discarded"), orders: z.number().int() });
export type DiscardBatchResult = z.infer<typeof discardBatchResult>;

interface Facts {
  readonly batch: Batch | undefined;
  /** Of its orders. */
  readonly cases: readonly Case[];
}

/**
 * The orders of a batch whose file may have left keep their references for it: `withdrawBatch` frees them one by one under new
 * ones, and what the bank books of it after all is still booked.
 * @throws not_found `batch.not-found`; conflict `batch.wrong-status`; forbidden `duties.same-person` for who released it;
 * invalid `batch.reason-needed`
 */
export const discardBatch = verb({
  name: "payment.discard-batch",
  input: discardBatchInput,
  async read(reader: Reader, { parkId, batchId }): Promise<Facts> {
    const batch = await reader.get("batch", { parkId, batchId });
    const ids = batch?.status === "released" ? [...new Set(batch.orders.map(({ caseId }) => caseId))] : [];
    const cases = await Promise.all(ids.map((caseId) => reader.get("case", { caseId })));
    return { batch, cases: cases.flatMap((one) => one ?? []) };
  },
  decide({ batch, cases }: Facts, actor, input, moment): Decision<DiscardBatchResult> {
    const person = requireRole(actor, "finance", input.parkId, moment.now);
    if (batch === undefined || cases.some((one) => isBarred(person, one, moment.now)))
      throw new DomainError("not_found", "batch.not-found", { batchId: input.batchId });
    const orders = batch.orders.length;
    const again = batch.discardedBy === person.personId || batch.withdrawn !== undefined;
    if (batch.status === "discarded" && again) return { changes: [], result: { status: "discarded", orders } };
    const { reason } = input;
    if (batch.status === "released") {
      requireAnother(person, batch.releasedBy, "payment.release-batch");
      if (reason === undefined) throw new DomainError("invalid", "batch.reason-needed");
      const withdrawn = { reason, at: moment.now };
      return {
        changes: [
          {
            op: "replace",
            name: "batch",
            value: { ...batch, status: "discarded", discardedBy: person.personId, withdrawn },
          },
        ],
        events: [
          {
            stream: `batch:${batch.batchId}`,
            type: "batch.withdrawn",
            facts: { parkId: batch.parkId, count: orders },
          },
        ],
        result: { status: "discarded", orders },
      };
    }
    // Once sent, the file is at the bank: only what the bank says of it moves its orders.
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
