/** `multihelix assign`: the best assignment of reviewers to applications for a matrix of scores, with its certificate. */
import { parseArgs } from "node:util";
import { checkCertificate } from "@multihelix/core/review/assignment/check-certificate.ts";
import { parseScores, type ScoreMatrix } from "@multihelix/core/review/assignment/scores-csv.ts";
import {
  optionFor,
  type ScoreDemand,
  scoreCertificate,
  scoresProblem,
} from "@multihelix/core/review/assignment/scores-problem.ts";
import {
  type AssignmentOutcome,
  type AssignmentPlan,
  solveAssignment,
} from "@multihelix/core/review/assignment/solve.ts";
import { StartError } from "../start-error.ts";
import { readText, refuse, wholeNumber } from "./given-file.ts";
import type { Command } from "./list.ts";
import { progressLine } from "./progress.ts";

const help = `multihelix assign --scores FILE --per-application K --max-load N [options]

  --scores FILE          CSV: first row "reviewer,<application ids>", then one row for each reviewer;
                         a cell is a score, an empty cell is a conflict that forbids the pair
  --per-application K    reviewers for each application
  --max-load N           most applications for each reviewer
  --min-load M           fewest applications for each reviewer (default 0)
  --seed S               chooses among assignments that are equally good (default 0)
  --json                 print one JSON object

It finds the largest sum of scores there is, and proves it. Exit code: 0 solved, 2 impossible (with the reason and
the smallest change that helps), 1 bad input (with line and column).
`;

export const assign: Command = {
  summary: "assign reviewers to applications by a matrix of scores, with proof",
  run(words) {
    const began = performance.now();
    const { values } = parse(words);
    if (values.help === true) {
      process.stdout.write(help);
      return Promise.resolve(0);
    }
    const file = values.scores;
    if (file === undefined) throw new StartError(`Give the scores with --scores FILE.\n\n${help}`, 1);
    const demand: ScoreDemand = {
      perApplication: wholeNumber("per-application", values["per-application"], 1),
      mostLoad: wholeNumber("max-load", values["max-load"], 0),
      leastLoad: wholeNumber("min-load", values["min-load"] ?? "0", 0),
      seed: wholeNumber("seed", values.seed ?? "0", 0),
    };
    if (demand.leastLoad > demand.mostLoad)
      throw new StartError(`--min-load ${demand.leastLoad} is above --max-load ${demand.mostLoad}.`, 1);
    const json = values.json === true;
    const { matrix, problems } = parseScores(readText(file));
    if (matrix === undefined) return Promise.resolve(refuse(file, problems, json));
    const problem = scoresProblem(matrix, demand);
    const progress = progressLine("Assigning");
    const outcome = solveAssignment(problem, progress.at);
    progress.end();
    const seconds = Number(((performance.now() - began) / 1000).toFixed(3));
    const checked = checkCertificate(problem, outcome.certificate, "pairs" in outcome ? outcome.pairs : undefined);
    if (!checked.ok) throw new Error(`the certificate does not hold: ${checked.faults.join(" ")}`);
    if (json) process.stdout.write(`${JSON.stringify(asJson(matrix, demand, outcome, seconds), null, 1)}\n`);
    else process.stdout.write(outcome.status === "optimal" ? planText(matrix, outcome, seconds) : "");
    if (outcome.status === "infeasible") {
      const option = optionFor(outcome.mend, demand);
      const enough = option === undefined ? "" : ` ${option} is enough.`;
      process.stderr.write(
        `There is no such assignment. ${outcome.reason.text}\nTo mend it: ${outcome.mend.text}${enough}\n`,
      );
    }
    return Promise.resolve(outcome.status === "optimal" ? 0 : 2);
  },
};

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      options: {
        scores: { type: "string" },
        "per-application": { type: "string" },
        "max-load": { type: "string" },
        "min-load": { type: "string" },
        seed: { type: "string" },
        json: { type: "boolean" },
        help: { type: "boolean" },
      },
    });
  } catch (cause) {
    throw new StartError(`${(cause as Error).message}\n\n${help}`, 1, { cause });
  }
}

function asJson(matrix: ScoreMatrix, demand: ScoreDemand, outcome: AssignmentOutcome, seconds: number) {
  const certificate = scoreCertificate(matrix, outcome.certificate);
  if (outcome.status === "infeasible") {
    const { reason, mend } = outcome;
    return { status: "infeasible", reason, mend: { ...mend, option: optionFor(mend, demand) }, certificate, seconds };
  }
  return {
    status: "optimal",
    objective: objectiveOf(outcome),
    assignments: outcome.pairs.map((pair) => ({
      reviewer: pair.reviewer,
      application: pair.case,
      score: -pair.cost || 0,
    })),
    loads: Object.fromEntries(outcome.loads.map(({ reviewer, load }) => [reviewer, load])),
    perApplication: Object.fromEntries(
      matrix.applications.map((id) => [id, outcome.pairs.filter((pair) => pair.case === id).length]),
    ),
    certificate: { proved: true, upperBound: objectiveOf(outcome), ...certificate },
    seconds,
  };
}

function objectiveOf({ cost }: AssignmentPlan): number {
  return -cost || 0;
}

function planText(matrix: ScoreMatrix, plan: AssignmentPlan, seconds: number): string {
  const byCase = Map.groupBy(plan.pairs, (pair) => pair.case);
  const lines = matrix.applications.map(
    (id) => `${id}: ${(byCase.get(id) ?? []).map(({ reviewer, cost }) => `${reviewer} (${-cost || 0})`).join(", ")}`,
  );
  const loads = plan.loads.map(({ load }) => load);
  const span = `${Math.min(...loads)} to ${Math.max(...loads)}`;
  const summary = `Sum of scores ${objectiveOf(plan)}, the largest there is (proved). Loads ${span}. ${seconds} s.`;
  return `${lines.join("\n")}\n\n${summary}\n`;
}
