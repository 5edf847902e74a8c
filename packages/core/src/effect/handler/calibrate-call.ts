/** Computes the calibrated ranking that was asked for, in small steps with its progress, from the scores of now. */
import { commitPatiently } from "../../kernel/commit.ts";
import { DomainError } from "../../kernel/error.ts";
import type { CaseId, PersonId } from "../../kernel/id.ts";
import type { Deps } from "../../port/deps.ts";
import { calibrationSteps } from "../../review/calibration/calibrate.ts";
import { cellsOf, readScored, scoresText } from "../../review/ranking/panel-scores.ts";
import type { Ranking } from "../../review/ranking/ranking.ts";
import type { Body } from "./list.ts";

/** Progress is written so often. */
const told = 0.1;

export async function calibrateCall(deps: Deps, { callId, hash }: Body<"calibrate-call">): Promise<void> {
  const [call, asked] = await Promise.all([deps.store.get("call", { callId }), deps.store.get("ranking", { callId })]);
  // Asked again meanwhile, for other scores: that effect is on its way.
  if (call === undefined || asked === undefined || asked.hash !== hash || asked.state === "ready") return;
  const write = async (set: Partial<Ranking>) =>
    commitPatiently(deps, [{ op: "patch", name: "ranking", key: { callId }, set, when: { hash, state: "computing" } }]);
  const scored = await readScored(deps.store, call);
  if (deps.digest(scoresText(callId, scored)) !== hash) {
    await write({ state: "failed" });
    return;
  }
  const steps = calibrationSteps(cellsOf(scored), { seed: asked.seed, scale: { least: 0, most: 100 } });
  let written = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) {
      const { applications, assessors, groups, certainty } = step.value;
      const outcome = await write({
        state: "ready",
        part: 1,
        readyAt: deps.clock.now(),
        applications: applications.map(({ application, expectedRank, sucra, interval50, interval90 }) => ({
          caseId: application as CaseId,
          expectedRank,
          sucra,
          interval50,
          interval90,
        })),
        assessors: assessors.map(({ assessor, ...rest }) => ({ personId: assessor as PersonId, ...rest })),
        groups: groups.map(({ length }) => length),
        settled: certainty.settled,
        rankError: certainty.rankError,
      });
      if (!outcome.ok && (await deps.store.get("ranking", { callId }))?.hash === hash)
        throw new DomainError("unavailable", "perform.contention");
      return;
    }
    // Others are served between two steps.
    await deps.clock.sleep(0);
    if (step.value - written < told) continue;
    written = step.value;
    await write({ part: Math.round(written * 100) / 100 });
  }
}
