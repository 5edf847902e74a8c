/** A call as a forger would draft it, for the table of permissions. */
import { defaultVoucherRubric } from "@multihelix/core/review/rubric.ts";

export const call = (given: { readonly now: string }) => ({
  code: "FOR-V26",
  leadPark: "limburg",
  instrument: "voucher",
  title: { en: "Forged" },
  summary: { en: "Forged" },
  mode: "rolling",
  opens: given.now,
  closes: new Date(Date.parse(given.now) + 86_400_000).toISOString(),
  payers: [{ parkId: "limburg", fundId: "limburg-regional", sharePercent: 100, aidBasis: "eu-de-minimis" }],
  currency: "EUR",
  minimumAward: 1,
  maximumAward: 2,
  intensity: 80,
  validityMonths: 9,
  eligibleCountries: ["BE"],
  sectors: [],
  languages: ["en"],
  crossParkRequired: false,
  pays: "provider",
  rubric: defaultVoucherRubric,
  oneReviewUpTo: 1,
});

/** The questions of a call that asks none. */
export const noQuestions = () => ({
  version: 0,
  questions: { schema: { type: "object", properties: {}, required: [] }, ui: { order: [], fields: {} } },
});
