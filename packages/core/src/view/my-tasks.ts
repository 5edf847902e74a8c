/** What is wanted from somebody now: open tasks of every hat they wear. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Instant, instantSchema } from "../kernel/instant.ts";
import type { NetworkFile } from "../network/network-file.ts";
import type { Store } from "../port/store.ts";
import { taskKeyOf, taskKindSchema, taskPath } from "../task/task.ts";
import { ageBetween } from "./age.ts";
import { audienceOf } from "./audience.ts";
import { mayAnswer } from "./case-view.ts";

export const myTaskSchema = z.object({
  caseId: caseIdSchema,
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
});
export type MyTask = z.infer<typeof myTaskSchema>;

/** Soonest due first. The index only finds candidates; each is read strongly before it is shown. */
export async function myTasks(store: Store, actor: PersonActor, now: Instant, network: NetworkFile): Promise<MyTask[]> {
  const holders = [
    `person:${actor.personId}`,
    ...actor.memberships.map(({ organisationId }) => `organisation:${organisationId}`),
    ...actor.grants.flatMap(({ role, scope }) => (scope.kind === "park" ? [`role:${role}:${scope.parkId}`] : [])),
  ];
  const listed = (await Promise.all([...new Set(holders)].map((holder) => store.tasksHeldBy(holder)))).flat();
  const read = await Promise.all(
    listed.map(async (task) => {
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
  return read
    .flatMap((held) => (held?.task.status === "open" && mayAnswer(actor, held.task, now) ? [held] : []))
    .sort((a, b) => a.task.due.localeCompare(b.task.due))
    .map(({ task, one }) => ({
      caseId: task.caseId,
      path: taskPath(task),
      kind: task.kind,
      slot: task.slot,
      reference: String(task.facts["reference"] ?? ""),
      title: String(task.facts["title"] ?? ""),
      opened: task.opened,
      due: task.due,
      overdue: task.due < now,
      applicant: one.applicantName,
      ...ageBetween(task.opened, task.due, network, one.leadPark, now),
    }));
}
