/** A manager proposes to cancel a voucher that cannot go on; nothing changes until an approver says so too. */
import * as z from "zod";
import type { CaseStatus } from "../application/case.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { askSecondWord, openWord } from "./second-word.ts";
import { requireStaff } from "./staff.ts";
import { readUseWithWords, requireCase, requireVoucher, type UseFacts } from "./use-facts.ts";

export const proposeCancellationInput = z.object({
  caseId: caseIdSchema,
  reasons: z.string().trim().min(1).max(2000),
  noInterest: z.literal(true),
});
export type ProposeCancellationInput = z.infer<typeof proposeCancellationInput>;

export const proposeCancellationResult = z.object({ outcome: z.literal("proposed"), proposedAt: instantSchema });
export type ProposeCancellationResult = z.infer<typeof proposeCancellationResult>;

/** Until paying (domain §5). */
export const cancellable: readonly CaseStatus[] = [
  "issued",
  "in-use",
  "suspended",
  "reported",
  "disputed",
  "claim-check",
  "queried",
];

export const proposeCancellation = verb({
  name: "voucher.propose-cancellation",
  input: proposeCancellationInput,
  read: (reader: Reader, { caseId }) => readUseWithWords(reader, caseId, ({ leadPark }) => [leadPark]),
  decide(facts: UseFacts, actor, { reasons }, moment): Decision<ProposeCancellationResult> {
    const one = requireCase(facts);
    const person = requireStaff(actor, "manager", one, facts.slots, moment.now);
    const { voucher } = requireVoucher(facts);
    if (!cancellable.includes(one.status))
      throw new DomainError("conflict", "case.wrong-status", { status: one.status, wanted: "cancelled" });
    const { cancellation } = voucher;
    const same = cancellation?.by === person.personId && cancellation.reasons === reasons;
    if (same && openWord(facts.tasks, "cancellation", one.leadPark) !== undefined)
      return { changes: [], result: { outcome: "proposed", proposedAt: cancellation.at } };
    const wanted = (facts.words ?? []).map((park) => ({ park, turn: { role: "approver" as const } }));
    const word = askSecondWord({ one, tasks: facts.tasks }, "cancellation", wanted, cancellable, actor, moment);
    return {
      changes: [
        {
          op: "replace",
          name: "voucher",
          value: { ...voucher, cancellation: { by: person.personId, at: moment.now, reasons } },
        },
        ...word.changes,
      ],
      events: [{ stream: one.caseId, caseId: one.caseId, type: "voucher.cancellation-proposed" }],
      effects: word.effects,
      result: { outcome: "proposed", proposedAt: moment.now },
    };
  },
});
