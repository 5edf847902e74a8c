/** A frozen ranking lets its cases go on, one idempotent commit per case: begun again, it goes on where it stopped. */
import { perform } from "../../kernel/perform.ts";
import type { Deps } from "../../port/deps.ts";
import { passGate } from "../../review/ranking/pass-gate.ts";
import type { Body } from "./list.ts";

const runner = { kind: "system", name: "outbox" } as const;

export async function openGate(deps: Deps, { callId, round }: Body<"open-gate">): Promise<void> {
  const call = await deps.store.get("call", { callId });
  if (call?.frozen?.round !== round) return;
  for (const { caseId } of await deps.store.list("row", { parkId: call.leadPark, callId })) {
    const waits = (await deps.store.list("task", { caseId })).some(
      ({ kind, status }) => kind === "await-ranking" && status === "open",
    );
    if (waits) await perform(deps, runner, `gate:${callId}:${round}:${caseId}`, passGate, { caseId });
  }
}
