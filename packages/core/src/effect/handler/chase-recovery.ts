/** Asks finance to see to money that was not paid back in time, when its day has passed. */
import { perform } from "../../kernel/perform.ts";
import type { Deps } from "../../port/deps.ts";
import { chaseRecovery } from "../../recovery/chase-recovery.ts";
import type { Body } from "./list.ts";

export async function chaseOverdue(deps: Deps, { caseId, recovery }: Body<"chase-recovery">): Promise<void> {
  // Whether it was asked is read from the recovery: a look that found redress is repeated later, under another key.
  const key = `chase-recovery:${caseId}:${recovery}:${deps.clock.now()}`;
  await perform(deps, { kind: "system", name: "outbox" }, key, chaseRecovery, { caseId, recovery });
}
