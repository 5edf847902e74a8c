/** The day until which money was to be paid back has passed: finance of the park is asked to see to it; no workflow waits for it. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import type { EffectDraft } from "../effect/effect.ts";
import { type Actor, requireSystem } from "../kernel/actor.ts";
import { dayAfter } from "../kernel/day.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { addDays, startOfDay } from "../kernel/instant.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { type NetworkFile, parkOf } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import { isPending, type Redress } from "../redress/redress.ts";
import { answerTasks, type Closing, supersedeTasks } from "../task/answer.ts";
import { clockOfPark, deadlinesOf } from "../task/due.ts";
import { taskRules } from "../task/kind.ts";
import { openAlone } from "../task/open-alone.ts";
import type { Task } from "../task/task.ts";
import { owedOf, type Recovery } from "./recovery.ts";

/** While redress against it is examined nobody can know when that ends. */
const daysBetweenLooks = 7;

type RecoveryKey = Pick<Recovery, "caseId" | "recovery" | "parkId">;

/** With the ask: a look when the day has passed in the park. A schedule item, no sleeping execution. */
export function lookWhenDue({ caseId, recovery, parkId, due }: Recovery, network: NetworkFile): EffectDraft {
  const dueAt = startOfDay(dayAfter(due, 1), parkOf(network, parkId).zone);
  return { body: { kind: "chase-recovery", caseId, recovery }, dueAt };
}

interface Facts {
  readonly one: Case | undefined;
  readonly recovery: Recovery | undefined;
}

/** `nothing`: settled, or asked for before. `later`: its day has not passed, or redress against it is examined. */
export const chaseRecovery = verb({
  name: "recovery.chase",
  input: z.object({ caseId: caseIdSchema, recovery: z.number().int().min(1) }),
  async read(reader: Reader, { caseId, recovery }): Promise<Facts> {
    const [one, asked] = await Promise.all([
      reader.get("case", { caseId }),
      reader.get("recovery", { caseId, recovery }),
    ]);
    return { one, recovery: asked };
  },
  decide({ one, recovery }: Facts, actor, _input, moment): Decision<{ outcome: "asked" | "later" | "nothing" }> {
    requireSystem(actor);
    if (one === undefined || recovery === undefined || owedOf(recovery) === 0 || recovery.chasedAt !== undefined)
      return { changes: [], result: { outcome: "nothing" } };
    const look = lookWhenDue(recovery, moment.network);
    if ((look.dueAt ?? moment.now) > moment.now) return { changes: [], effects: [look], result: { outcome: "later" } };
    if (isExamined(one, recovery)) {
      const dueAt = addDays(moment.now, daysBetweenLooks);
      return { changes: [], effects: [{ ...look, dueAt }], result: { outcome: "later" } };
    }
    const { parkId, recovery: number, due } = recovery;
    const { network, now } = moment;
    return {
      changes: [
        // Whoever settles it at this moment must see the task.
        { op: "replace", name: "recovery", value: { ...recovery, chasedAt: now } },
        openAlone(
          one,
          {
            kind: "chase-recovery",
            // Redress can be asked for once against it: what is opened after that is another task.
            state: wasAsked(one, recovery) ? "ChaseRecoveryAgain" : "ChaseRecovery",
            slot: parkId,
            holder: { kind: "role", role: "finance", parkId },
            round: number,
            deadlines: deadlinesOf(network, now, taskRules["chase-recovery"], clockOfPark(network, parkId)),
          },
          moment,
        ),
      ],
      events: [
        { stream: one.caseId, caseId: one.caseId, type: "recovery.overdue", facts: { parkId, recovery: number, due } },
      ],
      result: { outcome: "asked" },
    };
  },
});

function isExamined({ redress }: Case, recovery: Recovery): boolean {
  return isPending(redress) && isAgainst(redress, recovery);
}

function wasAsked({ redress, redressBefore = [] }: Case, recovery: Recovery): boolean {
  return [redress, ...redressBefore].some((request) => isAgainst(request, recovery));
}

function isAgainst(redress: Redress | undefined, { recovery }: RecoveryKey): boolean {
  return redress?.against === "recovery" && redress.recovery === recovery;
}

/** Nothing of it is owed any more, however that came: its task is done. */
export function chaseOver(
  tasks: readonly Task[],
  recovery: RecoveryKey,
  outcome: "received" | "cancelled" | "written-off",
  actor: Actor,
  moment: Moment,
): Closing {
  return answerTasks(chasing(tasks, recovery), outcome, actor, moment);
}

/** Redress against it is asked for: nobody is to see to it meanwhile, and it is looked at again afterwards. */
export function chaseWaits(tasks: readonly Task[], recovery: Recovery, actor: Actor, moment: Moment): Closing {
  const { chasedAt, ...value } = recovery;
  const { now, network } = moment;
  const look = { ...lookWhenDue(recovery, network), dueAt: addDays(now, daysBetweenLooks) };
  return {
    changes: [
      // Also where nobody was asked yet: a look at this moment must see the request.
      { op: "replace", name: "recovery", value },
      ...supersedeTasks(chasing(tasks, recovery), actor, moment),
    ],
    effects: chasedAt === undefined ? [] : [look],
  };
}

function chasing(tasks: readonly Task[], { caseId, recovery, parkId }: RecoveryKey): Task[] {
  return tasks
    .filter(({ kind, status }) => kind === "chase-recovery" && status === "open")
    .filter((task) => task.caseId === caseId && task.slot === parkId && task.round === recovery);
}
