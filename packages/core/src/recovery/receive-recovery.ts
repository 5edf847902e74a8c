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
import { chaseOver } from "./chase-recovery.ts";
import { owedOf, type Recovery } from "./recovery.ts";
import { type RecoveryFacts, readRecovery, requireRecovery } from "./recovery-facts.ts";

export const receiveRecoveryInput = z.object({
  caseId: caseIdSchema,
  recovery: z.coerce.number().int().min(1).max(999),
  /** Minor units; a part of it may come first. */
  amount: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  bookedOn: daySchema,
  /** As the bank's statement has it: the same receipt counts once. */
  bankReference: z.string().trim().min(1).max(60),
});
export const receiveRecoveryResult = z.object({ status: z.string(), owed: z.number().int() });

/**
 * Finance of the park. What the bank booked before it was asked counts from the day of the ask: it was paid until then.
 * @throws conflict `recovery.settled`, `recovery.received-before`, `recovery.more-than-owed`; invalid `payment.in-future`
 */
export const receiveRecovery = verb({
  name: "recovery.receive",
  input: receiveRecoveryInput,
  read: (reader: Reader, { caseId, recovery }) => readRecovery(reader, caseId, recovery),
  decide(facts: RecoveryFacts, actor, input, moment): Decision<z.infer<typeof receiveRecoveryResult>> {
    const { one, recovery, person } = requireRecovery(facts, actor, "finance", moment);
    const owed = owedOf(recovery);
    if (recovery.status !== "asked") throw new DomainError("conflict", "recovery.settled", { status: recovery.status });
    if (recovery.received.some((part) => sameReference(part.bankReference, input.bankReference)))
      throw new DomainError("conflict", "recovery.received-before", { bankReference: input.bankReference });
    if (input.amount > owed)
      throw new DomainError("conflict", "recovery.more-than-owed", { owed, currency: recovery.amount.currency });
    const { zone } = parkOf(moment.network, recovery.parkId);
    const today = toZonedDateString(moment.now, zone);
    const askedOn = toZonedDateString(recovery.askedAt, zone);
    if (input.bookedOn > today) throw new DomainError("invalid", "payment.in-future", { bookedOn: input.bookedOn });
    const { amount, bookedOn, bankReference } = input;
    const left = owed - amount;
    const value: Recovery = {
      ...recovery,
      status: left === 0 ? "received" : "asked",
      received: [...recovery.received, { amount, bookedOn, bankReference, by: person.personId }],
    };
    const done =
      left === 0 ? chaseOver(facts.tasks ?? [], recovery, "received", actor, moment) : { changes: [], effects: [] };
    const closed = facts.book?.status === "closed";
    const { ledger } = recovery;
    return {
      changes: [
        { op: "replace", name: "recovery", value },
        ...done.changes,
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
          day: countedOn(laterOf(bookedOn, askedOn), facts.lock),
          memo: `recovery ${recovery.recovery} received ${bookedOn}, ${bankReference}`,
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
      effects: done.effects,
      result: { status: value.status, owed: left },
    };
  },
});

/** Case and spaces do not make another receipt. */
function sameReference(one: string | undefined, other: string): boolean {
  return one?.replace(/\s+/g, "").toUpperCase() === other.replace(/\s+/g, "").toUpperCase();
}

function laterOf(one: string, other: string): string {
  return one.localeCompare(other) > 0 ? one : other;
}
