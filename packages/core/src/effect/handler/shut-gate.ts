/** A superseded ranking brings its cases back to the gate, one idempotent commit per case: begun again, it goes on where it stopped. */
import type { CaseStatus } from "../../application/case.ts";
import { perform } from "../../kernel/perform.ts";
import type { Deps } from "../../port/deps.ts";
import { backToGate } from "../../review/ranking/back-to-gate.ts";
import type { Body } from "./list.ts";

const runner = { kind: "system", name: "outbox" } as const;
const untold: readonly CaseStatus[] = ["in-review", "deciding", "approving", "approved"];

export async function shutGate(deps: Deps, { callId, round }: Body<"shut-gate">): Promise<void> {
  const call = await deps.store.get("call", { callId });
  if (call === undefined) return;
  for (const { caseId, status } of await deps.store.list("row", { parkId: call.leadPark, callId }))
    if (untold.includes(status))
      await perform(deps, runner, `gate-shut:${callId}:${round}:${caseId}`, backToGate, { caseId, round });
}
