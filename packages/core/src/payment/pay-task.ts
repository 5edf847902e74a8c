/** Who is asked to pay a claim: one park holds the task that the workflow waits for, each other one that owes has its own beside it. */
import type { Case } from "../application/case.ts";
import type { EffectDraft } from "../effect/effect.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Moment } from "../kernel/verb.ts";
import type { Change, Reader } from "../port/store.ts";
import { answerTask, supersedeTasks } from "../task/answer.ts";
import { clockOfPark, deadlinesOf } from "../task/due.ts";
import { taskRules } from "../task/kind.ts";
import { openAlone } from "../task/open-alone.ts";
import { type Holder, type Task, taskKeyOf } from "../task/task.ts";
import { openAgain } from "./again-task.ts";
import type { Order } from "./batch.ts";
import { type Matched, stillIs } from "./order-facts.ts";

const state = "PayShare";

export interface Paying {
  /** Of the task that the workflow waits for. */
  readonly holder: Holder;
  /** The other parks that owe. */
  readonly others: readonly string[];
  readonly orders: readonly Order[];
  readonly tasks: readonly Task[];
}

function financeOf(parkId: string): Holder {
  return { kind: "role", role: "finance", parkId };
}

/** Parks whose orders the bank has not booked, the lead first; what came back earlier and is asked for apart is left out. */
function owingParks({ leadPark }: Case, orders: readonly Order[], tasks: readonly Task[]): string[] {
  const open = orders.filter((order) => order.status !== "booked" && openAgain(tasks, order) === undefined);
  const parks = [...new Set(open.map(({ parkId }) => parkId))].sort();
  return [...parks.filter((id) => id === leadPark), ...parks.filter((id) => id !== leadPark)];
}

export async function readPaying(reader: Reader, one: Case): Promise<Paying> {
  const { caseId } = one;
  const [orders, tasks] = await Promise.all([reader.list("order", { caseId }), reader.list("task", { caseId })]);
  const [first = one.leadPark, ...others] = owingParks(one, orders, tasks);
  return { holder: financeOf(first), others, orders, tasks };
}

/** The tasks beside the workflow's. A booking at the same moment is seen by one of the two. */
export function besideChanges(one: Case, paying: Paying | undefined, moment: Moment): Change[] {
  if (paying === undefined) return [];
  const { others, orders, tasks } = paying;
  return [...others.map((parkId) => askPark(one, tasks, parkId, moment)), ...orders.map(stillIs)];
}

function askPark(one: Case, tasks: readonly Task[], parkId: string, moment: Moment): Change {
  const { network, now } = moment;
  const before = tasks.filter(
    (task) => task.state === state && task.slot === parkId && task.attempt === one.useAttempt,
  );
  const round = before.length + 1;
  const deadlines = deadlinesOf(network, now, taskRules.pay, clockOfPark(network, parkId));
  return openAlone(one, { kind: "pay", state, slot: parkId, holder: financeOf(parkId), round, deadlines }, moment);
}

const mainOf = (tasks: readonly Task[]) => openPay(tasks, "-");

function openPay(tasks: readonly Task[], slot: string): Task | undefined {
  return tasks.find((task) => task.kind === "pay" && task.slot === slot && task.status === "open");
}

function isHeldBy({ holder }: Task, parkId: string): boolean {
  return holder.kind === "role" && holder.parkId === parkId;
}

/** The park's last order is booked: its task ends, or the workflow's goes to a park that still owes, in the place of that one's own. */
export function payBooked(
  { one, order, others, tasks }: Pick<Matched, "one" | "order" | "others" | "tasks">,
  actor: Actor,
  moment: Moment,
): { changes: Change[]; effects: EffectDraft[] } {
  const nothing = { changes: [], effects: [] };
  const main = mainOf(tasks);
  const owing = owingParks(one, others, tasks);
  if (one.status !== "paying" || owing.includes(order.parkId)) return nothing;
  // The workflow asks at this moment, perhaps: of the two commits the later one looks again.
  if (main === undefined && owing.length > 0) return { ...nothing, changes: [stillAsIs(one)] };
  const own = openPay(tasks, order.parkId);
  if (own !== undefined) return answerTask(own, { outcome: "booked", round: own.round }, actor, moment);
  const [next] = owing;
  if (next === undefined || main === undefined || !isHeldBy(main, order.parkId)) return nothing;
  const taken = openPay(tasks, next);
  return {
    changes: [
      {
        op: "patch",
        name: "task",
        key: taskKeyOf(main),
        set: { holder: financeOf(next), asked: undefined, reassigned: undefined },
        when: { status: "open" },
      },
      ...supersedeTasks(taken === undefined ? [] : [taken], actor, moment),
    ],
    effects: [],
  };
}

function stillAsIs({ caseId, version }: Case): Change {
  return { op: "check", name: "case", key: { caseId }, when: { version } };
}

/** Money that came back while the claim is paid: its park is asked again unless it is asked still. The workflow's own task, once it opens, sees it too. */
export function payReturned({ one, order, tasks }: Pick<Matched, "one" | "order" | "tasks">, moment: Moment): Change[] {
  const main = mainOf(tasks);
  if (main === undefined || isHeldBy(main, order.parkId)) return [];
  if (openPay(tasks, order.parkId) !== undefined || openAgain(tasks, order) !== undefined) return [];
  return [askPark(one, tasks, order.parkId, moment)];
}
