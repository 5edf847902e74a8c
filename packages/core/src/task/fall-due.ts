/** One step of time on one task: a reminder goes out, an escalation goes up, or silence becomes an answer. */
import { requireSystem } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { aboveNow } from "../letter/recipient.ts";
import { taskLetterChanges } from "../letter/task-letters.ts";
import { askedOfTask } from "./asked.ts";
import { withNext } from "./due.ts";
import { type Task, taskKeyOf, taskKeySchema, taskPath } from "./task.ts";
import { taskLetterData } from "./task-letter.ts";
import { readTaskPeople, type TaskPeople } from "./task-people.ts";

/** `nothing`: answered meanwhile, or another sweep was faster. `time-out`: the caller performs the kind's verb. */
export type FallDueResult = { step: "nothing" | "reminded" | "escalated" | "time-out" };

export const fallDue = verb({
  name: "task.fall-due",
  input: taskKeySchema,
  read: readTaskPeople,
  decide({ one, task, holders, above }: TaskPeople, actor, _input, moment): Decision<FallDueResult> {
    requireSystem(actor);
    if (one === undefined || task === undefined || task.status !== "open" || task.nextAt === undefined) {
      return { changes: [], result: { step: "nothing" } };
    }
    // Refused, not answered: an answer would be kept under the key, and the step would never be done.
    if (task.nextAt > moment.now) throw new DomainError("conflict", "task.not-due", { nextAt: task.nextAt });
    if (task.timeOut !== undefined && task.timeOut <= moment.now) return { changes: [], result: { step: "time-out" } };
    const reminding = task.reminders.some((at) => at <= moment.now);
    // More than one where nobody could look for days: each goes to whom it is for.
    const steps = task.escalations.filter((at) => at <= moment.now).map((_, nth) => task.escalated + nth + 1);
    const escalating = steps.length > 0;
    const left = withNext({
      due: task.due,
      reminders: task.reminders.filter((at) => at > moment.now),
      escalations: task.escalations.filter((at) => at > moment.now),
      ...(task.timeOut === undefined ? {} : { timeOut: task.timeOut }),
    });
    const kind = escalating ? "escalation" : "reminder";
    const count = escalating ? task.escalated + steps.length : task.remindersSent + 1;
    const told = escalating
      ? steps.flatMap((nth) => aboveNow(above, nth, moment.now))
      : askedOfTask(task, holders, moment.now);
    const once = [...new Map(told.map((to) => [to.personId, to])).values()];
    const letters = once.map((to) =>
      taskLetterChanges(
        {
          kind,
          key: `${kind}:${taskPath(task)}:${count}:${to.personId}`,
          stream: one.caseId,
          caseId: one.caseId,
          to,
          data: taskLetterData(one, task, moment.network),
        },
        moment,
      ),
    );
    return {
      changes: [
        {
          op: "patch",
          name: "task",
          key: taskKeyOf(task),
          set: {
            reminders: left.reminders,
            escalations: left.escalations,
            nextAt: left.nextAt,
            remindersSent: task.remindersSent + (reminding && !escalating ? 1 : 0),
            escalated: task.escalated + steps.length,
          },
          when: { status: "open", nextAt: task.nextAt },
        },
        ...letters.flatMap((letter) => letter.changes),
      ],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: `task.${escalating ? "escalated" : "reminded"}`,
          facts: { task: taskPath(task), count },
        },
      ],
      effects: letters.flatMap((letter) => letter.effects),
      result: { step: escalating ? "escalated" : "reminded" },
    };
  },
});

/** Key of one step: the same instant of the same task is swept once, whoever sweeps. */
export function fallDueKey(task: Task): string {
  return `due:${task.caseId}:${taskPath(task)}:${task.nextAt ?? ""}`;
}
