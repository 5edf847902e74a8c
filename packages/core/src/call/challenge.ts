/** A challenge: what a large organisation, a hospital or a patient organisation needs and a call may answer. */
import * as z from "zod";
import { idSchema, organisationIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import type { Organisation } from "../organisation/organisation.ts";
import { languageSchema } from "../person/person.ts";
import type { Change } from "../port/store.ts";

export const challengeIdSchema = idSchema("chl");

const texts = {
  title: z.partialRecord(languageSchema, z.string().trim().min(1).max(120)),
  /** What is needed, for whom, and what would count as an answer. */
  text: z.partialRecord(languageSchema, z.string().trim().min(1).max(2000)),
} as const;

/** At least one language, and both texts in each. */
export const challengeTextsSchema = z
  .object(texts)
  .refine(
    ({ title, text }) =>
      Object.keys(title).length > 0 &&
      Object.keys(title).every((language) => language in text) &&
      Object.keys(text).every((language) => language in title),
    { error: "A title and a text in the same languages.", path: ["title"] },
  );

/** As it stands with a call: a copy, so that what was published stays. */
export const callChallengeSchema = z.object({
  challengeId: challengeIdSchema,
  organisationId: organisationIdSchema,
  organisationName: z.string(),
  ...texts,
});
export type CallChallenge = z.infer<typeof callChallengeSchema>;

/** As it was posed to a park. */
export const posedChallengeSchema = callChallengeSchema.extend({
  parkId: z.string(),
  posedBy: personIdSchema,
  at: instantSchema,
  withdrawnAt: instantSchema.optional(),
  version: z.number().int().default(0),
});
export type PosedChallenge = z.infer<typeof posedChallengeSchema>;

/** From so many employees on a company is large (EU recommendation 2003/361/EC, Annex, Article 2). */
const largeFrom = 250;

/** Those whom calls serve pose none: companies of fewer than 250 people, parks and funders. */
export function mayPose({ kind, headcount, verification, mergedInto }: Organisation): boolean {
  if (verification === "rejected" || mergedInto !== undefined) return false;
  return (
    ["academia", "public", "patient-organisation"].includes(kind) ||
    (kind === "company" && (headcount ?? 0) >= largeFrom)
  );
}

/** Levels of members who pose and take back. */
export const poserLevels = ["owner", "editor"] as const;

/** Taken back at the same moment, one of the two is decided anew: the call's step writes the challenge's version, too. */
export function stillPosed({ parkId, challengeId, version }: PosedChallenge): Change {
  return { op: "patch", name: "posedChallenge", key: { parkId, challengeId }, set: {}, when: { version } };
}
