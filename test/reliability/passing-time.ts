/** Lets time pass from one deadline to the next, with a clock that is set back and forth around each. */
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { addMilliseconds, type Instant } from "@multihelix/core/kernel/instant.ts";
import { sweep } from "@multihelix/core/task/sweep.ts";
import { type Task, type TaskKind, taskPath } from "@multihelix/core/task/task.ts";
import { type Opened, settled } from "./product.ts";

/** A task's deadlines as they were when it opened. */
export interface Schedule {
  readonly caseId: CaseId;
  readonly kind: TaskKind;
  readonly path: string;
  readonly due: Instant;
  readonly reminders: readonly Instant[];
  readonly escalations: readonly Instant[];
  readonly timeOut: Instant | undefined;
}

const hour = 3_600_000;

/** Set the clock to this instant; it runs on from there. */
export function moveTo({ clock }: Opened, instant: Instant): void {
  clock.move(Date.parse(instant) - Date.parse(clock.now()));
}

/**
 * From deadline to deadline until `horizon`: two seconds before each nothing may happen yet, at it everything that is due,
 * and then the clock goes back an hour and on again. Gives the schedule of every task that was ever open.
 */
export async function passTime(opened: Opened, cases: readonly CaseId[], horizon: Instant): Promise<Schedule[]> {
  const schedules = new Map<string, Schedule>();
  for (;;) {
    const open = await openTasks(opened, cases);
    for (const task of open) remember(schedules, task);
    const next = open.flatMap(({ nextAt }) => nextAt ?? []).sort()[0];
    if (next === undefined || next > horizon) return [...schedules.values()];
    moveTo(opened, addMilliseconds(next, -2000));
    await sweep(opened.deps);
    moveTo(opened, next);
    // Two sweepers at a time: one machine's loop and a test's hand.
    await Promise.all([sweep(opened.deps), sweep(opened.deps)]);
    await settled(opened);
    opened.clock.move(-hour);
    await sweep(opened.deps);
    opened.clock.move(hour);
    await sweep(opened.deps);
  }
}

async function openTasks({ deps }: Opened, cases: readonly CaseId[]): Promise<Task[]> {
  const all = await Promise.all(cases.map((caseId) => deps.store.list("task", { caseId })));
  return all.flat().filter(({ status }) => status === "open");
}

function remember(schedules: Map<string, Schedule>, task: Task): void {
  const path = taskPath(task);
  const id = `${task.caseId} ${path}`;
  if (schedules.has(id)) return;
  const { caseId, kind, due, reminders, escalations, timeOut } = task;
  schedules.set(id, { caseId, kind, path, due, reminders, escalations, timeOut });
}
