/** The slip that a park owes its revenue authority for tax withheld: its task opens once the payment is booked, and goes if that comes back. */
import type { EffectDraft } from "../effect/effect.ts";
import type { Actor } from "../kernel/actor.ts";
import { asFarAsKnown, rollForward } from "../kernel/calendar.ts";
import { dayAfter } from "../kernel/day.ts";
import { addDays, endOfDay } from "../kernel/instant.ts";
import type { Moment } from "../kernel/verb.ts";
import { calendarOf, type NetworkFile, parkOf } from "../network/network-file.ts";
import type { Change } from "../port/store.ts";
import { answerTask } from "../task/answer.ts";
import { clockOfPark, spanEnd, withNext } from "../task/due.ts";
import { openAlone } from "../task/open-alone.ts";
import type { Task } from "../task/task.ts";
import type { Order } from "./batch.ts";
import type { Matched } from "./order-facts.ts";

/** Days before the last one on which finance is reminded. */
const remindedBefore = [28, 14];

export interface SlipOf {
  readonly parkId: string;
  readonly claim: number;
}

export function slipSlot({ parkId, claim }: SlipOf): string {
  return `${parkId}.${claim}`;
}

/**
 * The last day of the slip's month in the year after the payment; a day off rolls to the next working day of the park's
 * calendar. Beyond the days that the calendar knows it is the last day itself: too early is no harm.
 */
export function slipDue(month: number, bookedOn: string, parkId: string, network: NetworkFile): string {
  const year = Number(bookedOn.slice(0, 4)) + 1;
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
  const last = dayAfter(next, -1);
  return asFarAsKnown(() => rollForward(last, calendarOf(network, parkOf(network, parkId).calendar), [])) ?? last;
}

/** The calendar year in which the provider was paid is the slip's; the remittance of the tax opens none. */
export function slipOwed({ one, claim, order }: Matched, bookedOn: string, moment: Moment): Change[] {
  if (order.purpose !== "payee") return [];
  const { network, now } = moment;
  const { country, zone } = parkOf(network, order.parkId);
  const row = claim.assessment?.withholding?.find((found) => found.country === country);
  const withheld = claim.draws?.find(({ parkId }) => parkId === order.parkId)?.withheld?.amount ?? 0;
  if (row === undefined || withheld === 0) return [];
  const due = endOfDay(slipDue(row.slip.month, bookedOn, order.parkId, network), zone);
  const clock = clockOfPark(network, order.parkId);
  const deadlines = withNext({
    due,
    reminders: remindedBefore.map((days) => addDays(due, -days, zone)).filter((at) => at > now),
    escalations: [3, 8].flatMap((wd) => asFarAsKnown(() => spanEnd(network, due, { wd }, clock)) ?? []),
  });
  const holder = { kind: "role", role: "finance", parkId: order.parkId } as const;
  const slot = slipSlot(order);
  return [openAlone(one, { kind: "file-slip", state: "Slip", slot, holder, round: order.sending, deadlines }, moment)];
}

export function openSlip(tasks: readonly Task[], order: SlipOf): Task | undefined {
  const slot = slipSlot(order);
  return tasks.find((task) => task.kind === "file-slip" && task.slot === slot && task.status === "open");
}

/** The payment came back: its next booking, perhaps in another year, opens the task anew. */
export function slipGone(
  { order, tasks }: { readonly order: Order; readonly tasks: readonly Task[] },
  actor: Actor,
  moment: Moment,
): { changes: Change[]; effects: EffectDraft[] } {
  const task = order.purpose === "payee" ? openSlip(tasks, order) : undefined;
  if (task === undefined) return { changes: [], effects: [] };
  return answerTask(task, { outcome: "returned", round: task.round }, actor, moment);
}
