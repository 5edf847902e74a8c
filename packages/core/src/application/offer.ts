/** The provider's offer: what is done, for how much, when, and the two statements that make a price believable. */
import * as z from "zod";
import { daySchema } from "../kernel/day.ts";
import { caseIdSchema, organisationIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { moneySchema } from "../kernel/money.ts";

export const offerContentSchema = z.object({
  scope: z.string().min(20).max(4000),
  /** Net price. */
  price: moneySchema,
  startsOn: daySchema,
  endsOn: daySchema,
  /** The provider states that it has no interest in the applicant (domain §8). */
  independent: z.boolean(),
  priceBasis: z.enum(["market-price", "cost-plus-margin"]),
});

export const offerSchema = z.object({
  caseId: caseIdSchema,
  providerId: organisationIdSchema,
  status: z.enum(["invited", "confirmed", "declined"]),
  content: offerContentSchema.optional(),
  invitedBy: personIdSchema,
  invitedAt: instantSchema,
  confirmedBy: personIdSchema.optional(),
  confirmedAt: instantSchema.optional(),
  /** Who speaks for the provider since it was handed over; before, who confirmed. */
  contactId: personIdSchema.optional(),
  /** Price in the call's currency with the rate used, when it was offered in another. */
  converted: z.object({ price: moneySchema, rate: z.string(), rateDate: z.string(), source: z.string() }).optional(),
  /** The last instant of its last day, where the lead park is. `validityOf` counts it for offers that never said. */
  validUntil: instantSchema.optional(),
  /** When the provider, asked again, said that it does not stand by it; `status` keeps what was frozen at submission. */
  withdrawnAt: instantSchema.optional(),
  version: z.number().int().default(0),
});
export type Offer = z.infer<typeof offerSchema>;
