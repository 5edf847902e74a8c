/** A task that a verb opens by itself, in its own commit: no workflow waits for it, so it has no token. */
import type { Case } from "../application/case.ts";
import type { Moment } from "../kernel/verb.ts";
import type { Change } from "../port/store.ts";
import { clockOfPark, type Deadlines, deadlinesOf } from "./due.ts";
import { taskRules } from "./kind.ts";
import type { Holder, Task, TaskKind } from "./task.ts";

interface Alone {
  readonly kind: TaskKind;
  /** Where in the picture it stands. */
  readonly state: string;
  readonly holder: Holder;
  /** Another for each further one of its kind in the attempt. */
  readonly round: number;
  /** `-` unless told otherwise. */
  readonly slot?: string;
  /** Whose turn it is, where not all who hold the role are asked. */
  readonly asked?: Task["asked"];
  /** The workflow beside which it stands, if not the voucher's use. */
  readonly workflow?: "voucher-selection";
  /** What the person must know to answer, beside reference and title. */
  readonly facts?: Task["facts"];
  /** By the kind's row, in the lead park's calendar, unless told otherwise. */
  readonly deadlines?: Deadlines;
}

/** @param one the case as it will be after the commit. */
export function openAlone(one: Case, alone: Alone, moment: Moment): Change {
  return { op: "create", name: "task", value: aloneTask(one, alone, moment) };
}

/** As `openAlone`: the task itself, for who writes a letter about it. */
export function aloneTask(
  one: Case,
  { kind, state, holder, round, slot = "-", asked, workflow, facts, deadlines }: Alone,
  { now, network }: Moment,
): Task {
  return {
    caseId: one.caseId,
    workflow: workflow ?? "voucher-use",
    attempt: workflow === undefined ? one.useAttempt : one.attempt,
    state,
    slot,
    round,
    kind,
    holder,
    ...(asked === undefined ? {} : { asked }),
    status: "open",
    opened: now,
    ...(deadlines ?? deadlinesOf(network, now, taskRules[kind], clockOfPark(network, one.leadPark))),
    remindersSent: 0,
    escalated: 0,
    facts: { reference: one.reference, title: one.title, ...facts },
    version: 0,
  };
}
