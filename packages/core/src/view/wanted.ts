/** The acts that a case asks of staff now: who holds each, and whether the reader may do it — the verb itself is asked. */
import * as z from "zod";
import { holdsRole, type PersonActor } from "../kernel/actor.ts";
import type { CaseId } from "../kernel/id.ts";
import type { Deps } from "../port/deps.ts";
import { holderText, type Task, taskKindSchema, taskPath } from "../task/task.ts";
import { actOfTask } from "../task/task-act.ts";
import { holderPersonSchema, readHolders } from "./holders.ts";
import { readInside } from "./inside.ts";
import { type RefusalView, refusalSchema } from "./refusal.ts";

export const wantedSchema = z.object({
  path: z.string(),
  kind: taskKindSchema,
  slot: z.string(),
  /** People who hold the role that is asked, substitutes last. */
  holders: z.array(holderPersonSchema),
  /** The reader holds the role. */
  mine: z.boolean(),
  /** Why the reader may not do it all the same. */
  refusal: refusalSchema.optional(),
});
export type Wanted = z.infer<typeof wantedSchema>;

/** Why this person may not answer the task although they hold its role; undefined where nothing forbids it. */
export async function refusalOfTask(deps: Deps, actor: PersonActor, task: Task): Promise<RefusalView | undefined> {
  return (await actOfTask(task))?.refusal(deps, actor);
}

export async function readWanted(deps: Deps, actor: PersonActor, caseId: CaseId): Promise<Wanted[]> {
  const { items } = await readInside(deps, actor, caseId);
  const now = deps.clock.now();
  const open = items.task.filter(({ status, holder }) => status === "open" && holder.kind === "role");
  const [one] = items.case;
  const holders = one === undefined ? new Map<string, never>() : await readHolders(deps.store, open, now, one);
  return Promise.all(
    open.map(async (task): Promise<Wanted> => {
      const { holder } = task;
      const mine = holder.kind === "role" && holdsRole(actor, holder.role, holder.parkId, now);
      const refusal = mine ? await refusalOfTask(deps, actor, task) : undefined;
      return {
        path: taskPath(task),
        kind: task.kind,
        slot: task.slot,
        holders: holders.get(holderText(holder)) ?? [],
        mine,
        ...(refusal === undefined ? {} : { refusal }),
      };
    }),
  );
}
