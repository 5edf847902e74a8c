/** P9: exact assignment of generated panels with its proof checked, and the run of a whole call on the real store. */
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { checkCertificate } from "@multihelix/core/review/assignment/check-certificate.ts";
import { type AssignmentProblem, HARD } from "@multihelix/core/review/assignment/problem.ts";
import { solveAssignment } from "@multihelix/core/review/assignment/solve.ts";
import { publishRun } from "@multihelix/core/review/run/change-run.ts";
import type { Run } from "@multihelix/core/review/run/run.ts";
import { startRun } from "@multihelix/core/review/run/start-run.ts";
import { staff } from "../fixture/build/actor.ts";
import { callId } from "../fixture/build/call.ts";
import { aWholeCall } from "../fixture/build/whole-call.ts";
import { startTestDeps } from "../fixture/deps.ts";
import { seededRandom } from "../fixture/seeded-random.ts";
import { assignmentInstance } from "../model/assignment-instance.ts";
import { oracle } from "../model/assignment-oracle.ts";
import { atMost, type BenchContext, type Benchmark, type BenchRow, median } from "./benchmark.ts";

/** Uniform scores, three reviewers for each case, loads a little above the mean, one pair in fifty in conflict. */
function panel(cases: number, reviewers: number): AssignmentProblem {
  const random = seededRandom(cases + reviewers);
  return {
    reviewers: Array.from({ length: reviewers }, (_, at) => ({
      id: `r${at}`,
      least: 0,
      most: Math.ceil((cases * 3) / reviewers) + 2,
    })),
    cases: Array.from({ length: cases }, (_, at) => ({ id: `c${at}`, wanted: 3, bounds: [] })),
    costs: Float64Array.from({ length: cases * reviewers }, () =>
      random() < 0.02 ? HARD : -Math.round(random() * 1000) / 1000,
    ),
    avoid: [],
    started: [],
    waivers: [],
    seed: 1,
  };
}

function solveRow(cases: number, reviewers: number, most: number, times: number): BenchRow {
  const problem = panel(cases, reviewers);
  const seconds = Array.from({ length: times }, () => {
    const began = performance.now();
    const outcome = solveAssignment(problem);
    const taken = (performance.now() - began) / 1000;
    const pairs = outcome.status === "optimal" ? outcome.pairs : undefined;
    const { faults } = checkCertificate(problem, outcome.certificate, pairs);
    if (faults.length > 0 || pairs === undefined) throw new Error(`the proof does not hold: ${faults.join(" ")}`);
    return taken;
  });
  const note = "three a case, uniform scores, 2 % conflicts; the proof of each is checked";
  return atMost(
    `P9 assignment ${cases.toLocaleString("en")} × ${reviewers}`,
    most,
    "s",
    median(seconds),
    `median of ${times}; ${note}`,
  );
}

function oracleRow(instances: number): BenchRow {
  let alike = 0;
  for (let at = 0; at < instances; at++) {
    const problem = assignmentInstance(1000 + at);
    const known = oracle(problem);
    const outcome = solveAssignment(problem);
    const same =
      outcome.status === "optimal" ? known.feasible && Math.abs(outcome.cost - known.cost) < 1e-6 : !known.feasible;
    if (same) alike += 1;
  }
  return {
    name: "P9 equal to HiGHS",
    bar: `${instances} of ${instances}`,
    measured: `${alike} of ${instances}`,
    ok: alike === instances,
    note: "with park rules, lower bounds, ties, started work, and without any plan",
  };
}

async function runRows(cases: number, reviewers: number, say: BenchContext["say"]): Promise<BenchRow[]> {
  const { deps, stop } = await startTestDeps();
  try {
    await aWholeCall(deps.store, cases, reviewers, 8);
    const mia = staff("mia", "manager", "limburg");
    const began = performance.now();
    const { runId } = await perform(deps, mia, "bench-run-1", startRun, { callId, noInterest: true });
    const until = async (state: Run["state"]): Promise<Run> => {
      for (;;) {
        const run = await deps.store.get("run", { callId, runId });
        if (run === undefined) throw new Error("the run is gone");
        if (run.state === state) return run;
        if (run.state === "impossible" || run.state === "discarded") throw new Error(`the run is ${run.state}`);
        await driveEffects(deps);
      }
    };
    const ready = await until("ready");
    const dry = (performance.now() - began) / 1000;
    say(`dry run after ${dry.toFixed(1)} s`);
    const input = { callId, runId, noInterest: true, round: ready.round };
    await perform(deps, mia, "bench-run-2", publishRun, input);
    const done = await until("published");
    const whole = (performance.now() - began) / 1000;
    const note = `${cases} cases × ${reviewers} reviewers, two a case, on the embedded store; effects of the cases included`;
    return [
      atMost("P9 whole call, dry run", 60, "s", dry, note),
      {
        name: "P9 whole call, published",
        bar: `${cases} cases`,
        measured: `${done.published} in ${whole.toFixed(0)} s`,
        ok: done.published === cases,
        note,
      },
    ];
  } finally {
    await stop();
  }
}

export const benchmark: Benchmark = {
  bar: "P9",
  async run({ quick, say }) {
    say("assignments against HiGHS");
    const alike = oracleRow(quick ? 100 : 500);
    say("assignments of generated panels");
    const solved = [solveRow(500, 250, 1, 5), ...(quick ? [] : [solveRow(2000, 800, 5, 3)])];
    say("a whole call");
    return [alike, ...solved, ...(await runRows(quick ? 60 : 500, quick ? 40 : 250, say))];
  },
};
