/** A provider that nobody here knows yet, asked by mail for an offer: for one address, once, for 30 days. */
import * as z from "zod";
import { DomainError } from "../kernel/error.ts";
import { invitationIdSchema, personIdSchema } from "../kernel/id.ts";
import { type Instant, instantSchema } from "../kernel/instant.ts";
import type { Case } from "./case.ts";

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

/**
 * The ask of a draft, for its addressee. It is forgotten with the draft, and once a provider was chosen.
 * @throws not_found `invitation.not-found`
 */
export function requireAsked(
  one: Case | undefined,
  email: string | undefined,
  invitationId: AskedProvider["invitationId"],
): { draft: Case; asked: AskedProvider } {
  const asked = one?.status === "draft" ? one.askedProvider : undefined;
  if (one === undefined || asked === undefined || asked.invitationId !== invitationId || asked.email !== email)
    throw new DomainError("not_found", "invitation.not-found");
  return { draft: one, asked };
}
