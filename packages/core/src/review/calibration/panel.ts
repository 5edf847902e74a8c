/** The scores of a panel as the model sees them; what is missing or conflicted is not there, and never a zero. */
import { DomainError } from "../../kernel/error.ts";

export interface GivenScore {
  readonly application: string;
  readonly assessor: string;
  /** Undefined: a conflict, out of scope, not assessable, not yet filed. */
  readonly score: number | undefined;
}

export interface Panel {
  readonly applications: readonly string[];
  readonly assessors: readonly string[];
  /** Application, assessor and score of each score that was given, the better the higher. */
  readonly application: Int32Array;
  readonly assessor: Int32Array;
  readonly score: Float64Array;
  /** Mean of what each application was given, as it was given. */
  readonly means: Float64Array;
  /** Applications that nobody scored. */
  readonly withoutScores: readonly string[];
  /** Applications that can be compared through common assessors; one group when the panel hangs together. */
  readonly groups: readonly (readonly string[])[];
}

/** Independent of the order of the scores. @throws DomainError invalid `calibration.no-scores`, `.not-a-number`, `.scored-twice` */
export function panelOf(given: readonly GivenScore[], lowerIsBetter: boolean): Panel {
  const scores = given.filter((one): one is GivenScore & { score: number } => one.score !== undefined);
  if (scores.length === 0) throw new DomainError("invalid", "calibration.no-scores");
  const applications = [...new Set(scores.map(({ application }) => application))].sort();
  const assessors = [...new Set(scores.map(({ assessor }) => assessor))].sort();
  const rows = new Map(applications.map((id, at) => [id, at]));
  const columns = new Map(assessors.map((id, at) => [id, at]));
  const cells = new Map<number, number>();
  for (const { application, assessor, score } of scores) {
    if (!Number.isFinite(score))
      throw new DomainError("invalid", "calibration.not-a-number", { application, assessor });
    const cell = (rows.get(application) ?? 0) * assessors.length + (columns.get(assessor) ?? 0);
    if (cells.has(cell)) throw new DomainError("invalid", "calibration.scored-twice", { application, assessor });
    cells.set(cell, score);
  }
  const order = [...cells.keys()].sort((a, b) => a - b);
  const application = Int32Array.from(order, (cell) => Math.floor(cell / assessors.length));
  const assessor = Int32Array.from(order, (cell) => cell % assessors.length);
  const raw = Float64Array.from(order, (cell) => cells.get(cell) as number);
  const sums = new Float64Array(applications.length);
  const counts = new Float64Array(applications.length);
  for (const [at, row] of application.entries()) {
    sums[row] = (sums[row] as number) + (raw[at] as number);
    counts[row] = (counts[row] as number) + 1;
  }
  return {
    applications,
    assessors,
    application,
    assessor,
    score: lowerIsBetter ? raw.map((score) => -score) : raw,
    means: sums.map((sum, row) => sum / (counts[row] as number)),
    withoutScores: [...new Set(given.map((one) => one.application))].filter((id) => !rows.has(id)).sort(),
    groups: groupsOf(applications, assessors.length, application, assessor),
  };
}

/** Parts of the graph of applications and assessors that hang together. */
function groupsOf(
  applications: readonly string[],
  assessors: number,
  rows: Int32Array,
  columns: Int32Array,
): string[][] {
  const parent = Int32Array.from({ length: applications.length + assessors }, (_, at) => at);
  const top = (node: number): number => {
    let at = node;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] as number] as number;
    return at;
  };
  for (const [at, row] of rows.entries()) parent[top(row)] = top(applications.length + (columns[at] as number));
  return [...Map.groupBy(applications, (_, at) => top(at)).values()];
}
