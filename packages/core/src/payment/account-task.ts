/** The task of a payee's other account: finance of each park that pays it is asked, and one answer closes them all. */
import type { Case } from "../application/case.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Moment } from "../kernel/verb.ts";
import type { Change } from "../port/store.ts";
import { answerTasks, type Closing } from "../task/answer.ts";
import { clockOfPark, deadlinesOf } from "../task/due.ts";
import { taskRules } from "../task/kind.ts";
import { openAlone } from "../task/open-alone.ts";
import type { Task } from "../task/task.ts";

/** @param one the case on which it is proposed; a payee of several is asked back once, on that one. */
export function askAccount(one: Case, tasks: readonly Task[], moment: Moment): Change[] {
  const { network, now } = moment;
  return one.payingParks.map((parkId) =>
    openAlone(
      one,
      {
        kind: "answer-account",
        state: "AnswerAccount",
        slot: parkId,
        holder: { kind: "role", role: "finance", parkId },
        round: tasks.filter(({ kind, slot }) => kind === "answer-account" && slot === parkId).length + 1,
        deadlines: deadlinesOf(network, now, taskRules["answer-account"], clockOfPark(network, parkId)),
      },
      moment,
    ),
  );
}

/** Whichever park answered, and of whichever case: nothing is left to ask. @param tasks of the case on which it was proposed */
export function accountAnswered(
  tasks: readonly Task[],
  outcome: "confirmed" | "refused",
  actor: Actor,
  moment: Moment,
): Closing {
  const asked = tasks.filter(({ kind, status }) => kind === "answer-account" && status === "open");
  return answerTasks(asked, outcome, actor, moment);
}
