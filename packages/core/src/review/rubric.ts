/** Weighted criteria on which a review scores; the default voucher rubric of the network. */
import * as z from "zod";

export const criterionSchema = z.object({
  id: z.string(),
  label: z.string(),
  max: z.number().int().min(1).max(10),
  weight: z.number().int().min(1).max(100),
  halfMarks: z.boolean(),
  anchors: z.array(z.string()),
});
export type Criterion = z.infer<typeof criterionSchema>;

/** `threshold` in percent of the weighted score. */
export const rubricSchema = z.object({
  criteria: z.array(criterionSchema).min(1).max(12),
  threshold: z.number().min(0).max(100),
});
export type Rubric = z.infer<typeof rubricSchema>;

const anchors = ["missing", "poor", "fair", "good", "very good", "excellent"];
const criterion = (id: string, label: string, weight: number): Criterion => ({
  id,
  label,
  max: 5,
  weight,
  halfMarks: false,
  anchors,
});

/** Domain §9: relevance, quality of the service, expected effect, value for money; 30/30/25/15; threshold 60 %. */
export const defaultVoucherRubric: Rubric = {
  criteria: [
    criterion("relevance", "Relevance", 30),
    criterion("quality", "Quality of the service", 30),
    criterion("effect", "Expected effect", 25),
    criterion("value", "Value for money", 15),
  ],
  threshold: 60,
};
