/** Who speaks for a party of a case, and whom they asked to take over. */
import * as z from "zod";
import type { OrganisationId, PersonId } from "../kernel/id.ts";
import { personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import type { Case } from "./case.ts";
import type { Offer } from "./offer.ts";

export const partSchema = z.enum(["applicant", "provider"]);
export type CasePart = z.infer<typeof partSchema>;

/** Asked, and not answered yet. */
export const handoverSchema = z.object({
  to: personIdSchema,
  by: personIdSchema,
  at: instantSchema,
  /** The present contact leaves the organisation with it. */
  leaves: z.boolean(),
});
export type Handover = z.infer<typeof handoverSchema>;

export interface Contact {
  readonly organisationId: OrganisationId;
  /** Absent while a provider has not answered. */
  readonly personId: PersonId | undefined;
}

type Parties = Pick<Case, "applicantId" | "contactId" | "providerId">;

/** The party's contact; undefined where there is no such party. */
export function contactOf(
  one: Parties,
  offer: Pick<Offer, "providerId" | "confirmedBy" | "contactId"> | undefined,
  part: CasePart,
): Contact | undefined {
  if (part === "applicant") return { organisationId: one.applicantId, personId: one.contactId };
  if (offer === undefined) return undefined;
  return { organisationId: offer.providerId, personId: offer.contactId ?? offer.confirmedBy };
}
