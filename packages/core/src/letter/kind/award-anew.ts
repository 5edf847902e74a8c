/** An award that was announced cannot be granted as it was: it is decided anew, and nothing was granted. */
import type { WhyAnew } from "../../decision/proposal.ts";
import type { Language } from "../../person/person.ts";
import { aboutCase, openCase } from "../case-words.ts";
import type { CaseLetterData, Template } from "../template.ts";

export interface AwardAnewData extends CaseLetterData {
  readonly why: WhyAnew;
}

interface Words {
  readonly subject: string;
  readonly why: Readonly<Record<WhyAnew, string>>;
  readonly next: (park: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    subject: "To be decided anew: award for",
    why: {
      "no-room":
        "The award that we announced to you cannot be granted: with what was stated, and by the rules and rates of today, the aid ceiling leaves too little room for it.",
      "not-eligible":
        "The award that we announced to you cannot be granted: a requirement of the call no longer holds.",
      "offer-gone":
        "The award that we announced to you cannot be granted: the offer that it rests on no longer stands.",
    },
    next: (park) => `Nothing was granted. ${park} decides anew and writes to you again. You need not do anything now.`,
  },
  nl: {
    subject: "Wordt opnieuw beslist: toekenning voor",
    why: {
      "no-room":
        "De toekenning die we u hebben aangekondigd, kan niet doorgaan: met wat is verklaard, en volgens de regels en koersen van vandaag, laat het steunplafond er te weinig ruimte voor.",
      "not-eligible":
        "De toekenning die we u hebben aangekondigd, kan niet doorgaan: aan een vereiste van de oproep is niet langer voldaan.",
      "offer-gone":
        "De toekenning die we u hebben aangekondigd, kan niet doorgaan: de offerte waarop ze steunt, geldt niet meer.",
    },
    next: (park) => `Er is niets toegekend. ${park} beslist opnieuw en schrijft u dan weer. U hoeft nu niets te doen.`,
  },
  fr: {
    subject: "À décider de nouveau : octroi pour",
    why: {
      "no-room":
        "L’octroi que nous vous avons annoncé ne peut avoir lieu : avec ce qui a été déclaré, et selon les règles et les cours d’aujourd’hui, le plafond d’aide ne laisse pas assez de place.",
      "not-eligible":
        "L’octroi que nous vous avons annoncé ne peut avoir lieu : une exigence de l’appel n’est plus remplie.",
      "offer-gone":
        "L’octroi que nous vous avons annoncé ne peut avoir lieu : l’offre sur laquelle il repose ne tient plus.",
    },
    next: (park) =>
      `Rien n’a été accordé. ${park} décide de nouveau et vous écrira. Vous n’avez rien à faire pour l’instant.`,
  },
  sv: {
    subject: "Beslutas på nytt: beslut om",
    why: {
      "no-room":
        "Beslutet som vi meddelade er kan inte verkställas: med det som har uppgetts, och med dagens regler och kurser, lämnar stödtaket för lite utrymme.",
      "not-eligible":
        "Beslutet som vi meddelade er kan inte verkställas: ett krav i utlysningen är inte längre uppfyllt.",
      "offer-gone": "Beslutet som vi meddelade er kan inte verkställas: offerten som det bygger på gäller inte längre.",
    },
    next: (park) =>
      `Inget har beviljats. ${park} beslutar på nytt och skriver till er igen. Ni behöver inte göra något nu.`,
  },
  cy: {
    subject: "I’w benderfynu o’r newydd: dyfarniad ar gyfer",
    why: {
      "no-room":
        "Ni ellir rhoi’r dyfarniad a gyhoeddwyd i chi: gyda’r hyn a ddatganwyd, ac yn ôl rheolau a chyfraddau heddiw, nid yw’r nenfwd cymorth yn gadael digon o le.",
      "not-eligible":
        "Ni ellir rhoi’r dyfarniad a gyhoeddwyd i chi: nid yw un o ofynion yr alwad yn cael ei fodloni mwyach.",
      "offer-gone":
        "Ni ellir rhoi’r dyfarniad a gyhoeddwyd i chi: nid yw’r cynnig y mae’n dibynnu arno yn sefyll mwyach.",
    },
    next: (park) =>
      `Ni roddwyd dim. Mae ${park} yn penderfynu o’r newydd a bydd yn ysgrifennu atoch eto. Nid oes angen i chi wneud dim nawr.`,
  },
};

const inLanguage = (language: Language) => (data: AwardAnewData) => {
  const { subject, why, next } = words[language];
  return {
    subject: `${subject} ${data.reference}`,
    body: [why[data.why], next(data.park), { facts: aboutCase(language, data) }, openCase(language, data)],
  };
};

export const awardAnew: Template<AwardAnewData> = {
  en: inLanguage("en"),
  nl: inLanguage("nl"),
  fr: inLanguage("fr"),
  sv: inLanguage("sv"),
  cy: inLanguage("cy"),
};
