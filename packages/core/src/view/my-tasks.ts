/** What is wanted from somebody now: open tasks of every hat they wear. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { callIdSchema, caseIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { recipientsOf } from "../letter/recipient.ts";
import type { Deps } from "../port/deps.ts";
import { askedOfTask } from "../task/asked.ts";
import { taskKeyOf, taskKindSchema, taskPath } from "../task/task.ts";
import { agesOf } from "./age.ts";
import { audienceOf } from "./audience.ts";
import { mayAnswer } from "./case-view.ts";
import { refusalSchema } from "./refusal.ts";
import { refusalOfTask } from "./wanted.ts";

export const myTaskSchema = z.object({
  caseId: caseIdSchema,
  callId: callIdSchema,
  path: z.string(),
  kind: taskKindSchema,
  slot: z.string(),
  reference: z.string(),
  title: z.string(),
  opened: instantSchema,
  due: instantSchema,
  overdue: z.boolean(),
  applicant: z.string(),
  /** On the calendar of the case's lead park; absent beyond the years whose holidays are known. */
  elapsed: z.number().optional(),
  workingDaysLeft: z.number().int().optional(),
  /** Why a colleague must answer it, not the reader. */
  refusal: refusalSchema.optional(),
});
export type MyTask = z.infer<typeof myTaskSchema>;

/** Refusals of a task that for now is wanted from a colleague. */
const elsewhere: readonly string[] = ["approval.not-your-turn", "approval.delegated"];

/** Soonest due first. The index only finds candidates; each is read strongly before it is shown. */
export async function myTasks(deps: Deps, actor: PersonActor): Promise<MyTask[]> {
  const { store } = deps;
  const [now, network] = [deps.clock.now(), await deps.network.current()];
  const holders = [
    `person:${actor.personId}`,
    ...actor.memberships.map(({ organisationId }) => `organisation:${organisationId}`),
    ...actor.grants.flatMap(({ role, scope }) => (scope.kind === "park" ? [`role:${role}:${scope.parkId}`] : [])),
  ];
  const listed = (await Promise.all([...new Set(holders)].map((holder) => store.tasksHeldBy(holder)))).flat();
  const read = await Promise.all(
    listed.map(async (task) => {
      // Whole: what refuses an act looks at most of it anyway.
      await store.wholeCase(task.caseId);
      const [now_, one, offer, slots] = await Promise.all([
        store.get("task", taskKeyOf(task)),
        store.get("case", { caseId: task.caseId }),
        store.get("offer", { caseId: task.caseId }),
        store.list("slot", { caseId: task.caseId }),
      ]);
      return now_ !== undefined && one !== undefined && audienceOf(actor, one, offer, slots, now) !== undefined
        ? { task: now_, one }
        : undefined;
    }),
  );
  const open = read.flatMap((one) => (one?.task.status === "open" && mayAnswer(actor, one.task, now) ? [one] : []));
  // Given to somebody by the secretary: for the others it is no work while that person can do it.
  const theirs = await Promise.all(
    open.map(async ({ task, one }) => {
      if (task.reassigned === undefined || task.asked === undefined) return true;
      const asked = askedOfTask(task, await recipientsOf(store, task.holder, one), now);
      return asked.some(({ personId }) => personId === actor.personId);
    }),
  );
  const held = open.filter((_, index) => theirs[index]).sort((a, b) => a.task.due.localeCompare(b.task.due));
  const refusals = await Promise.all(held.map(({ task }) => refusalOfTask(deps, actor, task)));
  return held.flatMap(({ task, one }, index) => {
    const refusal = refusals[index];
    // Asked only when a colleague has answered, or no longer: it is not theirs to see in the list.
    if (refusal !== undefined && elsewhere.includes(refusal.code)) return [];
    return {
      caseId: task.caseId,
      callId: one.callId,
      path: taskPath(task),
      kind: task.kind,
      slot: task.slot,
      reference: String(task.facts["reference"] ?? ""),
      title: String(task.facts["title"] ?? ""),
      opened: task.opened,
      due: task.due,
      overdue: task.due < now,
      applicant: one.applicantName,
      ...agesOf(network, one.leadPark, now)(task.opened, task.due),
      ...(refusal === undefined ? {} : { refusal }),
    };
  });
}
