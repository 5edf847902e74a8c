/** Who may look at an assignment run, and the names behind its ids. */
import { holdsRole, type PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CallId } from "../kernel/id.ts";
import type { Deps } from "../port/deps.ts";
import type { Run, RunId } from "../review/run/run.ts";
import type { RunParts } from "../review/run/run-question.ts";
import type { Labels } from "./explanation.ts";
import { namesOfIds } from "./names.ts";

export async function requireReader(deps: Deps, actor: PersonActor, callId: CallId): Promise<{ mine: boolean }> {
  const call = await deps.store.get("call", { callId });
  if (call === undefined) throw new DomainError("not_found", "call.not-found");
  const now = deps.clock.now();
  const mine = holdsRole(actor, "manager", call.leadPark, now);
  const reads = holdsRole(actor, "auditor", call.leadPark, now) || holdsRole(actor, "secretary", undefined, now);
  if (!mine && !reads)
    throw new DomainError("forbidden", "actor.role-needed", { role: "manager", parkId: call.leadPark });
  return { mine };
}

export async function requireRun(deps: Deps, callId: CallId, runId: RunId): Promise<Run> {
  const run = await deps.store.get("run", { callId, runId });
  if (run === undefined) throw new DomainError("not_found", "run.not-found");
  return run;
}

export async function labelsOf(deps: Deps, run: Run, { seats, sheets }: RunParts): Promise<Labels> {
  const people = await namesOfIds(deps.store, [run.startedBy, ...seats.map(({ personId }) => personId)]);
  return { people, cases: Object.fromEntries(sheets.map(({ caseId, sheet }) => [caseId, sheet.reference])) };
}
