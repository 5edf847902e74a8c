/** The door through which reviews reach decisions and letters: scores and words for the applicant, never who wrote them. */
import type { CaseId } from "../kernel/id.ts";
import type { Assessment } from "../letter/assessment-words.ts";
import type { Reader } from "../port/store.ts";
import { toldApplicant } from "./redact-comment.ts";
import type { Review } from "./review.ts";
import type { Rubric } from "./rubric.ts";
import { meanMark, type Score, scoreOf } from "./score.ts";

/** The attempt's reviews as stored: for scoring here, opaque elsewhere. */
export type FiledReviews = readonly Pick<Review, "status" | "marks" | "slot">[];

export async function readReviews(reader: Reader, caseId: CaseId, attempt: number): Promise<FiledReviews> {
  return reader.list("review", { caseId, attempt });
}

/** Score over the filed reviews. */
export function scoreOfReviews(rubric: Rubric, reviews: FiledReviews): Score {
  return scoreOf(rubric, reviews);
}

/** Whether a filed review says of any criterion that the application is out of the call's scope: never counted as zero. */
export function saysOutOfScope(reviews: FiledReviews): boolean {
  return reviews.some(({ status, marks }) => status === "filed" && marks.some(({ score }) => score === "out-of-scope"));
}

/** What the applicant is told: mean, threshold, mark and comments per criterion, in the order of the rubric. */
export function assessmentOf(rubric: Rubric, reviews: FiledReviews): Assessment {
  const filed = reviews.filter(({ status }) => status === "filed");
  const { mean } = scoreOf(rubric, filed);
  return {
    ...(mean === undefined ? {} : { score: mean }),
    threshold: rubric.threshold,
    reviews: filed.length,
    criteria: rubric.criteria.map(({ id, label, labels, max }) => {
      const mark = meanMark(id, filed);
      const comments = filed
        .flatMap(({ marks }) => marks.filter(({ criterion }) => criterion === id))
        .map(toldApplicant);
      return {
        id,
        label,
        ...(labels === undefined ? {} : { labels }),
        max,
        ...(mark === undefined ? {} : { mean: mark }),
        comments: comments.filter((text) => text !== ""),
      };
    }),
  };
}
