/** What the verbs read that tell people of a task: the task, its case, who holds it and who stands above. */
import type { Case } from "../application/case.ts";
import { type Above, aboveOf, type Candidate, recipientsOf } from "../letter/recipient.ts";
import type { Reader } from "../port/store.ts";
import { type Task, type TaskKey, taskKeyOf } from "./task.ts";

export interface TaskPeople {
  readonly one: Case | undefined;
  readonly task: Task | undefined;
  readonly holders: readonly Candidate[];
  readonly above: Above;
}

/** Nobody where the task or its case is gone. */
export async function readTaskPeople(reader: Reader, key: TaskKey): Promise<TaskPeople> {
  const [task, one] = await Promise.all([
    reader.get("task", taskKeyOf(key)),
    reader.get("case", { caseId: key.caseId }),
  ]);
  if (task === undefined || one === undefined)
    return { one, task, holders: [], above: { substitutes: [], secretaries: [] } };
  const [holders, above] = await Promise.all([
    recipientsOf(reader, task.holder, one),
    aboveOf(reader, task.holder, one),
  ]);
  return { one, task, holders, above };
}
