/** A provider that nobody here knows yet, asked by mail for an offer: for one address, once, for 30 days. */
import * as z from "zod";
import { invitationIdSchema, personIdSchema } from "../kernel/id.ts";
import { type Instant, instantSchema } from "../kernel/instant.ts";

export const askedProviderSchema = z.object({
  invitationId: invitationIdSchema,
  /** As the applicant knows it. */
  name: z.string(),
  /** As `canonicalEmail` spells it. */
  email: z.string(),
  askedBy: personIdSchema,
  askedAt: instantSchema,
  /** The first instant at which it can no longer be answered. */
  validUntil: instantSchema,
  /** Taken back by the applicant. */
  withdrawnAt: instantSchema.optional(),
});
export type AskedProvider = z.infer<typeof askedProviderSchema>;

/** Days for which it can be answered. */
export const askedProviderDays = 30;
/** Letters of one draft to providers that are not listed: it is no way to write to the world. */
export const askedProviderMost = 5;

/** Whether it can still be answered at `now`. */
export function isAskOpen(asked: AskedProvider, now: Instant): boolean {
  return asked.withdrawnAt === undefined && now < asked.validUntil;
}
