/** Which part of a rubric is meant for patients and lay members (domain §8). */
import type { Rubric } from "./rubric.ts";

/** The part of a rubric that one reviewer scores: a lay reviewer what is meant for lay members, any other all of it. */
export function rubricFor(rubric: Rubric, { lay = false }: { readonly lay?: boolean | undefined }): Rubric {
  return lay ? { ...rubric, criteria: rubric.criteria.filter((one) => one.lay === true) } : rubric;
}

/** Whether a call with this rubric asks lay members. */
export function wantsLay({ criteria }: Pick<Rubric, "criteria">): boolean {
  return criteria.some(({ lay }) => lay === true);
}
