/** What the network file says of a park. */
import * as z from "zod";
import { aidBasisSchema } from "../call/call.ts";
import { daySchema } from "../kernel/day.ts";
import { currencySchema } from "../kernel/money.ts";
import { addressSchema, bankAccountSchema } from "../organisation/organisation.ts";
import { languageSchema } from "../person/person.ts";
import { channelRowSchema } from "./channel-row.ts";
import { textsSchema } from "./text.ts";
import { translationServiceSchema } from "./translation-service.ts";
import { remittanceSchema } from "./withholding.ts";

export const markShapes = ["circle", "square", "triangle", "diamond", "hexagon", "star", "cross"] as const;

/** The body that signs, pays and files entries in registers for the park. */
export const legalEntitySchema = z.object({
  name: z.string().min(1).max(140),
  registerScheme: z.string(),
  registerId: z.string(),
  address: addressSchema,
});
export type LegalEntity = z.infer<typeof legalEntitySchema>;

/** What ties the park itself to an organisation, which its register and number name. */
export const parkInterestSchema = z.strictObject({
  registerScheme: z.string(),
  registerId: z.string(),
  /** It holds shares in it, or gives it rooms without rent. */
  kind: z.enum(["owns", "houses-free"]),
});
export type ParkInterest = z.infer<typeof parkInterestSchema>;

export const parkSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  name: z.string().min(1).max(80),
  /** Two to four capitals, in references and where there is little room. */
  initials: z.string().regex(/^[A-Z]{2,4}$/),
  country: z.string().regex(/^[A-Z]{2}$/),
  calendar: z.string(),
  currency: currencySchema,
  /** The first is the one the park writes in when nobody says otherwise. */
  languages: z.array(languageSchema).min(1),
  zone: z.string(),
  /** An associate brings reviewers, providers and partners, but has no budget and pays nothing. */
  associate: z.boolean(),
  aidBases: z.array(aidBasisSchema),
  /** Subsidy registers in which its awards are entered. */
  registers: z.array(z.enum(["eu-eaidregister", "uk-subsidy-database", "canada-proactive-disclosure"])),
  /** Tried in this order. */
  channels: z.array(channelRowSchema),
  /** Days on which the park is closed though its calendar has no holiday. */
  closures: z.array(daySchema),
  /** Translates applications for reviewers who do not read their language; absent: managers add translations. */
  translation: translationServiceSchema.optional(),
  legalEntity: legalEntitySchema.optional(),
  /** Where a party of a case is one of these, somebody of another park approves for it. */
  interests: z.array(parkInterestSchema).default([]),
  debtor: bankAccountSchema.optional(),
  /** Whom it pays tax to that it withheld from providers. */
  remittance: remittanceSchema.optional(),
  mark: z.object({ shape: z.enum(markShapes), hue: z.string().regex(/^[a-z]+$/) }),
  texts: z.object({
    /** What a letter says of the ways against a refusal, a cut, a cancellation or a recovery. */
    legalRemedy: textsSchema,
    /** What the letter of an award says of them, where redress in the product is not a way; absent: a plain word on courts. */
    awardRemedy: textsSchema.optional(),
    /** Terms that SME and provider accept before a voucher is used. */
    terms: textsSchema,
  }),
});
export type Park = z.infer<typeof parkSchema>;
