/** Being asked for an offer by mail, as the addressee sees it, and as the applicant does; for everybody else there is none. */
import * as z from "zod";
import { askedProviderMost, askedProviderSchema, isAskOpen, requireAsked } from "../application/asked-provider.ts";
import type { Case } from "../application/case.ts";
import type { CaseId } from "../kernel/id.ts";
import { type Instant, instantSchema } from "../kernel/instant.ts";
import type { Deps } from "../port/deps.ts";

export const askViewSchema = z.object({
  applicant: z.string(),
  /** Of the application. */
  title: z.string(),
  /** The name under which it was asked. */
  provider: z.string(),
  validUntil: instantSchema,
  /** It can no longer be answered. */
  over: z.boolean(),
});

/** @throws not_found `invitation.not-found` for whoever did not sign in with the address that it was sent to */
export async function viewAsk(
  deps: Deps,
  email: string,
  { caseId, invitationId }: { caseId: CaseId; invitationId: z.infer<typeof askedProviderSchema>["invitationId"] },
): Promise<z.infer<typeof askViewSchema>> {
  const { draft, asked } = requireAsked(await deps.store.get("case", { caseId }), email, invitationId);
  return {
    applicant: draft.applicantName,
    title: draft.title,
    provider: asked.name,
    validUntil: asked.validUntil,
    over: !isAskOpen(asked, deps.clock.now()),
  };
}

export const askedShownSchema = askedProviderSchema
  .pick({ name: true, email: true, askedAt: true, validUntil: true, withdrawnAt: true })
  .extend({ open: z.boolean(), left: z.number().int() });

/** Of the applicant alone: whom it asked by mail, and how many letters its draft may still send in this way. */
export function askedShown(one: Case, now: Instant): { askedProvider?: z.infer<typeof askedShownSchema> } {
  const asked = one.status === "draft" ? one.askedProvider : undefined;
  if (asked === undefined) return {};
  const { name, email, askedAt, validUntil, withdrawnAt } = asked;
  const shown = { name, email, askedAt, validUntil, ...(withdrawnAt === undefined ? {} : { withdrawnAt }) };
  return {
    askedProvider: { ...shown, open: isAskOpen(asked, now), left: askedProviderMost - (one.askedProviders ?? 0) },
  };
}
