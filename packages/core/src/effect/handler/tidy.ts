/** After each commit on a stream: chain its new events by hash, and recompute the rows of its case. */
import { rowsOf } from "../../application/move.ts";
import { sealEvents } from "../../event/seal.ts";
import { commitPatiently } from "../../kernel/commit.ts";
import { DomainError } from "../../kernel/error.ts";
import { caseIdSchema } from "../../kernel/id.ts";
import type { Deps } from "../../port/deps.ts";
import type { Change } from "../../port/store.ts";
import { holderText } from "../../task/task.ts";
import type { Body } from "./list.ts";

export async function tidy(deps: Deps, body: Body<"tidy">): Promise<void> {
  while ((await sealEvents(deps, body.stream)) > 0);
  const caseId = caseIdSchema.safeParse(body.stream);
  if (!caseId.success) return;
  const one = await deps.store.get("case", { caseId: caseId.data });
  if (one === undefined) return;
  const bare = rowsOf(one);
  // Rows before tasks: who read older tasks than another wrote rows from finds the row's version changed.
  const before = await Promise.all(
    bare.map(({ parkId, callId }) => deps.store.get("row", { parkId, callId, caseId: one.caseId })),
  );
  const tasks = await deps.store.list("task", { caseId: one.caseId });
  const open = tasks.filter((task) => task.status === "open").sort((a, b) => a.due.localeCompare(b.due));
  const holders = [...new Set(open.map((task) => holderText(task.holder)))];
  if (bare.length === 0) return;
  const check: Change = { op: "check", name: "case", key: { caseId: one.caseId }, when: { version: one.version } };
  const rows = bare.map((row, index): Change => {
    const there = before[index];
    const value = { ...row, due: open[0]?.due, holders, version: there?.version ?? 0 };
    return there === undefined ? { op: "create", name: "row", value } : { op: "replace", name: "row", value };
  });
  const outcome = await commitPatiently(deps, [check, ...rows]);
  if (!outcome.ok) throw new DomainError("unavailable", "row.case-moved");
}
