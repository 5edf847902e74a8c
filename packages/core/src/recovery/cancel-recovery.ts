/** A recovery that should not have been asked: what is still owed counts as paid out again. */
import * as z from "zod";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { owedOf, type Recovery } from "./recovery.ts";
import { type RecoveryFacts, readRecovery, requireRecovery } from "./recovery-facts.ts";

export const cancelRecoveryInput = z.object({
  caseId: caseIdSchema,
  recovery: z.coerce.number().int().min(1).max(999),
  reasons: z.string().trim().min(1).max(2000),
  noInterest: z.literal(true),
});
export const cancelRecoveryResult = z.object({ status: z.literal("cancelled") });

/** Finance of the park: disbursed ← recoverable; conflict `recovery.settled`. */
export const cancelRecovery = verb({
  name: "recovery.cancel",
  input: cancelRecoveryInput,
  read: (reader: Reader, { caseId, recovery }) => readRecovery(reader, caseId, recovery),
  decide(facts: RecoveryFacts, actor, { reasons }, moment): Decision<z.infer<typeof cancelRecoveryResult>> {
    const { one, recovery, person } = requireRecovery(facts, actor, "finance", moment);
    if (recovery.cancelled?.by === person.personId) return { changes: [], result: { status: "cancelled" } };
    if (recovery.status !== "asked") throw new DomainError("conflict", "recovery.settled", { status: recovery.status });
    const value: Recovery = {
      ...recovery,
      status: "cancelled",
      cancelled: { by: person.personId, at: moment.now, reasons },
    };
    const amount = owedOf(recovery);
    return {
      changes: [{ op: "replace", name: "recovery", value }],
      postings: [
        {
          ledger: recovery.ledger,
          to: "disbursed",
          from: "recoverable",
          amount,
          caseId: one.caseId,
          memo: `recovery ${recovery.recovery} cancelled`,
        },
      ],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: "recovery.cancelled",
          facts: { parkId: recovery.parkId, recovery: recovery.recovery, amount, currency: recovery.amount.currency },
        },
      ],
      result: { status: "cancelled" },
    };
  },
});
