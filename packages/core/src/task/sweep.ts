/** Looks at every task whose next instant has come: reminders, escalations, and silence that becomes an answer. */
import { isDomainError } from "../kernel/error.ts";
import { addMinutes } from "../kernel/instant.ts";
import { perform } from "../kernel/perform.ts";
import type { Deps } from "../port/deps.ts";
import { fallDue, fallDueKey } from "./fall-due.ts";
import { type Task, taskKeyOf, taskPath } from "./task.ts";

const sweeper = { kind: "system", name: "sweep" } as const;

export interface SweepResult {
  reminded: number;
  escalated: number;
  timedOut: number;
  failed: number;
  more: boolean;
}

const postponeMinutes = 5;

/** One bounded pass. Each step is one idempotent commit; what fails is logged and met again five minutes later, behind the others. */
export async function sweep(deps: Deps, limit = 100): Promise<SweepResult> {
  const due = await deps.store.dueTasks(deps.clock.now(), limit);
  const result: SweepResult = { reminded: 0, escalated: 0, timedOut: 0, failed: 0, more: due.length >= limit };
  for (const task of due) {
    try {
      const step = await sweepOne(deps, task);
      if (step === "reminded") result.reminded += 1;
      if (step === "escalated") result.escalated += 1;
      if (step === "time-out") result.timedOut += 1;
    } catch (error) {
      // The list is older than the truth, or the clock went back: it will come up when it is due.
      if (isDomainError(error, "task.not-due")) continue;
      result.failed += 1;
      await postpone(deps, task);
      deps.log.error(
        "sweep.failed",
        { task: taskPath(task), caseId: task.caseId, code: isDomainError(error) ? error.code : "fault" },
        error,
      );
    }
  }
  return result;
}

/** Only when to look again changes; the task's deadlines stay what they are. */
async function postpone(deps: Deps, { nextAt, ...task }: Task): Promise<void> {
  const later = addMinutes(deps.clock.now(), postponeMinutes);
  const when = { status: "open", nextAt: nextAt ?? null };
  await deps.store
    .commit([{ op: "patch", name: "task", key: taskKeyOf(task), set: { nextAt: later }, when }])
    .catch((error: unknown) =>
      deps.log.warn("sweep.not-postponed", { caseId: task.caseId, code: isDomainError(error) ? error.code : "fault" }),
    );
}

async function sweepOne(deps: Deps, task: Task) {
  const { step } = await perform(deps, sweeper, fallDueKey(task), fallDue, task);
  // Loaded when the first of them is due: what silence does brings most verbs along.
  if (step === "time-out") await (await import("./time-out.ts")).timeOut(deps, task);
  return step;
}
