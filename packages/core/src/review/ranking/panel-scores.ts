/** The scores of a call's filed reviews: what its ranking and calibration are made of. Confidential; reads raw reviews for scoring. */
import type { CaseStatus } from "../../application/case.ts";
import type { Call } from "../../call/call.ts";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import type { CallId, CaseId, PersonId } from "../../kernel/id.ts";
import type { Reader } from "../../port/store.ts";
import type { Row } from "../../row/row.ts";
import { meanMark, percentOf, type Score, scoreOf } from "../score.ts";

export interface ScoredCase {
  readonly row: Row;
  readonly score: Score;
  /** Mean mark per criterion, in the order of the rubric. */
  readonly marks: readonly (number | undefined)[];
  /** Percent of each filed review; undefined where it assessed nothing. */
  readonly given: readonly { readonly personId: PersonId; readonly percent: number | undefined }[];
}

const outside: readonly CaseStatus[] = [
  "draft",
  "screening",
  "more-information",
  "ineligible-proposed",
  "ineligible",
  "withdrawn",
];

/** Every case of the call that reached its reviews, in order of case id. */
export async function readScored(reader: Reader, call: Call): Promise<ScoredCase[]> {
  const rows = (await reader.list("row", { parkId: call.leadPark, callId: call.callId }))
    .filter(({ status }) => !outside.includes(status))
    .sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
  return Promise.all(
    rows.map(async (row): Promise<ScoredCase> => {
      const [one, all] = await Promise.all([
        reader.get("case", { caseId: row.caseId }),
        reader.list("review", { caseId: row.caseId }),
      ]);
      const reviews = all.filter(({ attempt, status }) => attempt === one?.attempt && status === "filed");
      return {
        row,
        score: scoreOf(call.rubric, reviews),
        marks: call.rubric.criteria.map(({ id }) => meanMark(id, reviews)),
        given: reviews.map(({ reviewerId, marks }) => ({
          personId: reviewerId,
          percent: percentOf(call.rubric, marks),
        })),
      };
    }),
  );
}

/** What identifies the scores: another score, another text. */
export function scoresText(callId: CallId, scored: readonly ScoredCase[]): string {
  return canonicalJson([callId, scored.map(({ row, given }) => [row.caseId, given])]);
}

/** One cell per review; what assessed nothing is missing, and never a zero. */
export function cellsOf(
  scored: readonly ScoredCase[],
): { application: CaseId; assessor: PersonId; score: number | undefined }[] {
  return scored.flatMap(({ row, given }) =>
    given.map(({ personId, percent }) => ({ application: row.caseId, assessor: personId, score: percent })),
  );
}
