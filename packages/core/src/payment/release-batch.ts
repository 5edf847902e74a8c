/** Another finance officer than the preparer, who assessed none of its claims, releases a batch for the bank. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import type { Claim } from "../claim/claim.ts";
import { type PersonActor, requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { batchIdSchema } from "../kernel/id.ts";
import { instantSchema, toZonedDateString } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { type NetworkFile, parkOf } from "../network/network-file.ts";
import { isBarred } from "../person/tie.ts";
import type { Reader } from "../port/store.ts";
import type { Slot } from "../review/slot.ts";
import { isOfEitherParty } from "../voucher/party.ts";
import { refuseReviewer, requireAnother } from "../voucher/staff.ts";
import type { Batch, BatchOrder } from "./batch.ts";
import { demandPayable } from "./demand-payable.ts";
import { type PayeeFacts, readPayee } from "./payee-facts.ts";

export const releaseBatchInput = z.object({ parkId: z.string(), batchId: batchIdSchema, noInterest: z.literal(true) });
export type ReleaseBatchInput = z.infer<typeof releaseBatchInput>;

export const releaseBatchResult = z.object({ status: z.literal("released"), releasedAt: instantSchema });
export type ReleaseBatchResult = z.infer<typeof releaseBatchResult>;

interface LineFacts extends PayeeFacts {
  readonly sent: BatchOrder;
  readonly claim: Claim | undefined;
  readonly slots: readonly Slot[];
  readonly one: Case | undefined;
}
interface Facts {
  readonly batch: Batch | undefined;
  readonly lines: readonly LineFacts[];
}

export const releaseBatch = verb({
  name: "payment.release-batch",
  input: releaseBatchInput,
  async read(reader: Reader, { parkId, batchId }): Promise<Facts> {
    const batch = await reader.get("batch", { parkId, batchId });
    return { batch, lines: await Promise.all((batch?.orders ?? []).map((sent) => readLine(reader, sent))) };
  },
  decide({ batch, lines }: Facts, actor, input, moment): Decision<ReleaseBatchResult> {
    const person = requireRole(actor, "finance", input.parkId, moment.now);
    if (batch === undefined) throw new DomainError("not_found", "batch.not-found", { batchId: input.batchId });
    if (batch.status === "released" && batch.releasedBy === person.personId) {
      return { changes: [], result: { status: "released", releasedAt: batch.releasedAt ?? moment.now } };
    }
    if (batch.status !== "prepared") {
      throw new DomainError("conflict", "batch.wrong-status", {
        status: batch.status,
        wanted: "released",
        by: batch.releasedBy,
        at: batch.releasedAt,
      });
    }
    if (lines.some(({ one }) => one !== undefined && isBarred(person, one, moment.now)))
      throw new DomainError("not_found", "batch.not-found", { batchId: input.batchId });
    requireAnother(person, batch.preparedBy, "payment.prepare-batch");
    // A bank refuses a file with a day that has passed, or pays it at once.
    const today = toZonedDateString(moment.now, parkOf(moment.network, batch.parkId).zone);
    const { executionDate } = batch;
    if (executionDate < today) throw new DomainError("conflict", "batch.day-over", { executionDate, today });
    for (const line of lines) demandUnchanged(line, batch.parkId, person, moment.network);
    const total = batch.orders.reduce((left, { amount }) => left + amount.amount, 0);
    if (total !== batch.total) throw new DomainError("conflict", "batch.control-sum", { total, expected: batch.total });
    return {
      changes: [
        {
          op: "replace",
          name: "batch",
          value: { ...batch, status: "released", releasedBy: person.personId, releasedAt: moment.now },
        },
      ],
      events: [
        {
          stream: `batch:${batch.batchId}`,
          type: "batch.released",
          facts: { parkId: batch.parkId, count: batch.orders.length, total, currency: batch.currency },
        },
      ],
      result: { status: "released", releasedAt: moment.now },
    };
  },
});

async function readLine(reader: Reader, sent: BatchOrder): Promise<LineFacts> {
  const [one, claim, slots, payee] = await Promise.all([
    reader.get("case", { caseId: sent.caseId }),
    reader.get("claim", { caseId: sent.caseId, claim: sent.claim }),
    reader.list("slot", { caseId: sent.caseId }),
    readPayee(reader, sent),
  ]);
  return { sent, one, claim, slots, ...payee };
}

/** Between preparing and releasing somebody may have changed an account: then the batch is prepared anew. */
function demandUnchanged(
  { sent, one, claim, slots, ...facts }: LineFacts,
  parkId: string,
  person: PersonActor,
  network: NetworkFile,
): void {
  if (isOfEitherParty(person, one ?? { applicantId: sent.payeeId }))
    throw new DomainError("forbidden", "duties.own-case", { caseId: sent.caseId });
  refuseReviewer(person, slots, sent);
  requireAnother(person, claim?.assessment?.by, "claim.assess");
  demandPayable(sent, facts, parkId, network);
}
