/** The same assignment as a model for HiGHS, written from the problem alone. */
import type { AssignmentProblem } from "@multihelix/core/review/assignment/problem.ts";
import highs from "highs";

// The package's types describe its CommonJS build; the one that is imported exports the function itself.
const load = highs as unknown as typeof highs.default;
const solver = await load();

export interface Answer {
  readonly feasible: boolean;
  readonly cost: number;
}

/** The least cost, or that there is none. */
export function oracle(problem: AssignmentProblem): Answer {
  return solve(model(problem, false));
}

/** The fewest units by which demands must be eased for a plan to exist; HARD conflicts stay. */
export function fewestEased(problem: AssignmentProblem): number {
  return solve(model(problem, true)).cost;
}

function solve(text: string): Answer {
  const { Status: status, ObjectiveValue: cost } = solver.solve(text, {
    mip_rel_gap: 0,
    mip_abs_gap: 0,
    random_seed: 1,
  });
  if (status !== "Optimal" && status !== "Infeasible") throw new Error(`HiGHS says ${status}:\n${text}`);
  return { feasible: status === "Optimal", cost };
}

function model({ reviewers, cases, costs, avoid, started }: AssignmentProblem, eased: boolean): string {
  const objective: string[] = ["0 none"];
  const rows: string[] = [];
  const bounds: string[] = ["none = 0"];
  const binary: string[] = [];
  const whole: string[] = [];
  let slacks = 0;
  const slack = (sign: string) => {
    if (!eased) return "";
    const name = `s${slacks++}`;
    objective.push(`1 ${name}`);
    whole.push(name);
    return ` ${sign} ${name}`;
  };
  const x = (r: number, c: number) => `x_${r}_${c}`;
  const allowed = (r: number, c: number) => !Number.isNaN(costs[r * cases.length + c] as number);
  const total = (names: string[]) => (names.length === 0 ? "none" : names.join(" + "));

  for (const [r, { least, most, loadCost = [] }] of reviewers.entries()) {
    const mine = cases.flatMap((_, c) => (allowed(r, c) ? [x(r, c)] : []));
    rows.push(`${total(mine)}${slack("-")} <= ${most}`, `${total(mine)}${slack("+")} >= ${least}`);
    if (loadCost.length > 0 && !eased) {
      const steps = Array.from({ length: most }, (_, k) => `y_${r}_${k}`);
      for (const [k, step] of steps.entries()) {
        objective.push(`${loadCost[Math.min(k, loadCost.length - 1)]} ${step}`);
        bounds.push(`0 <= ${step} <= 1`);
      }
      rows.push(`${total(mine)} - ${steps.length === 0 ? "none" : steps.join(" - ")} = 0`);
    }
  }
  for (const [c, { wanted, bounds: rules }] of cases.entries()) {
    const here = [...reviewers.keys()].filter((r) => allowed(r, c));
    for (const r of here) {
      binary.push(x(r, c));
      if (!eased) objective.push(`${costs[r * cases.length + c]} ${x(r, c)}`);
    }
    rows.push(`${total(here.map((r) => x(r, c)))}${slack("+")} = ${wanted}`);
    for (const rule of rules) {
      const of = (test: (park: string | undefined) => boolean) =>
        total(here.filter((r) => test(reviewers[r]?.park)).map((r) => x(r, c)));
      if (rule.kind === "each-park") {
        for (const park of new Set(here.map((r) => reviewers[r]?.park)))
          if (park !== undefined) rows.push(`${of((other) => other === park)}${slack("-")} <= ${rule.most}`);
        continue;
      }
      const members = of((park) => rule.parks.some((listed) => listed === park) === (rule.kind === "in"));
      if (rule.least !== undefined) rows.push(`${members}${slack("+")} >= ${rule.least}`);
      if (rule.most !== undefined) rows.push(`${members}${slack("-")} <= ${rule.most}`);
    }
    for (const pair of avoid) {
      const members = pair.map((id) => reviewers.findIndex((reviewer) => reviewer.id === id));
      if (members.every((r) => allowed(r, c))) rows.push(`${total(members.map((r) => x(r, c)))}${slack("-")} <= 1`);
    }
  }
  const begun = new Set(started.map((pair) => `${pair.reviewer} ${pair.case}`));
  for (const [r, reviewer] of reviewers.entries())
    for (const [c, one] of cases.entries())
      if (allowed(r, c) && begun.has(`${reviewer.id} ${one.id}`)) rows.push(`${x(r, c)}${slack("+")} >= 1`);
  return [
    "Minimize",
    ` obj: ${objective.join("\n + ").replaceAll("+ -", "- ")}`,
    "Subject To",
    ...rows.map((row, at) => ` q${at}: ${row}`),
    "Bounds",
    ...bounds.map((bound) => ` ${bound}`),
    ...(binary.length > 0 ? ["Binary", ` ${binary.join("\n ")}`] : []),
    ...(whole.length > 0 ? ["General", ` ${whole.join("\n ")}`] : []),
    "End",
  ].join("\n");
}
