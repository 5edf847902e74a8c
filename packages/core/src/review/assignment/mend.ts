/** The smallest change that makes a plan possible again: fewest places, rules, minimum loads or reviews given up. */
import { branchAndBound } from "./branch.ts";
import { buildModel, type Relief, reliefPrice } from "./model.ts";
import { ruleText } from "./park-rule.ts";
import type { AssignmentProblem } from "./problem.ts";
import { settler } from "./settle.ts";
import { restore } from "./snapshot.ts";

export interface Change {
  readonly kind: Relief["kind"];
  readonly reviewer?: string;
  readonly case?: string;
  /** Rule to waive, as its key. */
  readonly rule?: string;
  /** Places, loads or reviews. */
  readonly by: number;
  readonly text: string;
}

export interface Mend {
  readonly changes: readonly Change[];
  readonly text: string;
}

/** Never eases a HARD conflict. Every problem can be mended: reviews may be asked less of. */
export function mend(problem: AssignmentProblem): Mend {
  const model = buildModel(problem, true);
  const { plan, waived } = branchAndBound(model, settler(model.net), reliefPrice.waive);
  if (plan !== undefined) restore(model.net, plan);
  const found = model.relief.flatMap((one): Change[] => {
    const by = model.net.flow[one.arc] as number;
    return by > 0 ? [changeOf(problem, one, by)] : [];
  });
  for (const rule of waived) found.push(changeOf(problem, { kind: "waive", case: rule.case, key: rule.key }, 1));
  return { changes: found, text: `${capital(found.map(({ text }) => text).join("; "))}.` };
}

function changeOf({ reviewers, cases }: AssignmentProblem, relief: Omit<Relief, "arc">, by: number): Change {
  const reviewer = relief.reviewer === undefined ? undefined : reviewers[relief.reviewer];
  const one = relief.case === undefined ? undefined : cases[relief.case];
  return {
    kind: relief.kind,
    ...(reviewer === undefined ? {} : { reviewer: reviewer.id }),
    ...(one === undefined ? {} : { case: one.id }),
    ...(relief.key === undefined ? {} : { rule: relief.key }),
    by,
    text: textOf(relief, by, reviewer, one),
  };
}

function textOf(
  { kind, key = "" }: Omit<Relief, "arc">,
  by: number,
  reviewer: AssignmentProblem["reviewers"][number] | undefined,
  one: AssignmentProblem["cases"][number] | undefined,
): string {
  switch (kind) {
    case "raise-most":
      return `let ${reviewer?.id} take ${(reviewer?.most ?? 0) + by} instead of ${reviewer?.most}`;
    case "lower-least":
      return `ask ${reviewer?.id} for at least ${(reviewer?.least ?? 0) - by} instead of ${reviewer?.least}`;
    case "waive":
      return `waive for ${one?.id}, with a reason: ${ruleText(key)}`;
    case "release-started":
      return `take the started review of ${one?.id} from ${reviewer?.id}`;
    case "want-fewer":
      return `ask for ${(one?.wanted ?? 0) - by} reviews of ${one?.id} instead of ${one?.wanted}, or find ${by} more ${by === 1 ? "reviewer" : "reviewers"} without a conflict`;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
