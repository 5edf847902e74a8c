/** Takes an assignment run one step on: reads more cases, computes the answer, or invites the reviewers of some cases. */
import { perform } from "../../kernel/perform.ts";
import type { Deps } from "../../port/deps.ts";
import { applyRun, countRun } from "../../review/run/apply-run.ts";
import { collectRun } from "../../review/run/collect-run.ts";
import type { Run } from "../../review/run/run.ts";
import { peopleAt, readParts } from "../../review/run/run-question.ts";
import { solveRun } from "../../review/run/solve-run.ts";
import type { Body } from "./list.ts";

const actor = { kind: "system", name: "outbox" } as const;
/** Cases whose reviewers are invited in one step. */
const invitedAStep = 25;

export async function advanceRun(deps: Deps, { callId, runId }: Body<"advance-run">): Promise<void> {
  const run = await deps.store.get("run", { callId, runId });
  if (run === undefined) return;
  const input = { callId, runId };
  if (run.state === "collecting")
    await perform(deps, actor, `${runId}:collect:${run.collected}`, collectRun, { ...input, from: run.collected });
  if (run.state === "solving")
    await perform(deps, actor, `${runId}:solve:${run.round}`, solveRun, { ...input, round: run.round });
  if (run.state === "publishing") await invite(deps, run);
}

async function invite(deps: Deps, run: Run): Promise<void> {
  const { callId, runId } = run;
  const [parts, answer] = await Promise.all([
    readParts(deps.store, run),
    deps.store.get("runAnswer", { runId, round: run.round }),
  ]);
  const chosen = answer?.outcome.kind === "chosen" ? answer.outcome.chosen : [];
  const outcomes = new Map(parts.sheets.map(({ caseId, outcome }) => [caseId, outcome]));
  const next = chosen.filter(({ caseId }) => outcomes.get(caseId) === undefined).slice(0, invitedAStep);
  const workers = Array.from({ length: 5 }, async () => {
    for (let one = next.shift(); one !== undefined; one = next.shift()) {
      const { caseId, seats } = one;
      const input = { callId, runId, caseId, reviewerIds: peopleAt(parts, seats) };
      const { outcome } = await perform(deps, actor, `${runId}:apply:${caseId}`, applyRun, input);
      outcomes.set(caseId, outcome);
    }
  });
  await Promise.all(workers);
  const done = [...outcomes.values()].filter((outcome) => outcome !== undefined);
  const published = done.filter((outcome) => outcome === "invited").length;
  const counts = { published, skipped: done.length - published };
  await perform(deps, actor, `${runId}:count:${done.length}`, countRun, { callId, runId, ...counts });
}
