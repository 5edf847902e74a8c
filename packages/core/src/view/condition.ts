/** The condition of an award as the applicant and its park read it: what was asked and stated, not which person signed. */
import type * as z from "zod";
import { type Condition, conditionSchema } from "../aid/condition.ts";

export const conditionViewSchema = conditionSchema.extend({
  statement: conditionSchema.shape.statement.unwrap().omit({ by: true }).optional(),
  before: conditionSchema.shape.before.unwrap().omit({ by: true }).optional(),
});

type ConditionView = z.infer<typeof conditionViewSchema>;

export function conditionShown({ statement, before, ...condition }: Condition): ConditionView {
  return {
    ...condition,
    ...(statement === undefined ? {} : { statement: unsigned(statement) }),
    ...(before === undefined ? {} : { before: unsigned(before) }),
  };
}

function unsigned({ declared, at }: NonNullable<Condition["statement"]>) {
  return { declared, at };
}
