/** Weighted criteria on which a review scores; the default voucher rubric of the network. */
import * as z from "zod";
import { languageSchema } from "../person/person.ts";
import { networkLabels } from "./criterion-label.ts";

export const criterionSchema = z.object({
  id: z.string(),
  /** In English. */
  label: z.string(),
  max: z.number().int().min(1).max(10),
  weight: z.number().int().min(1).max(100),
  halfMarks: z.boolean(),
  /** What each whole mark means, 0 first, in English; an empty one says nothing. */
  anchors: z.array(z.string().max(200)),
  /** The label in other languages; English where one is left out. */
  labels: z.partialRecord(languageSchema, z.string().trim().min(1).max(120)).optional(),
  /** The anchors in other languages; English where one is left out. */
  anchorsIn: z.partialRecord(languageSchema, z.array(z.string().max(200)).max(11)).optional(),
  /** Meant for patients and lay members too: they score these and no others (domain §8). */
  lay: z.boolean().optional(),
});
export type Criterion = z.infer<typeof criterionSchema>;

/** `threshold` in percent of the weighted score. */
export const rubricSchema = z.object({
  criteria: z.array(criterionSchema).min(1).max(12),
  threshold: z.number().min(0).max(100),
});
export type Rubric = z.infer<typeof rubricSchema>;

const anchors = ["missing", "poor", "fair", "good", "very good", "excellent"];
const criterion = (id: keyof typeof networkLabels, weight: number): Criterion => ({
  id,
  label: networkLabels[id],
  max: 5,
  weight,
  halfMarks: false,
  anchors,
});

/** Domain §9: relevance, quality of the service, expected effect, value for money; 30/30/25/15; threshold 60 %. */
export const defaultVoucherRubric: Rubric = {
  criteria: [criterion("relevance", 30), criterion("quality", 30), criterion("effect", 25), criterion("value", 15)],
  threshold: 60,
};
