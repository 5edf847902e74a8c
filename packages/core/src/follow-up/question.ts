/** What a company is asked after its voucher was redeemed: the questions of its call, else three plain ones. */
import * as z from "zod";
import { type Language, languageSchema } from "../person/person.ts";

export const kpiQuestionSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  /** In the languages of the call at least. */
  text: z.partialRecord(languageSchema, z.string().min(1).max(300)),
});
export type KpiQuestion = z.infer<typeof kpiQuestionSchema>;

/** Months after redemption at which it is asked (domain §5). */
export const followUpMonths = [6, 12, 24] as const;
export type FollowUpMonth = (typeof followUpMonths)[number];

/** For calls that ask nothing of their own. */
export const plainQuestions: readonly (KpiQuestion & { readonly text: Readonly<Record<Language, string>> })[] = [
  {
    id: "turnover",
    text: {
      en: "What did the service change in your turnover, or in what you can sell?",
      nl: "Wat heeft de dienst veranderd aan uw omzet, of aan wat u kunt verkopen?",
      fr: "Qu’est-ce que le service a changé à votre chiffre d’affaires, ou à ce que vous pouvez vendre ?",
      sv: "Vad har tjänsten ändrat i er omsättning, eller i vad ni kan sälja?",
      cy: "Beth newidiodd y gwasanaeth yn eich trosiant, neu yn yr hyn y gallwch ei werthu?",
    },
  },
  {
    id: "jobs",
    text: {
      en: "How many jobs were created or kept by it?",
      nl: "Hoeveel banen zijn er door ontstaan of behouden?",
      fr: "Combien d’emplois ont été créés ou maintenus grâce à lui ?",
      sv: "Hur många arbetstillfällen har det skapat eller bevarat?",
      cy: "Faint o swyddi a grëwyd neu a gadwyd o’i herwydd?",
    },
  },
  {
    id: "follow-on",
    text: {
      en: "What followed: investment, another project, a contract with the provider?",
      nl: "Wat volgde er: een investering, een ander project, een contract met de aanbieder?",
      fr: "Qu’est-ce qui a suivi : un investissement, un autre projet, un contrat avec le prestataire ?",
      sv: "Vad följde: en investering, ett annat projekt, ett avtal med leverantören?",
      cy: "Beth ddilynodd: buddsoddiad, prosiect arall, contract gyda’r darparwr?",
    },
  },
];

/** The questions of a call. */
export function questionsOf(call: {
  readonly kpiQuestions?: readonly KpiQuestion[] | undefined;
}): readonly KpiQuestion[] {
  return call.kpiQuestions === undefined || call.kpiQuestions.length === 0 ? plainQuestions : call.kpiQuestions;
}

export const followUpSchema = z.object({
  month: z.union([z.literal(6), z.literal(12), z.literal(24)]),
  askedAt: z.string(),
  /** As they were asked. */
  questions: z.array(kpiQuestionSchema),
  /** By question; absent while nobody answered, and for ever after silence, which is no fault. */
  answers: z.array(z.object({ id: z.string(), text: z.string().min(1).max(2000) })).optional(),
  answeredBy: z.string().optional(),
  answeredAt: z.string().optional(),
});
export type FollowUp = z.infer<typeof followUpSchema>;
