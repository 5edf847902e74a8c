/** After somebody's interests have changed: a task that they can no longer do is told to whoever does it now, or, where nobody is left, to the secretary. */
import { requireSystem } from "../kernel/actor.ts";
import { personIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { aboveNow } from "../letter/recipient.ts";
import { taskLetterChanges } from "../letter/task-letters.ts";
import { askedOfTask } from "./asked.ts";
import { taskRules } from "./kind.ts";
import { taskKeyOf, taskKeySchema, taskPath } from "./task.ts";
import { taskLetterData } from "./task-letter.ts";
import { readTaskPeople, type TaskPeople } from "./task-people.ts";

type Outcome = "none" | "left" | "passed-on" | "vacant";

export const passOn = verb({
  name: "task.pass-on",
  input: taskKeySchema.extend({ personId: personIdSchema }),
  read: readTaskPeople,
  decide({ one, task, holders, above }: TaskPeople, actor, { personId }, moment): Decision<{ outcome: Outcome }> {
    requireSystem(actor);
    const nothing: Decision<{ outcome: Outcome }> = { changes: [], result: { outcome: "none" } };
    const leaving = holders.find((holder) => holder.personId === personId);
    const barred = leaving?.barredUntil !== undefined && moment.now < leaving.barredUntil;
    if (one === undefined || task?.status !== "open" || task.holder.kind !== "role" || !barred) return nothing;
    // As it was asked before: with this person, whoever else is kept from the case.
    const before = askedOfTask(
      task,
      holders.map(({ barredUntil, ...holder }) =>
        holder.personId === personId || barredUntil === undefined ? holder : { ...holder, barredUntil },
      ),
      moment.now,
    );
    const now = askedOfTask(task, holders, moment.now);
    const vacant = now.length === 0;
    const newly = vacant
      ? aboveNow(above, 2, moment.now)
      : now.filter((other) => !before.some((one) => one.personId === other.personId));
    const kind = vacant ? "escalation" : (taskRules[task.kind].letter ?? "reminder");
    const letters = newly.map((to) =>
      taskLetterChanges(
        {
          kind,
          key: `${kind}:${taskPath(task)}:from:${personId}:${to.personId}`,
          stream: one.caseId,
          caseId: one.caseId,
          to,
          data: taskLetterData(one, task, moment.network),
        },
        moment,
      ),
    );
    const outcome: Outcome = vacant ? "vacant" : newly.length > 0 ? "passed-on" : "left";
    return {
      changes: [
        { op: "patch", name: "task", key: taskKeyOf(task), set: {}, when: { status: "open" } },
        ...letters.flatMap((letter) => letter.changes),
      ],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: "task.passed-on",
          facts: {
            task: taskPath(task),
            from: personId,
            to: newly.map((to) => to.personId),
            ...(vacant ? { vacant } : {}),
          },
        },
      ],
      effects: letters.flatMap((letter) => letter.effects),
      result: { outcome },
    };
  },
});
