/** Passes on every open task that somebody's interests keep them from, one commit per task. */
import { perform } from "../../kernel/perform.ts";
import { editionOf } from "../../person/interest.ts";
import type { Deps } from "../../port/deps.ts";
import { passOn } from "../../task/pass-on.ts";
import { taskKeyOf, taskPath } from "../../task/task.ts";
import type { Body } from "./list.ts";

const runner = { kind: "system", name: "outbox" } as const;
const held = ["manager", "approver", "finance", "redress"] as const;

export async function recheckInterests(deps: Deps, { personId }: Body<"recheck-interests">): Promise<void> {
  const { person, grants, interests } = await deps.store.wholePerson(personId);
  const holders = grants.flatMap(({ role, scope }) =>
    scope.kind === "park" && (held as readonly string[]).includes(role) ? [`role:${role}:${scope.parkId}`] : [],
  );
  const tasks = (await Promise.all([...new Set(holders)].map((holder) => deps.store.tasksHeldBy(holder)))).flat();
  for (const task of tasks) {
    const key = `pass-on:${personId}:${person?.version ?? 0}.${editionOf(interests)}:${task.caseId}:${taskPath(task)}`;
    await perform(deps, runner, key, passOn, { ...taskKeyOf(task), personId });
  }
}
