/** Releases the cases of a run one by one, each in its own commit under its own key: cut short, it goes on where it was. */

import { release } from "../../decision/release.ts";
import { noteRelease } from "../../decision/release-run/note-release.ts";
import { type ReleaseOutcome, type ReleaseRun, releaseOutcomeSchema } from "../../decision/release-run/release-run.ts";
import { againstRelease, readReady } from "../../decision/release-run/start-release-run.ts";
import type { PersonActor } from "../../kernel/actor.ts";
import { type DomainError, isDomainError } from "../../kernel/error.ts";
import type { CaseId } from "../../kernel/id.ts";
import { perform } from "../../kernel/perform.ts";
import type { Deps } from "../../port/deps.ts";
import { actingPerson } from "../acting-person.ts";
import type { Body } from "./list.ts";

const actor = { kind: "system", name: "outbox" } as const;

export async function advanceRelease(deps: Deps, { callId, runId }: Body<"advance-release">): Promise<void> {
  const run = await deps.store.get("releaseRun", { callId, runId });
  if (run === undefined || run.state !== "running") return;
  // Roles taken away meanwhile: the rest is refused.
  const releaser = await actingPerson(deps, run.startedBy, run.startedAt);
  for (const { caseId, hash, outcome } of run.cases) {
    if (outcome !== undefined) continue;
    const found = await releaseOne(deps, releaser, run, caseId, hash);
    await perform(deps, actor, `${runId}:note:${caseId}`, noteRelease, { callId, runId, caseId, ...found });
  }
}

interface Found {
  readonly outcome: ReleaseOutcome;
  readonly code?: string;
}

/** A refusal is what became of the case; what is only away for now throws, and the effect comes back. */
async function releaseOne(
  deps: Deps,
  releaser: PersonActor | undefined,
  { runId }: ReleaseRun,
  caseId: CaseId,
  hash: string,
): Promise<Found> {
  if (releaser === undefined) return { outcome: "refused", code: "actor.role-needed" };
  const key = `${runId}:release:${caseId}`;
  try {
    // Released by this run before a crash, it answers by its key whatever the case is now.
    const known = await deps.store.get("idempotency", { actor: releaser.personId, key });
    const against =
      known === undefined
        ? againstRelease(await readReady(deps.store, caseId), releaser, hash, deps.clock.now())
        : undefined;
    if (against !== undefined) return { outcome: "refused", code: against };
    const { outcome } = await perform(deps, releaser, key, release, { caseId, noInterest: true });
    return { outcome: releaseOutcomeSchema.parse(outcome) };
  } catch (error) {
    if (!isDomainError(error) || error.kind === "unavailable") throw error;
    return { outcome: "refused", code: (error as DomainError).code };
  }
}
