/** An invitation into an organisation: for one address, once, for fourteen days. */
import * as z from "zod";
import { invitationIdSchema, organisationIdSchema, personIdSchema } from "../kernel/id.ts";
import { type Instant, instantSchema } from "../kernel/instant.ts";
import { membershipSchema } from "./membership.ts";

export const invitationSchema = z.object({
  organisationId: organisationIdSchema,
  invitationId: invitationIdSchema,
  /** As `canonicalEmail` spells it. */
  email: z.string(),
  level: membershipSchema.shape.level,
  invitedBy: personIdSchema,
  invitedAt: instantSchema,
  /** The first instant at which it can no longer be accepted. */
  validUntil: instantSchema,
  status: z.enum(["open", "accepted", "withdrawn"]),
  endedBy: personIdSchema.optional(),
  endedAt: instantSchema.optional(),
  version: z.number().int().default(0),
});
export type Invitation = z.infer<typeof invitationSchema>;

/** Days for which an invitation can be accepted. */
export const invitationDays = 14;

/** What stands in the way of accepting it; undefined while it is open. */
export function staleness(
  { status, validUntil }: Invitation,
  now: Instant,
): "accepted" | "withdrawn" | "expired" | undefined {
  if (status !== "open") return status;
  return validUntil <= now ? "expired" : undefined;
}
