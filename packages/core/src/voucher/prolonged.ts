/** The task of using a voucher lasts as long as the voucher. */
import type { Case } from "../application/case.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Moment } from "../kernel/verb.ts";
import { parkOf } from "../network/network-file.ts";
import type { Change } from "../port/store.ts";
import { deadlinesOfUse } from "../task/due.ts";
import { type Task, taskKeyOf } from "../task/task.ts";

/** The open task ends with the voucher: its reminders and its silence move along. */
export function prolonged(tasks: readonly Task[], one: Case, expires: Instant, { now, network }: Moment): Change[] {
  const { zone } = parkOf(network, one.leadPark);
  return tasks
    .filter(({ kind, status }) => kind === "use" && status === "open")
    .map((task): Change => {
      const set = deadlinesOfUse(now, expires, zone);
      return { op: "patch", name: "task", key: taskKeyOf(task), set, when: { status: "open" } };
    });
}
