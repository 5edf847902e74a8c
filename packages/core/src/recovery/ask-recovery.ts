/** A park asks money back that it has paid: recoverable ← disbursed, and a letter with reasons and remedy (domain §11). */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import type { Call } from "../call/call.ts";
import { reopen } from "../closing/look.ts";
import { isMember } from "../kernel/actor.ts";
import { daySchema } from "../kernel/day.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Instant, toZonedDateString } from "../kernel/instant.ts";
import { money } from "../kernel/money.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Share } from "../ledger/posting.ts";
import { type Recipient, recipientsOf } from "../letter/recipient.ts";
import { parkOf } from "../network/network-file.ts";
import type { Order } from "../payment/batch.ts";
import type { Reader } from "../port/store.ts";
import { openAsksOf, readWindows, type WindowFacts, waitUnproven } from "../redress/open-window.ts";
import { isPending } from "../redress/redress.ts";
import type { Slot } from "../review/slot.ts";
import type { Task } from "../task/task.ts";
import { requireStaff } from "../voucher/staff.ts";
import { payeeOf, requireCase } from "../voucher/use-facts.ts";
import type { Voucher } from "../voucher/voucher.ts";
import { askedOf, requireAskBack } from "./ask-back-task.ts";
import { lookWhenDue } from "./chase-recovery.ts";
import type { Recovery } from "./recovery.ts";
import { recoveryLetters } from "./recovery-letter.ts";

export const askRecoveryInput = z.object({
  caseId: caseIdSchema,
  parkId: z.string().max(40),
  /** Minor units of the park's currency. */
  amount: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  due: daySchema,
  reasons: z.string().trim().min(1).max(2000),
  noInterest: z.literal(true),
  /** Round of the park's task to ask back that this answers; left out, the task stands. */
  answers: z.number().int().min(1).optional(),
});
export const askRecoveryResult = z.object({ recovery: z.number().int() });

interface Facts {
  readonly one: Case | undefined;
  readonly slots: readonly Slot[];
  readonly shares: readonly Share[];
  readonly orders: readonly Order[];
  readonly recoveries: readonly Recovery[];
  readonly tasks?: readonly Task[];
  readonly call?: Call | undefined;
  readonly voucher?: Voucher | undefined;
  readonly debtors: readonly Recipient[];
  /** What can still be asked about the end of the voucher; read where the task to ask back is answered. */
  readonly windows?: readonly WindowFacts[];
}

/**
 * Finance of the park. What its task wants is asked once nobody can object to the end of the voucher any more: upheld, its
 * last claim settles what was paid.
 * @throws conflict `recovery.more-than-paid` with what is paid, per year; with `answers` `recovery.redress-open` with its
 * last instant, `redress.pending`, and as `requireAskBack` does
 */
export const askRecovery = verb({
  name: "recovery.ask",
  input: askRecoveryInput,
  async read(reader: Reader, { caseId, parkId, answers }): Promise<Facts> {
    const [one, slots, shares, orders, recoveries, tasks, voucher] = await Promise.all([
      reader.get("case", { caseId }),
      reader.list("slot", { caseId }),
      reader.list("share", { caseId, parkId }),
      reader.list("order", { caseId, parkId }),
      reader.list("recovery", { caseId }),
      reader.list("task", { caseId }),
      reader.get("voucher", { caseId }),
    ]);
    const call = one === undefined ? undefined : await reader.get("call", { callId: one.callId });
    const debtorId = debtorOf({ orders, call, voucher });
    const debtors =
      one === undefined || debtorId === undefined
        ? []
        : await recipientsOf(reader, { kind: "organisation", organisationId: debtorId }, one);
    const windows = call === undefined || answers === undefined ? [] : await readWindows(reader, call, caseId);
    return { one, slots, shares, orders, recoveries, tasks, call, voucher, debtors, windows };
  },
  decide(facts: Facts, actor, input, moment): Decision<z.infer<typeof askRecoveryResult>> {
    const one = requireCase(facts);
    const { parkId, amount, due, reasons, answers } = input;
    const person = requireStaff(actor, "finance", one, facts.slots, moment.now, parkId);
    const debtorId = debtorOf(facts);
    if (debtorId !== undefined && isMember(person, debtorId, ["owner", "editor", "finance", "viewer"]))
      throw new DomainError("forbidden", "duties.own-case", { caseId: one.caseId });
    const task = answers === undefined ? undefined : requireAskBack(facts.tasks ?? [], parkId, answers);
    const park = parkOf(moment.network, parkId);
    if (task !== undefined) demandEndStands(facts.windows ?? [], parkOf(moment.network, one.leadPark).zone, moment.now);
    const today = toZonedDateString(moment.now, park.zone);
    if (due <= today) throw new DomainError("invalid", "recovery.due-past", { due, today });
    const share = facts.shares.find(({ disbursed }) => disbursed >= amount);
    if (share === undefined || debtorId === undefined) {
      const paid = facts.shares.reduce((most, { disbursed }) => Math.max(most, disbursed), 0);
      throw new DomainError("conflict", "recovery.more-than-paid", { amount, paid, currency: park.currency });
    }
    const value: Recovery = {
      caseId: one.caseId,
      recovery: facts.recoveries.reduce((most, { recovery }) => Math.max(most, recovery), 0) + 1,
      parkId,
      ledger: share.ledger,
      debtorId,
      amount: money(amount, share.ledger.currency),
      reasons,
      status: "asked",
      due,
      askedBy: person.personId,
      askedAt: moment.now,
      received: [],
      version: 0,
    };
    const letters = recoveryLetters(one, value, facts.debtors, moment);
    const closing = task === undefined ? { changes: [], effects: [] } : askedOf(task, amount, actor, moment);
    const open = reopen(one, moment.now);
    return {
      changes: [{ op: "create", name: "recovery", value }, ...open.changes, ...closing.changes, ...letters.changes],
      postings: [
        {
          ledger: share.ledger,
          to: "recoverable",
          from: "disbursed",
          amount,
          caseId: one.caseId,
          memo: `recovery ${value.recovery} asked`,
        },
      ],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: "recovery.asked",
          facts: { parkId, recovery: value.recovery, amount, currency: share.ledger.currency, due },
        },
      ],
      effects: [...open.effects, ...closing.effects, ...letters.effects, lookWhenDue(value, moment.network)],
      result: { recovery: value.recovery },
    };
  },
});

/** Money that came back is not paid again by itself where redress undoes the end or a cut. */
function demandEndStands(windows: readonly WindowFacts[], zone: string, now: Instant): void {
  for (const facts of windows) {
    if (isPending(facts.one.redress)) throw new DomainError("conflict", "redress.pending");
    const [until] = openAsksOf(facts, zone, now)
      .filter(({ against }) => against === "cancellation" || against === "claim-cut")
      .map((ask) => ask.waits ?? ask.until ?? waitUnproven(facts.one.statusSince, zone))
      .filter((last) => last >= now)
      .toSorted()
      .reverse();
    if (until !== undefined) throw new DomainError("conflict", "recovery.redress-open", { until });
  }
}

/** Whoever was paid last; of a voucher that moved in and of which only another system paid, whoever its call pays. */
function debtorOf({ orders, call, voucher }: Pick<Facts, "orders" | "call" | "voucher">): Order["payeeId"] | undefined {
  const before = call === undefined || voucher === undefined ? undefined : payeeOf(call, voucher);
  return orders.filter(({ status }) => status === "booked").at(-1)?.payeeId ?? before;
}
