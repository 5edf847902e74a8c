/** For the secretary: the open tasks of a case that a role holds, who is asked, and to whom each can be given. */
import * as z from "zod";
import { type PersonActor, requireRole } from "../kernel/actor.ts";
import { type CaseId, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { momentOf } from "../kernel/perform.ts";
import { wholeOf } from "../kernel/whole-store.ts";
import { recipientsOf } from "../letter/recipient.ts";
import { roleNameSchema } from "../person/role-grant.ts";
import type { Deps } from "../port/deps.ts";
import { askedOfTask } from "../task/asked.ts";
import { readAssignable, unfitFor } from "../task/reassign-task.ts";
import { taskKindSchema, taskPath } from "../task/task.ts";
import { readInside } from "./inside.ts";
import { refusalSchema } from "./refusal.ts";

export const reassignmentViewSchema = z.object({
  tasks: z.array(
    z.object({
      task: z.string(),
      kind: taskKindSchema,
      slot: z.string(),
      role: roleNameSchema,
      parkId: z.string(),
      due: instantSchema,
      overdue: z.boolean(),
      /** Names of whom it asks now. */
      asked: z.array(z.string()),
      reassigned: z.array(z.object({ by: z.string(), to: z.string(), reason: z.string(), at: instantSchema })),
      people: z.array(
        z.object({
          personId: personIdSchema,
          name: z.string(),
          substitute: z.boolean(),
          /** Why it cannot be given to them. */
          refusal: refusalSchema.optional(),
        }),
      ),
    }),
  ),
});
export type ReassignmentView = z.infer<typeof reassignmentViewSchema>;

/** @throws forbidden `actor.role-needed` to everybody but the secretary; not_found for outsiders. */
export async function readReassignment(deps: Deps, actor: PersonActor, caseId: CaseId): Promise<ReassignmentView> {
  const { items } = await readInside(deps, actor, caseId);
  const now = deps.clock.now();
  requireRole(actor, "secretary", undefined, now);
  const moment = momentOf(deps, deps.ids.ulid(), await deps.network.current());
  const [one] = items.case;
  const open = items.task.filter(({ status, holder }) => status === "open" && holder.kind === "role");
  if (one === undefined) return { tasks: [] };
  const tasks = await Promise.all(
    open.map(async (task) => {
      const { holder, kind, slot, due, reassigned = [] } = task;
      if (holder.kind !== "role") return [];
      const holders = await recipientsOf(deps.store, holder, one);
      const people = await Promise.all(
        holders.map(async ({ personId, name, substitute }) => {
          const facts = await readAssignable(wholeOf(deps.store), { caseId, task: taskPath(task), to: personId });
          const refusal = unfitFor(facts, actor.personId, personId, moment);
          return { personId, name, substitute: substitute === true, ...(refusal === undefined ? {} : { refusal }) };
        }),
      );
      const ids = [...new Set(reassigned.flatMap(({ by, to }) => [by, to]))];
      const known = await Promise.all(ids.map((personId) => deps.store.get("person", { personId })));
      const nameOf = (personId: string) => known.find((person) => person?.personId === personId)?.name ?? "";
      return [
        {
          task: taskPath(task),
          kind,
          slot,
          role: holder.role,
          parkId: holder.parkId,
          due,
          overdue: due < now,
          asked: askedOfTask(task, holders, now).map(({ name }) => name),
          reassigned: reassigned.map(({ by, to, reason, at }) => ({ by: nameOf(by), to: nameOf(to), reason, at })),
          people,
        },
      ];
    }),
  );
  return { tasks: tasks.flat().sort((a, b) => a.due.localeCompare(b.due)) };
}
