/** Puts the question of a run together again from its stored parts: always the same question, so any answer can be explained. */
import type { PersonId } from "../../kernel/id.ts";
import type { Reader } from "../../port/store.ts";
import { prepareMatch } from "../match/match.ts";
import { concepts, matchTextOf } from "../planning.ts";
import type { Question, Sheet } from "../sheet.ts";
import type { Run, RunSeats, RunSheet } from "./run.ts";

export interface RunParts {
  readonly seats: RunSeats["seats"];
  /** In the order of the run's cases. */
  readonly sheets: readonly RunSheet[];
}

export async function readParts(reader: Reader, { runId, caseIds }: Run): Promise<RunParts> {
  const [seats, sheets] = await Promise.all([reader.list("runSeats", { runId }), reader.list("runSheet", { runId })]);
  const order = new Map(caseIds.map((caseId, at) => [caseId, at]));
  return {
    seats: seats.flatMap((part) => part.seats),
    sheets: sheets.sort((a, b) => (order.get(a.caseId) ?? 0) - (order.get(b.caseId) ?? 0)),
  };
}

export function questionOfRun({ seats, sheets }: RunParts, run: Pick<Run, "seed" | "moves" | "waived">): Question {
  const matcher = prepareMatch(
    seats.map(({ personId, terms, taxonomy }) => ({ id: personId, text: terms, taxonomy })),
    sheets.map(({ caseId, text, sector }) => matchTextOf(caseId, text, sector)),
    concepts,
  );
  return {
    seats,
    sheets: sheets.map(({ sheet }, column): Sheet => {
      const waived = run.waived.filter(({ caseId }) => caseId === sheet.caseId);
      return {
        ...sheet,
        pairs: sheet.pairs.map((pair, row) => ({ ...pair, match: matcher.score(row, column) })),
        ...(waived.length === 0 ? {} : { waived: waived.map(({ rule, reason }) => ({ rule, reason })) }),
      };
    }),
    seed: run.seed,
    moves: run.moves,
  };
}

/** Reviewers of the run by their positions. */
export function peopleAt({ seats }: RunParts, positions: readonly number[]): PersonId[] {
  return positions.flatMap((at) => seats[at]?.personId ?? []);
}
