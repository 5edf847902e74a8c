/** The first of two approvals is given: the task goes on to whoever is asked next, with a letter where they were not asked before. */

import type { Case } from "../application/case.ts";
import { whoProposed } from "../decision/duties.ts";
import type { Proposal } from "../decision/proposal.ts";
import type { PersonActor } from "../kernel/actor.ts";
import type { Decision, Moment } from "../kernel/verb.ts";
import { letterChanges } from "../letter/write-letter.ts";
import type { ApprovalPolicy } from "../network/fund.ts";
import { type Asked, askedOfTask } from "../task/asked.ts";
import { type Task, taskKeyOf } from "../task/task.ts";
import { taskLetterData } from "../task/task-letter.ts";
import { barredFrom, type ParkStaff, turnAfter } from "./turn.ts";

interface Given {
  readonly one: Case;
  readonly task: Task;
  readonly tasks: readonly Task[];
  readonly proposals: readonly Pick<Proposal, "attempt" | "proposedBy">[];
  readonly policy: ApprovalPolicy;
  readonly staff: ParkStaff;
}

/** Changes the task alone, on the condition that it is as it was read. */
export function askNext(
  { one, task, tasks, proposals, policy, staff }: Given,
  person: PersonActor,
  moment: Moment,
): Pick<Decision<never>, "changes" | "effects"> {
  const given = [...(task.given ?? []), person.personId];
  const { role, asked } = turnAfter(
    policy,
    staff,
    given,
    barredFrom(tasks, whoProposed({ one, proposals })),
    moment.now,
  );
  const apart = task.holder.kind === "role" && task.holder.apart === true;
  const holder: Task["holder"] = { kind: "role", role, parkId: task.slot, ...(apart ? { apart } : {}) };
  const delegations = usedBy(task, person, moment);
  const set: Asked & { holder: Task["holder"] } = {
    holder,
    given,
    ...(asked === undefined ? {} : { asked }),
    ...(delegations === undefined ? {} : { delegations }),
  };
  const letters =
    policy.order === "parallel"
      ? []
      : askedOfTask(set, staff[role], moment.now).map((to) =>
          letterChanges(
            {
              kind: "approval-asked",
              key: `approval-asked:${task.state}:${task.slot}:${task.round}:second:${to.personId}`,
              stream: one.caseId,
              caseId: one.caseId,
              to,
              data: taskLetterData(one, { ...task, holder }, moment.network),
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
        // Also where nobody has a turn: whom the secretary named has answered.
        set: { ...set, asked },
        when: { status: "open", version: task.version },
      },
      ...letters.flatMap((letter) => letter.changes),
    ],
    effects: letters.flatMap((letter) => letter.effects),
  };
}

/** A delegation that this answer used can no longer be taken back, nor answered beside it. */
function usedBy({ delegations }: Asked, person: PersonActor, { now }: Moment): Asked["delegations"] {
  return delegations?.map((one) =>
    one.to === person.personId && one.takenBackAt === undefined && one.usedAt === undefined && now <= one.until
      ? { ...one, usedAt: now }
      : one,
  );
}
