/** A recovery that should not have been asked: what is still owed counts as paid out again. */
import * as z from "zod";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { money } from "../kernel/money.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { type Recipient, recipientsOf } from "../letter/recipient.ts";
import type { Reader } from "../port/store.ts";
import { chaseOver } from "./chase-recovery.ts";
import { owedOf, type Recovery } from "./recovery.ts";
import { type RecoveryFacts, readRecovery, requireRecovery } from "./recovery-facts.ts";
import { cancelledLetters } from "./recovery-letter.ts";

export const cancelRecoveryInput = z.object({
  caseId: caseIdSchema,
  recovery: z.coerce.number().int().min(1).max(999),
  reasons: z.string().trim().min(1).max(2000),
  noInterest: z.literal(true),
});
export const cancelRecoveryResult = z.object({ status: z.literal("cancelled") });

interface Facts extends RecoveryFacts {
  readonly debtors?: readonly Recipient[];
}

/** Finance of the park: disbursed ← recoverable; whoever was asked is told. @throws conflict `recovery.settled`. */
export const cancelRecovery = verb({
  name: "recovery.cancel",
  input: cancelRecoveryInput,
  async read(reader: Reader, { caseId, recovery }): Promise<Facts> {
    const facts = await readRecovery(reader, caseId, recovery);
    const { one } = facts;
    if (one === undefined || facts.recovery === undefined) return { ...facts, debtors: [] };
    const organisationId = facts.recovery.debtorId;
    return { ...facts, debtors: await recipientsOf(reader, { kind: "organisation", organisationId }, one) };
  },
  decide(facts: Facts, actor, { reasons }, moment): Decision<z.infer<typeof cancelRecoveryResult>> {
    const { one, recovery, person } = requireRecovery(facts, actor, "finance", moment);
    if (recovery.cancelled?.by === person.personId) return { changes: [], result: { status: "cancelled" } };
    if (recovery.status !== "asked") throw new DomainError("conflict", "recovery.settled", { status: recovery.status });
    const value: Recovery = {
      ...recovery,
      status: "cancelled",
      cancelled: { by: person.personId, at: moment.now, reasons },
    };
    const amount = owedOf(recovery);
    const letters = cancelledLetters(
      one,
      recovery,
      { amount: money(amount, recovery.amount.currency), reasons },
      facts.debtors ?? [],
      moment,
    );
    const done = chaseOver(facts.tasks ?? [], recovery, "cancelled", actor, moment);
    return {
      changes: [{ op: "replace", name: "recovery", value }, ...done.changes, ...letters.changes],
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
      effects: [...done.effects, ...letters.effects],
      result: { status: "cancelled" },
    };
  },
});
