/** Another bank account of a payee: proposed by one person, confirmed by another of a park, valid two working days later (domain §13). */
import * as z from "zod";
import { caseIdSchema, organisationIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { bankAccountSchema } from "../organisation/organisation.ts";

export const accountChangeSchema = z.object({
  organisationId: organisationIdSchema,
  account: bankAccountSchema,
  status: z.enum(["proposed", "confirmed", "applied", "refused"]),
  proposedBy: personIdSchema,
  proposedAt: instantSchema,
  /** The case on which it was proposed, whose tasks ask for the answer. */
  caseId: caseIdSchema.optional(),
  /** The park whose finance asked the payee back and answered. */
  parkId: z.string().optional(),
  answeredBy: personIdSchema.optional(),
  answeredAt: instantSchema.optional(),
  /** From then on it is paid to. */
  validFrom: instantSchema.optional(),
  version: z.number().int().default(0),
});
export type AccountChange = z.infer<typeof accountChangeSchema>;

/** Nothing is paid to the organisation while one waits. */
export function isWaiting(change: AccountChange | undefined): boolean {
  return change?.status === "proposed" || change?.status === "confirmed";
}
