/** Asks the conflict rules again for every reviewer of every open case in which an organisation takes part. */
import { terminalStatuses } from "../../application/case.ts";
import { perform } from "../../kernel/perform.ts";
import { organisationOf } from "../../organisation/family.ts";
import { casesOf } from "../../organisation/merge/merge-facts.ts";
import type { Deps } from "../../port/deps.ts";
import { recheckReviewer } from "../../review/recheck-reviewer.ts";
import type { Body } from "./list.ts";

const runner = { kind: "system", name: "outbox" } as const;

export async function recheckParties(deps: Deps, { organisationId, wake }: Body<"recheck-parties">): Promise<void> {
  const organisation = await organisationOf(deps.store, organisationId);
  if (organisation === undefined) return;
  for (const { caseId, attempt, status } of await casesOf(deps.store, organisation)) {
    if (terminalStatuses.includes(status)) continue;
    for (const { reviewerId } of await deps.store.list("slot", { caseId, attempt })) {
      if (reviewerId === undefined) continue;
      const key = `recheck:${organisationId}:${wake}:${caseId}:${attempt}:${reviewerId}`;
      await perform(deps, runner, key, recheckReviewer, { caseId, attempt, personId: reviewerId });
    }
  }
}
