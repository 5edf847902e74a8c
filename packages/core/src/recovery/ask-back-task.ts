/** The task of a park that paid more on a voucher than the proven own share supports: it asks that back, or says why not. */
import type { Case } from "../application/case.ts";
import { unprovenByPark } from "../claim/unproven.ts";
import { type Money, moneySchema } from "../kernel/money.ts";
import type { Moment } from "../kernel/verb.ts";
import type { Change } from "../port/store.ts";
import { clockOfPark, deadlinesOf } from "../task/due.ts";
import { taskRules } from "../task/kind.ts";
import { openAlone } from "../task/open-alone.ts";
import type { Task } from "../task/task.ts";
import { requireVoucher, type UseFacts } from "../voucher/use-facts.ts";
import type { Recovery } from "./recovery.ts";

/** @param one the case as it will be: its voucher has ended, and no claim settles any more what was paid. */
export function askBackUnproven(
  one: Case,
  facts: Pick<UseFacts, "voucher" | "call" | "claims" | "tasks"> & { readonly recoveries?: readonly Recovery[] },
  moment: Moment,
): Change[] {
  const { claims, tasks, recoveries = [] } = facts;
  const unproven = unprovenByPark({ ...requireVoucher(facts), claims, recoveries });
  const { network, now } = moment;
  return unproven.map(({ parkId, amount }) =>
    openAlone(
      one,
      {
        kind: "ask-back",
        state: "AskBack",
        slot: parkId,
        holder: { kind: "role", role: "finance", parkId },
        round: tasks.filter((task) => task.kind === "ask-back" && task.slot === parkId).length + 1,
        facts: { amount },
        deadlines: deadlinesOf(network, now, taskRules["ask-back"], clockOfPark(network, parkId)),
      },
      moment,
    ),
  );
}

export function openAskBack(tasks: readonly Task[], parkId: string): Task | undefined {
  return tasks.find((task) => task.kind === "ask-back" && task.slot === parkId && task.status === "open");
}

/** What no proven own share supports of what the park paid; undefined of any other task. */
export function toAskBack({ kind, facts }: Pick<Task, "kind" | "facts">): Money | undefined {
  return kind === "ask-back" ? moneySchema.safeParse(facts["amount"]).data : undefined;
}
