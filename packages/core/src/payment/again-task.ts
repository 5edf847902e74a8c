/** The task of a payment that came back while no workflow waits for it: the park pays again, and the bank's booking of that answers it. */
import type { EffectDraft } from "../effect/effect.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Moment } from "../kernel/verb.ts";
import type { Change } from "../port/store.ts";
import { answerTask } from "../task/answer.ts";
import { clockOfPark, deadlinesOf } from "../task/due.ts";
import { taskRules } from "../task/kind.ts";
import { openAlone } from "../task/open-alone.ts";
import type { Task } from "../task/task.ts";
import type { Order } from "./batch.ts";
import type { Matched } from "./order-facts.ts";

type OrderKey = Pick<Order, "parkId" | "claim" | "purpose">;

/** `limburg.1`; `limburg.1.tax` for what was withheld. */
export function againSlot({ parkId, claim, purpose }: OrderKey): string {
  return [parkId, claim, ...(purpose === "tax" ? ["tax"] : [])].join(".");
}

export function openAgain(tasks: readonly Task[], order: OrderKey): Task | undefined {
  const slot = againSlot(order);
  return tasks.find((task) => task.kind === "pay-again" && task.slot === slot && task.status === "open");
}

/** @param next the order as it waits to be sent again. One that came back before it was booked is asked for already. */
export function askAgain({ one, tasks }: Pick<Matched, "one" | "tasks">, next: Order, moment: Moment): Change[] {
  if (openAgain(tasks, next) !== undefined) return [];
  const { parkId, sending: round } = next;
  return [
    openAlone(
      one,
      {
        kind: "pay-again",
        state: "PayAgain",
        slot: againSlot(next),
        holder: { kind: "role", role: "finance", parkId },
        round,
        deadlines: deadlinesOf(moment.network, moment.now, taskRules["pay-again"], clockOfPark(moment.network, parkId)),
      },
      moment,
    ),
  ];
}

/** The bank has booked it: nothing is left to do, even while its scheme might send it back once more. */
export function paidAgain(
  { order, tasks }: Pick<Matched, "order" | "tasks">,
  actor: Actor,
  moment: Moment,
): { changes: Change[]; effects: EffectDraft[] } {
  const task = openAgain(tasks, order);
  if (task === undefined) return { changes: [], effects: [] };
  return answerTask(task, { outcome: "booked", round: task.round }, actor, moment);
}
