/** The steps in which a call is written, as they are sent: read by everything that keeps one, without the rules behind them. */
import * as z from "zod";
import { daySchema } from "../kernel/day.ts";
import { aidBasisSchema, callSchema, payerSchema } from "./call.ts";

/** A payer as it is drafted: the ledger key follows from park, fund and call. */
export const payerInput = z.strictObject({
  parkId: z.string(),
  fundId: z.string(),
  /** The fund's budget year that pays; without it the year of the opening day. */
  budgetYear: z.number().int().min(2000).max(2100).optional(),
  sharePercent: z.number().min(0).max(100),
  aidBasis: aidBasisSchema,
  redressPercent: payerSchema.shape.redressPercent,
});

/** First and last day in the zone of the lead park. */
export const aboutShape = {
  ...callSchema.pick({ languages: true, title: true, summary: true, mode: true }).shape,
  opensOn: daySchema,
  closesOn: daySchema,
};
export const moneyFields = {
  minimumAward: true,
  maximumAward: true,
  intensity: true,
  ownShareLeast: true,
  validityMonths: true,
  pays: true,
  irrecoverableVat: true,
} as const;
export const whoFields = {
  eligibleCountries: true,
  sectors: true,
  excludedSectors: true,
  sizeMost: true,
  providerKinds: true,
  comparisonAbove: true,
  vouchersMost: true,
  notBegunBefore: true,
  crossParkRequired: true,
} as const;
export const paperFields = { documents: true, evidence: true, kpiQuestions: true } as const;
export const reviewFields = {
  rubric: true,
  reviewLanguages: true,
  noReviewUpTo: true,
  oneReviewUpTo: true,
  twoReviewsUpTo: true,
  decisionDays: true,
  tieRule: true,
} as const;

/** One step of a call, whole. */
export const changeSchema = z.discriminatedUnion("step", [
  z.strictObject({ step: z.literal("about"), ...aboutShape }),
  z.strictObject({
    step: z.literal("money"),
    ...callSchema.pick(moneyFields).shape,
    payers: z.array(payerInput).min(1).max(5),
  }),
  z.strictObject({ step: z.literal("who"), ...callSchema.pick(whoFields).shape }),
  z.strictObject({ step: z.literal("papers"), ...callSchema.pick(paperFields).shape }),
  z.strictObject({ step: z.literal("review"), ...callSchema.pick(reviewFields).shape }),
]);
export type DraftChange = z.infer<typeof changeSchema>;
