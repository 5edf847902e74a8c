/** A role held by a person in a scope, perhaps until an instant. Checked from the store on every request. */
import * as z from "zod";
import { grantIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

export const roleNameSchema = z.enum([
  "reviewer",
  "manager",
  "approver",
  "finance",
  "redress",
  "coordinator",
  "auditor",
  "secretary",
]);
export type RoleName = z.infer<typeof roleNameSchema>;

/** Roles that move public money or see confidential files: a second factor is asked at sign-in. */
export const staffRoles: readonly RoleName[] = [
  "manager",
  "approver",
  "finance",
  "redress",
  "coordinator",
  "auditor",
  "secretary",
];

export const scopeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("network") }),
  z.object({ kind: z.literal("park"), parkId: z.string() }),
]);

export const roleGrantSchema = z.object({
  personId: personIdSchema,
  grantId: grantIdSchema,
  role: roleNameSchema,
  scope: scopeSchema,
  until: instantSchema.optional(),
  /** Stands in for the holder of the role: reminded and escalated to, after them. */
  substitute: z.boolean(),
  /** Of a reviewer: a patient or lay member, who is asked for the criteria meant for them and no others. */
  lay: z.literal(true).optional(),
  version: z.number().int().default(0),
});
export type RoleGrant = z.infer<typeof roleGrantSchema>;

/** The same grant found by role and scope (`manager`, `limburg` or `network`): who can be asked. */
export const roleHolderSchema = z.object({
  role: roleNameSchema,
  scope: z.string(),
  personId: personIdSchema,
  grantId: grantIdSchema,
  until: instantSchema.optional(),
  substitute: z.boolean(),
  lay: roleGrantSchema.shape.lay,
  version: z.number().int().default(0),
});
export type RoleHolder = z.infer<typeof roleHolderSchema>;
