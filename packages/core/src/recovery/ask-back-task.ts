/** The task of a park that paid more on a voucher than the proven own share supports: it asks that back, or says why not. */
import type { Case } from "../application/case.ts";
import { unprovenByPark } from "../claim/unproven.ts";
import type { Actor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { addDays } from "../kernel/instant.ts";
import { type Money, moneySchema } from "../kernel/money.ts";
import type { Moment } from "../kernel/verb.ts";
import type { Change } from "../port/store.ts";
import { answerTask, type Closing, supersedeTasks } from "../task/answer.ts";
import { clockOfPark, deadlinesOf } from "../task/due.ts";
import { taskRules } from "../task/kind.ts";
import { openAlone } from "../task/open-alone.ts";
import type { Task } from "../task/task.ts";
import { requireVoucher, type UseFacts } from "../voucher/use-facts.ts";
import type { Recovery } from "./recovery.ts";

/** Until then the end may be asked about: 10 days at most to prove its letter delivered, and 30 (domain §9). */
const daysOfRedress = 40;

/** @param one the case as it will be: its voucher has ended, and no claim settles any more what was paid. */
export function askBackUnproven(
  one: Case,
  facts: Pick<UseFacts, "voucher" | "call" | "claims" | "tasks"> & { readonly recoveries?: readonly Recovery[] },
  actor: Actor,
  moment: Moment,
): Change[] {
  const { claims, tasks, recoveries = [] } = facts;
  const earlier = tasks.filter(({ kind }) => kind === "ask-back");
  const unproven = unprovenByPark({ ...requireVoucher(facts), claims, recoveries }).filter(
    ({ parkId, amount }) => !isLeft(earlier, parkId, amount),
  );
  const { network, now } = moment;
  const opened = unproven.map(({ parkId, amount }) =>
    openAlone(
      one,
      {
        kind: "ask-back",
        state: "AskBack",
        slot: parkId,
        holder: { kind: "role", role: "finance", parkId },
        round: earlier.filter(({ slot }) => slot === parkId).length + 1,
        facts: { amount },
        deadlines: deadlinesOf(
          network,
          addDays(now, daysOfRedress),
          taskRules["ask-back"],
          clockOfPark(network, parkId),
        ),
      },
      moment,
    ),
  );
  // What was asked at an earlier end is counted anew.
  return [...supersedeTasks(earlier, actor, moment), ...opened];
}

/** The park said why it asks that much not back. */
function isLeft(tasks: readonly Task[], parkId: string, amount: Money): boolean {
  const last = tasks
    .filter(({ slot }) => slot === parkId)
    .toSorted((a, b) => a.round - b.round)
    .at(-1);
  return last?.answer?.["outcome"] === "left" && toAskBack(last)?.amount === amount.amount;
}

/**
 * The task that an ask of the park says it answers.
 * @throws conflict `task.not-open`, `task.already-answered`
 */
export function requireAskBack(tasks: readonly Task[], parkId: string, round: number): Task {
  const task = tasks.find((one) => one.kind === "ask-back" && one.slot === parkId && one.round === round);
  if (task === undefined) throw new DomainError("conflict", "task.not-open");
  if (task.status !== "open") throw new DomainError("conflict", "task.already-answered", { by: task.by, at: task.at });
  return task;
}

/** With a part of it asked back the rest stays wanted; with all of it the task is answered. */
export function askedOf(task: Task, asked: number, actor: Actor, moment: Moment): Closing {
  const wanted = toAskBack(task);
  if (wanted === undefined || asked >= wanted.amount)
    return answerTask(task, { outcome: "asked", round: task.round }, actor, moment);
  const amount = { ...wanted, amount: wanted.amount - asked };
  return {
    changes: [{ op: "replace", name: "task", value: { ...task, facts: { ...task.facts, amount } } }],
    effects: [],
  };
}

/** What no proven own share supports of what the park paid; undefined of any other task. */
export function toAskBack({ kind, facts }: Pick<Task, "kind" | "facts">): Money | undefined {
  return kind === "ask-back" ? moneySchema.safeParse(facts["amount"]).data : undefined;
}
