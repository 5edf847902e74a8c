/** The smallest change that makes a plan possible again: fewest places, rules, minimum loads or reviews given up. */
import { branchAndBound } from "./branch.ts";
import { buildModel } from "./model.ts";
import { ruleText } from "./park-rule.ts";
import type { AssignmentProblem } from "./problem.ts";
import { type Relief, reliefPrice } from "./relief.ts";
import { settler } from "./settle.ts";

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

const MOST_TOLD = 6;

/** Never eases a HARD conflict. Every problem can be mended: fewer reviews may be asked for. */
export function mend(problem: AssignmentProblem): Mend {
  const model = buildModel(problem, true);
  const { eased } = branchAndBound(model, settler(model.net), reliefPrice("waive"));
  const used = new Map<string, { what: Omit<Relief, "arc">; by: number }>();
  const add = (what: Omit<Relief, "arc">, by: number) => {
    if (by === 0) return;
    const name = [what.kind, what.reviewer, what.case, what.key].join(" ");
    used.set(name, { what, by: by + (used.get(name)?.by ?? 0) });
  };
  for (const { arc, ...what } of model.relief) {
    const flow = model.net.flow[arc] as number;
    add(what, what.kind === "release-started" ? 1 - flow : flow);
  }
  for (const { rule, by } of eased) add({ kind: "waive", case: rule.case, key: rule.key }, by);
  const changes = [...used.values()].map(({ what, by }) => changeOf(problem, what, by));
  const told = changes.slice(0, MOST_TOLD).map(({ text }) => text);
  if (changes.length > MOST_TOLD) told.push(`and ${changes.length - MOST_TOLD} more changes like these`);
  return { changes, text: `${capital(told.join("; "))}.` };
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
    case "want-fewer": {
      const found = `find ${by} more ${by === 1 ? "reviewer" : "reviewers"} without a conflict`;
      return `ask for ${(one?.wanted ?? 0) - by} reviews of ${one?.id} instead of ${one?.wanted}, or ${found}`;
    }
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
