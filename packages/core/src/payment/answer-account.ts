/** Finance of a paying park asks the payee back by a known way, then confirms or refuses its new account. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import type { Call } from "../call/call.ts";
import { addWorkingDays } from "../kernel/calendar.ts";
import { dayAfter } from "../kernel/day.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { instantSchema, startOfDay, toZonedDateString } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { calendarOf, parkOf } from "../network/network-file.ts";
import { organisationOf } from "../organisation/family.ts";
import type { Reader } from "../port/store.ts";
import type { Slot } from "../review/slot.ts";
import type { Task } from "../task/task.ts";
import { requireAnother, requireStaff } from "../voucher/staff.ts";
import { payeeOf, requireCase } from "../voucher/use-facts.ts";
import type { Voucher } from "../voucher/voucher.ts";
import type { AccountChange } from "./account-change.ts";
import { accountAnswered } from "./account-task.ts";

export const answerAccountInput = z.object({
  caseId: caseIdSchema,
  parkId: z.string().max(40),
  outcome: z.enum(["confirmed", "refused"]),
  /** When what is answered was proposed: the account that the payee was asked about is the one that is confirmed. */
  proposedAt: instantSchema,
  noInterest: z.literal(true),
});
export const answerAccountResult = z.object({
  status: answerAccountInput.shape.outcome,
  validFrom: instantSchema.optional(),
});

/** So many working days of the park pass before anything is paid to a confirmed account. */
const waitDays = 2;

interface Facts {
  readonly one: Case | undefined;
  readonly call: Call | undefined;
  readonly voucher: Voucher | undefined;
  readonly slots: readonly Slot[];
  readonly change: AccountChange | undefined;
  /** Of the case on which it was proposed. */
  readonly tasks?: readonly Task[];
}

/** Finance of a paying park, another person than who proposed it; conflict `account.no-change`, `account.another-change`. */
export const answerAccount = verb({
  name: "account.answer",
  input: answerAccountInput,
  async read(reader: Reader, { caseId }): Promise<Facts> {
    const [one, voucher, slots] = await Promise.all([
      reader.get("case", { caseId }),
      reader.get("voucher", { caseId }),
      reader.list("slot", { caseId }),
    ]);
    const call = one === undefined ? undefined : await reader.get("call", { callId: one.callId });
    if (call === undefined || voucher === undefined) return { one, call, voucher, slots, change: undefined };
    const payee = await organisationOf(reader, payeeOf(call, voucher));
    const change =
      payee === undefined ? undefined : await reader.get("accountChange", { organisationId: payee.organisationId });
    const tasks = change?.caseId === undefined ? [] : await reader.list("task", { caseId: change.caseId });
    return { one, call, voucher, slots, change, tasks };
  },
  decide(facts: Facts, actor, { parkId, outcome, proposedAt }, moment): Decision<z.infer<typeof answerAccountResult>> {
    const one = requireCase(facts);
    const person = requireStaff(actor, "finance", one, facts.slots, moment.now, parkId);
    const { change } = facts;
    if (change === undefined) throw new DomainError("conflict", "account.no-change");
    if (change.proposedAt !== proposedAt) throw new DomainError("conflict", "account.another-change");
    if (change.answeredBy === person.personId && change.status === outcome)
      return { changes: [], result: resultOf(outcome, change.validFrom) };
    if (change.status !== "proposed") throw new DomainError("conflict", "account.no-change");
    requireAnother(person, change.proposedBy, "account.propose");
    const park = parkOf(moment.network, parkId);
    const today = toZonedDateString(moment.now, park.zone);
    const last = addWorkingDays(today, waitDays, calendarOf(moment.network, park.calendar));
    const validFrom = outcome === "confirmed" ? startOfDay(dayAfter(last, 1), park.zone) : undefined;
    const value: AccountChange = {
      ...change,
      status: outcome,
      parkId,
      answeredBy: person.personId,
      answeredAt: moment.now,
      ...(validFrom === undefined ? {} : { validFrom }),
    };
    const { organisationId } = change;
    const closing = accountAnswered(facts.tasks ?? [], outcome, actor, moment);
    return {
      changes: [{ op: "replace", name: "accountChange", value }, ...closing.changes],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: `account.${outcome}`,
          facts: { parkId, organisationId, validFrom },
        },
      ],
      effects: [
        ...closing.effects,
        ...(validFrom === undefined
          ? []
          : [{ body: { kind: "apply-account" as const, organisationId }, dueAt: validFrom }]),
      ],
      result: resultOf(outcome, validFrom),
    };
  },
});

function resultOf(status: "confirmed" | "refused", validFrom: AccountChange["validFrom"]) {
  return { status, ...(validFrom === undefined ? {} : { validFrom }) };
}
