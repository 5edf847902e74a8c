/** A finance officer says that the bank has the file: from now on only the bank's booking moves its orders. */
import * as z from "zod";
import { requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { batchIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Change, Reader } from "../port/store.ts";
import type { Batch } from "./batch.ts";

export const markSentInput = z.object({ parkId: z.string(), batchId: batchIdSchema });
export type MarkSentInput = z.infer<typeof markSentInput>;

export const markSentResult = z.object({ status: z.literal("sent"), sentAt: instantSchema });
export type MarkSentResult = z.infer<typeof markSentResult>;

export const markSent = verb({
  name: "payment.mark-sent",
  input: markSentInput,
  read: async (reader: Reader, { parkId, batchId }) => ({ batch: await reader.get("batch", { parkId, batchId }) }),
  decide({ batch }: { batch: Batch | undefined }, actor, input, moment): Decision<MarkSentResult> {
    const person = requireRole(actor, "finance", input.parkId, moment.now);
    if (batch === undefined) throw new DomainError("not_found", "batch.not-found", { batchId: input.batchId });
    if (batch.status === "sent" && batch.sentBy === person.personId)
      return { changes: [], result: { status: "sent", sentAt: batch.sentAt ?? moment.now } };
    if (batch.status !== "released")
      throw new DomainError("conflict", "batch.wrong-status", { status: batch.status, wanted: "sent" });
    const sent = batch.orders.map(
      ({ caseId, claim, purpose, endToEndId }): Change => ({
        op: "patch",
        name: "order",
        key: { caseId, parkId: batch.parkId, claim, purpose },
        set: { status: "sent" },
        when: { status: "batched", endToEndId },
      }),
    );
    return {
      changes: [
        {
          op: "replace",
          name: "batch",
          value: { ...batch, status: "sent", sentBy: person.personId, sentAt: moment.now },
        },
        ...sent,
      ],
      events: [
        { stream: `batch:${batch.batchId}`, type: "batch.sent", facts: { parkId: batch.parkId, count: sent.length } },
      ],
      result: { status: "sent", sentAt: moment.now },
    };
  },
});
