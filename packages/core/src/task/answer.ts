/** Answering, cancelling and refusing tasks: the changes and effects every verb shares. */

import type { EffectDraft } from "../effect/effect.ts";
import { type Actor, actorRef } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { Moment } from "../kernel/verb.ts";
import type { Change } from "../port/store.ts";
import { type Task, type TaskKind, taskKeyOf, taskPath } from "./task.ts";

export interface Closing {
  changes: Change[];
  effects: EffectDraft[];
}

/**
 * The open task of that kind (and slot) among the case's tasks. `conflict task.not-open` if there is none;
 * `conflict task.already-answered` with who, when and what if the latest was closed.
 */
export function requireOpenTask(tasks: readonly Task[], kind: TaskKind, slot?: string): Task {
  const alike = tasks.filter((task) => task.kind === kind && (slot === undefined || task.slot === slot));
  const open = alike.find((task) => task.status === "open");
  if (open !== undefined) return open;
  const latest = alike.sort((a, b) => (a.at ?? "").localeCompare(b.at ?? "")).at(-1);
  if (latest === undefined) throw new DomainError("conflict", "task.not-open", { kind });
  throw new DomainError("conflict", "task.already-answered", {
    kind,
    task: taskPath(latest),
    status: latest.status,
    by: latest.by,
    at: latest.at,
    outcome: latest.answer?.["outcome"],
  });
}

/** Close a task with an answer, on the sole condition that it is open, and tell the workflow. */
export function answerTask(
  task: Task,
  answer: Record<string, unknown>,
  actor: Actor,
  moment: Moment,
  status: "answered" | "timed-out" = "answered",
): Closing {
  return close(task, status, answer, actor, moment);
}

/** Close each of these, in its own round, with the same outcome. */
export function answerTasks(tasks: readonly Task[], outcome: string, actor: Actor, moment: Moment): Closing {
  return joined(tasks.map((task) => answerTask(task, { outcome, round: task.round }, actor, moment)));
}

/** A slip of tax that was withheld, a payment that came back, one that no own share was proven for, money not paid back in time; an account that other cases wait for too. */
const lasting: readonly TaskKind[] = ["file-slip", "pay-again", "ask-back", "chase-recovery", "answer-account"];

/** Close tasks whose case has moved on; the workflow, if it still waits, is told `cancelled`. What was paid or owed keeps its task, wherever the case goes. */
export function cancelTasks(tasks: readonly Task[], actor: Actor, moment: Moment, tellWorkflow: boolean): Closing {
  const { changes, effects } = joined(
    tasks
      .filter((task) => task.status === "open" && !lasting.includes(task.kind))
      .map((task) => close(task, "cancelled", cancelledAnswer(task), actor, moment)),
  );
  return { changes, effects: tellWorkflow ? effects : [] };
}

/** Close tasks that ask about what was replaced; the execution that waited for them is stopped, so nobody is told. */
export function supersedeTasks(tasks: readonly Task[], actor: Actor, moment: Moment): Change[] {
  return tasks
    .filter((task) => task.status === "open")
    .flatMap((task) => close(task, "superseded", cancelledAnswer(task), actor, moment).changes);
}

/** What the workflow is told of a cancelled task: all fields that any definition reads of any answer. */
export function cancelledAnswer(task: Pick<Task, "round">): Record<string, unknown> {
  return { outcome: "cancelled", round: task.round, parks: [], slots: [] };
}

function joined(closings: readonly Closing[]): Closing {
  return {
    changes: closings.flatMap(({ changes }) => changes),
    effects: closings.flatMap(({ effects }) => effects),
  };
}

function close(
  task: Task,
  status: "answered" | "timed-out" | "cancelled" | "superseded",
  answer: Record<string, unknown>,
  actor: Actor,
  moment: Moment,
): Closing {
  const key = taskKeyOf(task);
  return {
    changes: [
      {
        op: "patch",
        name: "task",
        key,
        set: { status, answer, by: actorRef(actor), at: moment.now, nextAt: undefined },
        when: { status: "open" },
      },
    ],
    effects: [{ body: { kind: "resolve-task", task: key } }],
  };
}

/**
 * The same person repeating the same answer is no error: the verb returns what it returned. `conflict
 * task.already-answered` otherwise. Gives the task to answer, or undefined for a repetition.
 */
export function openOrRepeated(
  tasks: readonly Task[],
  kind: TaskKind,
  slot: string | undefined,
  actor: Actor,
  outcome: string,
): Task | undefined {
  const alike = tasks.filter((task) => task.kind === kind && (slot === undefined || task.slot === slot));
  if (alike.some((task) => task.status === "open")) return requireOpenTask(tasks, kind, slot);
  const latest = [...alike].sort((a, b) => (a.at ?? "").localeCompare(b.at ?? "")).at(-1);
  if (latest !== undefined && latest.by === actorRef(actor) && latest.answer?.["outcome"] === outcome) return undefined;
  return requireOpenTask(tasks, kind, slot);
}
