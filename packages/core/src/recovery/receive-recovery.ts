/** Money that was asked back has come in: free again while its year is open, the fund's once it is closed (domain §11). */
import * as z from "zod";
import { daySchema } from "../kernel/day.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { toZonedDateString } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { bookStands } from "../ledger/book.ts";
import { countedOn, lockStands } from "../ledger/period-lock.ts";
import { parkOf } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import { owedOf, type Recovery } from "./recovery.ts";
import { type RecoveryFacts, readRecovery, requireRecovery } from "./recovery-facts.ts";

export const receiveRecoveryInput = z.object({
  caseId: caseIdSchema,
  recovery: z.coerce.number().int().min(1).max(999),
  /** Minor units; a part of it may come first. */
  amount: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  bookedOn: daySchema,
});
export const receiveRecoveryResult = z.object({ status: z.string(), owed: z.number().int() });

/** Finance of the park: conflict `recovery.settled`, `recovery.more-than-owed`; invalid `payment.in-future`. */
export const receiveRecovery = verb({
  name: "recovery.receive",
  input: receiveRecoveryInput,
  read: (reader: Reader, { caseId, recovery }) => readRecovery(reader, caseId, recovery),
  decide(facts: RecoveryFacts, actor, input, moment): Decision<z.infer<typeof receiveRecoveryResult>> {
    const { one, recovery, person } = requireRecovery(facts, actor, "finance", moment);
    const owed = owedOf(recovery);
    if (recovery.status !== "asked") throw new DomainError("conflict", "recovery.settled", { status: recovery.status });
    if (input.amount > owed)
      throw new DomainError("conflict", "recovery.more-than-owed", { owed, currency: recovery.amount.currency });
    const today = toZonedDateString(moment.now, parkOf(moment.network, recovery.parkId).zone);
    if (input.bookedOn > today) throw new DomainError("invalid", "payment.in-future", { bookedOn: input.bookedOn });
    const left = owed - input.amount;
    const value: Recovery = {
      ...recovery,
      status: left === 0 ? "received" : "asked",
      received: [...recovery.received, { amount: input.amount, bookedOn: input.bookedOn, by: person.personId }],
    };
    const closed = facts.book?.status === "closed";
    const { ledger } = recovery;
    return {
      changes: [
        { op: "replace", name: "recovery", value },
        bookStands(facts.book, ledger),
        lockStands(facts.lock, recovery.parkId),
      ],
      postings: [
        {
          ledger,
          to: closed ? "returned" : "available",
          from: "recoverable",
          amount: input.amount,
          caseId: one.caseId,
          day: countedOn(input.bookedOn, facts.lock),
          memo: `recovery ${recovery.recovery} received ${input.bookedOn}`,
        },
      ],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: "recovery.received",
          facts: {
            parkId: recovery.parkId,
            recovery: recovery.recovery,
            amount: input.amount,
            currency: recovery.amount.currency,
            bookedOn: input.bookedOn,
          },
        },
      ],
      result: { status: value.status, owed: left },
    };
  },
});
