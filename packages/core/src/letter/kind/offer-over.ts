/** A provider's offer is asked for no more: the case ended without a grant. Neither reasons nor what was found are the provider's. */
import type { Language } from "../../person/person.ts";
import { aboutCase, openCase } from "../case-words.ts";
import type { CaseLetterData, Template } from "../template.ts";

export type OfferOverData = CaseLetterData & { readonly applicant: string; readonly provider: string };

interface Words {
  readonly subject: string;
  readonly body: (data: OfferOverData) => readonly string[];
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    subject: "Not granted, your offer is no longer asked for",
    body: ({ applicant, provider, park }) => [
      `The application of ${applicant} that your offer belongs to was not granted. The offer of ${provider} is no longer asked for and binds nobody.`,
      `You need not do anything. Should that change after all, ${park} writes to you again.`,
    ],
  },
  nl: {
    subject: "Niet toegekend, uw offerte wordt niet meer gevraagd",
    body: ({ applicant, provider, park }) => [
      `De aanvraag van ${applicant} waarbij uw offerte hoort, is niet toegekend. De offerte van ${provider} wordt niet meer gevraagd en bindt niemand.`,
      `U hoeft niets te doen. Mocht dat toch nog veranderen, dan schrijft ${park} u opnieuw.`,
    ],
  },
  fr: {
    subject: "Non accordé, votre offre n’est plus demandée",
    body: ({ applicant, provider, park }) => [
      `La demande de ${applicant} à laquelle se rapporte votre offre n’a pas été accordée. L’offre de ${provider} n’est plus demandée et n’engage personne.`,
      `Vous n’avez rien à faire. Si cela devait changer, ${park} vous écrirait de nouveau.`,
    ],
  },
  sv: {
    subject: "Inte beviljat, er offert behövs inte längre",
    body: ({ applicant, provider, park }) => [
      `Ansökan från ${applicant}, som er offert hör till, har inte beviljats. Offerten från ${provider} behövs inte längre och binder ingen.`,
      `Ni behöver inte göra något. Skulle det ändå ändras skriver ${park} till er igen.`,
    ],
  },
  cy: {
    subject: "Heb ei ddyfarnu, ni ofynnir am eich cynnig mwyach",
    body: ({ applicant, provider, park }) => [
      `Ni ddyfarnwyd cais ${applicant} y mae eich cynnig yn perthyn iddo. Ni ofynnir am gynnig ${provider} mwyach, ac nid yw’n rhwymo neb.`,
      `Nid oes angen i chi wneud dim. Pe bai hynny’n newid wedi’r cwbl, bydd ${park} yn ysgrifennu atoch eto.`,
    ],
  },
};

const inLanguage = (language: Language) => (data: OfferOverData) => ({
  subject: `${words[language].subject}: ${data.reference}`,
  body: [...words[language].body(data), { facts: aboutCase(language, data) }, openCase(language, data)],
});

export const offerOver: Template<OfferOverData> = {
  en: inLanguage("en"),
  nl: inLanguage("nl"),
  fr: inLanguage("fr"),
  sv: inLanguage("sv"),
  cy: inLanguage("cy"),
};
