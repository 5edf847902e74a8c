/** After each commit on a stream: chain its new events by hash, and recompute the rows of its case. */
import { rowsOf } from "../../application/move.ts";
import { sealEvents } from "../../event/seal.ts";
import { caseIdSchema } from "../../kernel/id.ts";
import { DomainError } from "../../kernel/error.ts";
import type { Deps } from "../../port/deps.ts";
import type { Change } from "../../port/store.ts";
import { holderText } from "../../task/task.ts";
import type { Body } from "./list.ts";

export async function tidy(deps: Deps, body: Body<"tidy">): Promise<void> {
  await sealEvents(deps, body.stream);
  const caseId = caseIdSchema.safeParse(body.stream);
  if (!caseId.success) return;
  const [one, tasks] = await Promise.all([deps.store.get("case", { caseId: caseId.data }), deps.store.list("task", { caseId: caseId.data })]);
  if (one === undefined) return;
  const open = tasks.filter((task) => task.status === "open").sort((a, b) => a.due.localeCompare(b.due));
  const holders = [...new Set(open.map((task) => holderText(task.holder)))];
  const rows = rowsOf(one).map((row) => ({ ...row, due: open[0]?.due, holders }));
  if (rows.length === 0) return;
  const check: Change = { op: "check", name: "case", key: { caseId: one.caseId }, when: { version: one.version } };
  const outcome = await deps.store.commit([check, ...rows.map((value): Change => ({ op: "put", name: "row", value }))]);
  if (!outcome.ok) throw new DomainError("unavailable", "row.case-moved");
}
