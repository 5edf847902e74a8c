/** Money that cannot be got back is written off once two approvers say so, neither of whom asked for it (domain §11). */
import * as z from "zod";
import { type Parties, readParties, refuseOwnPark } from "../approval/park-interest.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { requireAnother } from "../voucher/staff.ts";
import { chaseOver } from "./chase-recovery.ts";
import { owedOf, type Recovery } from "./recovery.ts";
import { type RecoveryFacts, readRecovery, requireRecovery } from "./recovery-facts.ts";

export const writeOffRecoveryInput = z.object({
  caseId: caseIdSchema,
  recovery: z.coerce.number().int().min(1).max(999),
  reasons: z.string().trim().min(1).max(2000),
  noInterest: z.literal(true),
});
export const writeOffRecoveryResult = z.object({
  status: z.enum(["asked", "written-off"]),
  approvers: z.number().int(),
});

export const approversWanted = 2;

interface Facts extends RecoveryFacts {
  readonly parties: Parties;
}

/** Approvers of the park: written-off ← recoverable with the second; conflict `recovery.settled`, forbidden `duties.same-person`, `duties.park-interest`. */
export const writeOffRecovery = verb({
  name: "recovery.write-off",
  input: writeOffRecoveryInput,
  async read(reader: Reader, { caseId, recovery }): Promise<Facts> {
    const facts = await readRecovery(reader, caseId, recovery);
    return { ...facts, parties: facts.one === undefined ? [] : await readParties(reader, facts.one) };
  },
  decide(facts: Facts, actor, { reasons }, moment): Decision<z.infer<typeof writeOffRecoveryResult>> {
    const { one, recovery, person } = requireRecovery(facts, actor, "approver", moment);
    refuseOwnPark(person, recovery.parkId, facts.parties, moment);
    const earlier = recovery.writeOff?.by ?? [];
    if (earlier.some(({ personId }) => personId === person.personId)) {
      const status = recovery.status === "written-off" ? "written-off" : "asked";
      return { changes: [], result: { status, approvers: earlier.length } };
    }
    if (recovery.status !== "asked") throw new DomainError("conflict", "recovery.settled", { status: recovery.status });
    requireAnother(person, recovery.askedBy, "recovery.ask");
    const by = [...earlier, { personId: person.personId, at: moment.now }];
    const last = by.length >= approversWanted;
    const amount = owedOf(recovery);
    const value: Recovery = {
      ...recovery,
      status: last ? "written-off" : "asked",
      writeOff: { reasons: recovery.writeOff?.reasons ?? reasons, by },
    };
    const done = last
      ? chaseOver(facts.tasks ?? [], recovery, "written-off", actor, moment)
      : { changes: [], effects: [] };
    return {
      changes: [{ op: "replace", name: "recovery", value }, ...done.changes],
      postings: last
        ? [
            {
              ledger: recovery.ledger,
              to: "writtenOff",
              from: "recoverable",
              amount,
              caseId: one.caseId,
              memo: `recovery ${recovery.recovery} irrecoverable`,
            },
          ]
        : [],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: last ? "recovery.written-off" : "recovery.write-off-proposed",
          facts: { parkId: recovery.parkId, recovery: recovery.recovery, amount, currency: recovery.amount.currency },
        },
      ],
      effects: done.effects,
      result: { status: last ? "written-off" : "asked", approvers: by.length },
    };
  },
});
