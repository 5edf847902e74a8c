/** Releases the cases of a run one by one, each in its own commit under its own key: cut short, it goes on where it was. */

import { release } from "../../decision/release.ts";
import { noteRelease } from "../../decision/release-run/note-release.ts";
import { type ReleaseOutcome, type ReleaseRun, releaseOutcomeSchema } from "../../decision/release-run/release-run.ts";
import { againstRelease, readReady } from "../../decision/release-run/start-release-run.ts";
import type { PersonActor } from "../../kernel/actor.ts";
import { type DomainError, isDomainError } from "../../kernel/error.ts";
import type { CaseId } from "../../kernel/id.ts";
import { perform } from "../../kernel/perform.ts";
import { readTies } from "../../person/tie.ts";
import type { Deps } from "../../port/deps.ts";
import type { Body } from "./list.ts";

const actor = { kind: "system", name: "outbox" } as const;

export async function advanceRelease(deps: Deps, { callId, runId }: Body<"advance-release">): Promise<void> {
  const run = await deps.store.get("releaseRun", { callId, runId });
  if (run === undefined || run.state !== "running") return;
  const releaser = await actingNow(deps, run);
  for (const { caseId, hash, outcome } of run.cases) {
    if (outcome !== undefined) continue;
    const found = await releaseOne(deps, releaser, run, caseId, hash);
    await perform(deps, actor, `${runId}:note:${caseId}`, noteRelease, { callId, runId, caseId, ...found });
  }
}

/** The releaser with the roles that they hold at this moment: taken away meanwhile, the rest is refused. */
async function actingNow(deps: Deps, { startedBy, startedAt }: ReleaseRun): Promise<PersonActor | undefined> {
  const { person, grants, memberships, interests } = await deps.store.wholePerson(startedBy);
  if (person === undefined || person.disabled) return undefined;
  const ties = await readTies(deps, person, interests);
  return {
    kind: "person",
    personId: startedBy,
    name: person.name,
    grants,
    memberships,
    ties,
    secondFactorAt: startedAt,
  };
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
