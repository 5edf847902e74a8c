/** What sign-in stores: the asked code, the session, the second factor, and the counters that slow guessing down. */
import * as z from "zod";
import { personIdSchema, sessionIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { languageSchema } from "../person/person.ts";

/** One asked code per asking browser; a new request replaces it. */
export const challengeSchema = z.object({
  /** Digest of the secret in the asking browser's cookie. */
  askHash: z.string(),
  email: z.string(),
  /** In which the code was asked: that of the letters of whoever is new. */
  language: languageSchema.optional(),
  codeHash: z.string(),
  salt: z.string(),
  triesLeft: z.number().int().min(0),
  validUntil: instantSchema,
  expires: z.number().int(),
  version: z.number().int().default(0),
});
export type Challenge = z.infer<typeof challengeSchema>;

export const sessionSchema = z.object({
  tokenHash: z.string(),
  sessionId: sessionIdSchema,
  personId: personIdSchema,
  createdAt: instantSchema,
  idleUntil: instantSchema,
  absoluteUntil: instantSchema,
  secondFactorAt: instantSchema.optional(),
  /** How the browser describes itself, so that its owner knows it again. */
  agent: z.string().max(200).optional(),
  /** `code` by mail, `passkey` alone, or `demo` (one machine, demonstration only). */
  via: z.enum(["code", "passkey", "demo"]),
  expires: z.number().int(),
  version: z.number().int().default(0),
});
export type Session = z.infer<typeof sessionSchema>;

/** The person's list of sessions, to see and revoke. */
export const sessionRefSchema = z.object({
  personId: personIdSchema,
  sessionId: sessionIdSchema,
  tokenHash: z.string(),
  createdAt: instantSchema,
  expires: z.number().int(),
  version: z.number().int().default(0),
});

/** A time-based one-time password of a person. The secret is sealed by the installation. */
export const totpSchema = z.object({
  personId: personIdSchema,
  sealedSecret: z.string(),
  /** Absent until the first right code proved that the person has it. */
  confirmedAt: instantSchema.optional(),
  /** Time step of the last accepted code: a code is taken once. */
  lastStep: z.number().int(),
  triesLeft: z.number().int().min(0),
  lockedUntil: instantSchema.optional(),
  version: z.number().int().default(0),
});
export type Totp = z.infer<typeof totpSchema>;

/** A passkey of a person; what it signs proves the person by device and by PIN, finger or face. */
export const passkeySchema = z.object({
  personId: personIdSchema,
  credentialId: z.string(),
  /** As the person calls it: "My laptop". */
  label: z.string().max(60),
  publicKey: z.string(),
  counter: z.number().int().min(0),
  transports: z.array(z.string()),
  createdAt: instantSchema,
  usedAt: instantSchema.optional(),
  version: z.number().int().default(0),
});
export type Passkey = z.infer<typeof passkeySchema>;

/** The one challenge that a session has been given; a new request replaces it, an answer uses it up. */
export const passkeyAskSchema = z.object({
  personId: personIdSchema,
  sessionId: sessionIdSchema,
  purpose: z.enum(["make", "use"]),
  challenge: z.string(),
  validUntil: instantSchema,
  expires: z.number().int(),
  version: z.number().int().default(0),
});
export type PasskeyAsk = z.infer<typeof passkeyAskSchema>;

/** The one challenge that an asking browser has been given to sign in with; a new request replaces it, an answer uses it up. */
export const passkeyEntrySchema = z.object({
  /** Digest of the secret in the asking browser's cookie. */
  askHash: z.string(),
  challenge: z.string(),
  validUntil: instantSchema,
  expires: z.number().int(),
  version: z.number().int().default(0),
});
export type PasskeyEntry = z.infer<typeof passkeyEntrySchema>;

/** A request to reset a lost second factor: two colleagues vouch, or it lapses. */
export const factorResetSchema = z.object({
  personId: personIdSchema,
  askedAt: instantSchema,
  validUntil: instantSchema,
  firstBy: personIdSchema.optional(),
  expires: z.number().int(),
  version: z.number().int().default(0),
});
export type FactorReset = z.infer<typeof factorResetSchema>;

/** A rate limit's window: how many are left in it. */
export const limitSchema = z.object({
  scope: z.string(),
  window: z.string(),
  left: z.number().int().min(0),
  expires: z.number().int(),
  version: z.number().int().default(0),
});
