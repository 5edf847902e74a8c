/** The condition of an award as the applicant and its park read it: what was asked and stated, not which person signed. */
import type * as z from "zod";
import { type Condition, conditionSchema } from "../aid/condition.ts";

export const conditionViewSchema = conditionSchema.extend({
  statement: conditionSchema.shape.statement.unwrap().omit({ by: true }).optional(),
});

type ConditionView = z.infer<typeof conditionViewSchema>;

export function conditionShown({ statement, ...condition }: Condition): ConditionView {
  if (statement === undefined) return condition;
  const { by: _by, ...said } = statement;
  return { ...condition, statement: said };
}
