/** After each commit on a stream: chain its new events by hash, recompute the rows of its case, and free who still reviewed one that ended. */
import type { CaseStatus } from "../../application/case.ts";
import { rowsOf } from "../../application/move.ts";
import { sealEvents } from "../../event/seal.ts";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import { commitPatiently } from "../../kernel/commit.ts";
import { DomainError, isDomainError } from "../../kernel/error.ts";
import { type CaseId, caseIdSchema } from "../../kernel/id.ts";
import { perform } from "../../kernel/perform.ts";
import type { Deps } from "../../port/deps.ts";
import type { Change } from "../../port/store.ts";
import { workOfEndedCase } from "../../review/work.ts";
import type { Row } from "../../row/row.ts";
import { holderText } from "../../task/task.ts";
import type { Body } from "./list.ts";

const waker = { kind: "system", name: "outbox" } as const;

export async function tidy(deps: Deps, body: Body<"tidy">): Promise<void> {
  await sealAll(deps, body.stream);
  const caseId = caseIdSchema.safeParse(body.stream);
  if (!caseId.success) return;
  for (let attempt = 1; attempt <= attemptsMost; attempt++)
    if (await refreshRows(deps, caseId.data)) return wakeCall(deps, caseId.data);
  throw new DomainError("unavailable", "row.case-moved");
}

/** Statuses by which a call may come nearer to its end: reviews are over, or the decision was told. */
const wakes: readonly CaseStatus[] = ["deciding", "issued", "conditional", "rejected", "ineligible", "withdrawn"];

/** The case that a call waited for may have been its last. */
async function wakeCall(deps: Deps, caseId: CaseId): Promise<void> {
  const one = await deps.store.get("case", { caseId });
  if (one === undefined || !wakes.includes(one.status)) return;
  const call = await deps.store.get("call", { callId: one.callId });
  if (call === undefined || (call.state !== "closed" && call.state !== "deciding")) return;
  // Loaded when a call waits for it: what a call's end depends on brings all letters along.
  const { advanceCall } = await import("../../call/advance-call.ts");
  const wake = `case:${caseId}:${one.status}:${one.statusSince}`;
  await perform(deps, waker, `advance:${call.callId}:${wake}`, advanceCall, { callId: call.callId, wake });
}

/** Another sealer of the same stream is no failure: what it chained is chained, and the rest is looked at again. */
async function sealAll(deps: Deps, stream: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      while ((await sealEvents(deps, stream)) > 0);
      return;
    } catch (error) {
      if (!isDomainError(error, "seal.other-sealer") || attempt >= attemptsMost) throw error;
      await deps.clock.sleep(Math.ceil(deps.random.next() * 20 * attempt));
    }
  }
}

/** A case that moves while its rows are made is read again so many times before the effect is put off. */
const attemptsMost = 5;

/** False when the case or a row moved meanwhile. */
async function refreshRows(deps: Deps, caseId: CaseId): Promise<boolean> {
  const one = await deps.store.get("case", { caseId });
  if (one === undefined) return true;
  const bare = rowsOf(one);
  // Rows before tasks: who read older tasks than another wrote rows from finds the row's version changed.
  const before = await Promise.all(
    bare.map(({ parkId, callId }) => deps.store.get("row", { parkId, callId, caseId: one.caseId })),
  );
  const tasks = await deps.store.list("task", { caseId: one.caseId });
  const open = tasks.filter((task) => task.status === "open").sort((a, b) => a.due.localeCompare(b.due));
  const holders = [...new Set(open.map((task) => holderText(task.holder)))];
  const due = open[0]?.due;
  const ended = await workOfEndedCase(deps.store, one);
  const changes = bare.flatMap((row, index): Change[] => {
    const there = before[index];
    if (there === undefined) return [{ op: "create", name: "row", value: { ...row, due, holders } }];
    if (!sameFacts(there, row))
      return [{ op: "replace", name: "row", value: { ...row, due, holders, version: there.version } }];
    if (there.due === due && canonicalJson(there.holders) === canonicalJson(holders)) return [];
    // Only what follows from the tasks; the rest changes with the case's status, and by its moves alone.
    const { parkId, callId, caseId: id, status, since, version } = there;
    const key = { parkId, callId, caseId: id };
    return [{ op: "patch", name: "row", key, set: { due, holders }, when: { status, since, version } }];
  });
  changes.push(...ended);
  if (changes.length === 0) return true;
  const check: Change = { op: "check", name: "case", key: { caseId: one.caseId }, when: { version: one.version } };
  const outcome = await commitPatiently(
    deps,
    changes.every(({ op }) => op === "patch") ? changes : [check, ...changes],
  );
  return outcome.ok;
}

/** Whether a row shows the case as it is, its tasks apart. */
function sameFacts(there: Row, row: Row): boolean {
  const facts = ({ due: _due, holders: _holders, version: _version, ...rest }: Row) => canonicalJson(rest);
  return facts(there) === facts(row);
}
