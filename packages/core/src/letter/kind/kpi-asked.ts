/** Months after a voucher was paid, the company is asked what came of it. */
import type { Instant } from "../../kernel/instant.ts";
import type { Language } from "../../person/person.ts";
import { aboutCase, caseWords, openCase } from "../case-words.ts";
import type { Say } from "../say.ts";
import type { CaseLetterData, Content, Template } from "../template.ts";

export interface KpiAskedData extends CaseLetterData {
  /** Months since redemption: 6, 12 or 24. */
  readonly month: number;
  readonly due: Instant;
  readonly zone: string;
  /** In the reader's language where the call has them in it. */
  readonly questions: readonly string[];
}

interface Words {
  readonly subject: string;
  readonly asked: (month: number) => string;
}

/** Of the numbers that are asked after, none needs another form of the month than the plural. */
const words: Readonly<Record<Language, Words>> = {
  en: {
    subject: "What came of voucher",
    asked: (month) =>
      `${month} months ago your voucher was paid. The park asks what came of it, in a few words. Not answering has no consequence.`,
  },
  nl: {
    subject: "Wat leverde de voucher op",
    asked: (month) =>
      `${month} maanden geleden is uw voucher betaald. Het park vraagt in enkele woorden wat hij heeft opgeleverd. Niet antwoorden heeft geen gevolgen.`,
  },
  fr: {
    subject: "Ce que le chèque a apporté",
    asked: (month) =>
      `Votre chèque a été payé il y a ${month} mois. Le parc demande en quelques mots ce qu’il a apporté. Ne pas répondre est sans conséquence.`,
  },
  sv: {
    subject: "Vad checken har lett till",
    asked: (month) =>
      `För ${month} månader sedan betalades er check. Parken frågar med några ord vad den har lett till. Att inte svara får inga följder.`,
  },
  cy: {
    subject: "Beth ddaeth o’r daleb",
    asked: (month) =>
      `Talwyd eich taleb ${month} mis yn ôl. Mae’r parc yn gofyn, mewn ychydig eiriau, beth ddaeth ohoni. Nid oes canlyniad i beidio ag ateb.`,
  },
};

export const kpiAsked: Template<KpiAskedData> = {
  en: (data, say) => contentIn("en", data, say),
  nl: (data, say) => contentIn("nl", data, say),
  fr: (data, say) => contentIn("fr", data, say),
  sv: (data, say) => contentIn("sv", data, say),
  cy: (data, say) => contentIn("cy", data, say),
};

function contentIn(language: Language, data: KpiAskedData, say: Say): Content {
  const { subject, asked } = words[language];
  return {
    subject: `${subject}: ${data.reference}`,
    body: [
      asked(data.month),
      { points: data.questions },
      { facts: [...aboutCase(language, data), [caseWords[language].until, say.moment(data.due, data.zone)]] },
      openCase(language, data),
    ],
  };
}
