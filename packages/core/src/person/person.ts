/** A person with an address, a name and a language; what they may do stands in role grants and memberships. */
import * as z from "zod";
import { personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

export const languageSchema = z.enum(["en", "nl", "fr", "sv", "cy"]);
export type Language = z.infer<typeof languageSchema>;

/** An organisation that somebody names: by its id, where the operator entered it, or by its number in a public register. */
export const namedOrganisation = {
  organisationId: z.string().optional(),
  register: z
    .object({ scheme: z.string().max(20), id: z.string().min(1).max(80), name: z.string().trim().min(1).max(140) })
    .optional(),
};
export type NamedOrganisation = z.infer<z.ZodObject<typeof namedOrganisation>>;

/** What a reviewer tells of themself; conflicts and assignment read it. */
export const reviewerProfileSchema = z.object({
  parkId: z.string().optional(),
  terms: z.array(z.string()).max(40),
  /** Ids of sectors and themes. */
  taxonomy: z.array(z.string()).max(40).optional(),
  languages: z.array(languageSchema),
  employers: z.array(
    z.object({
      ...namedOrganisation,
      department: z.string().max(120).optional(),
      from: z.iso.date(),
      until: z.iso.date().optional(),
    }),
  ),
  interests: z.array(
    z.object({
      ...namedOrganisation,
      kind: z.enum(["household", "equity", "board", "contract", "tenancy", "other"]),
      /** Of `other` alone. */
      level: z.enum(["HARD", "SOFT"]).optional(),
    }),
  ),
  /** Reviews at one time, over all cases. */
  capacity: z.number().int().min(0).max(100),
  /** Out of office, first and last day. */
  away: z
    .array(z.object({ from: z.iso.date(), until: z.iso.date() }))
    .max(20)
    .optional(),
});
export type ReviewerProfile = z.infer<typeof reviewerProfileSchema>;

export const personSchema = z.object({
  personId: personIdSchema,
  email: z.email(),
  name: z.string().min(1).max(120),
  language: languageSchema,
  /** Name and language are the person's own word: the operator's file leaves them as they are. */
  ownWord: z.literal(true).optional(),
  /** Disabled people cannot sign in and lose every session at the next request. */
  disabled: z.boolean(),
  reviewer: reviewerProfileSchema.optional(),
  /** Notices reach them in one letter a day, in the morning of this zone (IANA); absent: each at once. */
  digest: z.object({ zone: z.string() }).optional(),
  /** Sessions made before are over. */
  sessionsFrom: instantSchema.optional(),
  createdAt: instantSchema,
  version: z.number().int().default(0),
});
export type Person = z.infer<typeof personSchema>;

/** One spelling of an address: trimmed and lower-cased, as the uniqueness item and sign-in use it. */
export function canonicalEmail(email: string): string {
  return email.trim().normalize("NFKC").toLowerCase();
}

/** The uniqueness item of an address. */
export const emailSchema = z.object({
  email: z.string(),
  personId: personIdSchema,
  version: z.number().int().default(0),
});
export type Email = z.infer<typeof emailSchema>;
