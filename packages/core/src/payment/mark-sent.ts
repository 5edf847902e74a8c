/** A finance officer says that the bank has the file: from now on only the bank's booking moves its orders. */
import * as z from "zod";
import { requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { batchIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Change, Reader } from "../port/store.ts";
import type { Batch } from "./batch.ts";
import { demandPayable, type ReleasedLine, readReleased } from "./demand-payable.ts";

export const markSentInput = z.object({ parkId: z.string(), batchId: batchIdSchema });
export type MarkSentInput = z.infer<typeof markSentInput>;

export const markSentResult = z.object({ status: z.literal("sent"), sentAt: instantSchema });
export type MarkSentResult = z.infer<typeof markSentResult>;

interface Facts {
  readonly batch: Batch | undefined;
  readonly lines: readonly ReleasedLine[];
}

/** Payees are looked at once more; a file that the bank has all the same is stopped there, taken back here, and booked if the bank pays it. */
export const markSent = verb({
  name: "payment.mark-sent",
  input: markSentInput,
  async read(reader: Reader, { parkId, batchId }): Promise<Facts> {
    const batch = await reader.get("batch", { parkId, batchId });
    return { batch, lines: await readReleased(reader, batch) };
  },
  decide({ batch, lines }: Facts, actor, input, moment): Decision<MarkSentResult> {
    const person = requireRole(actor, "finance", input.parkId, moment.now);
    if (batch === undefined) throw new DomainError("not_found", "batch.not-found", { batchId: input.batchId });
    if (batch.status === "sent" && batch.sentBy === person.personId)
      return { changes: [], result: { status: "sent", sentAt: batch.sentAt ?? moment.now } };
    if (batch.status !== "released")
      throw new DomainError("conflict", "batch.wrong-status", { status: batch.status, wanted: "sent" });
    for (const { sent: line, facts } of lines) demandPayable(line, facts, batch.parkId, moment.network);
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
