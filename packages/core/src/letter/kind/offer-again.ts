/** An offer is about to run out: the provider is asked whether it stands, and park and company are told what it said. */
import type { Instant } from "../../kernel/instant.ts";
import type { Language } from "../../person/person.ts";
import { aboutCase, caseWords, openCase } from "../case-words.ts";
import type { Say } from "../say.ts";
import type { CaseLetterData, Content, Template } from "../template.ts";

export interface OfferAgainData extends CaseLetterData {
  readonly provider: string;
  readonly step: "asked" | "confirmed" | "declined" | "silent";
  readonly validUntil: Instant;
  readonly zone: string;
  /** Until when an answer is awaited; only of `asked`. */
  readonly due?: Instant;
}

interface Words {
  readonly subject: Readonly<Record<OfferAgainData["step"], string>>;
  readonly said: Readonly<Record<OfferAgainData["step"], (provider: string) => string>>;
  readonly valid: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    subject: {
      asked: "Does your offer still stand?",
      confirmed: "The offer still stands",
      declined: "The offer no longer stands",
      silent: "No answer about the offer",
    },
    said: {
      asked: () =>
        "Your offer runs out, and the decision may come later. Say whether it still stands at the same price. Once it has run out, no award can be made on it.",
      confirmed: (provider) => `${provider} has confirmed its offer again. Content and price stay as they are.`,
      declined: (provider) =>
        `${provider} no longer stands by its offer, so no award can be made on it. ${provider} may still confirm it again in the case.`,
      silent: (provider) =>
        `${provider} has not said whether its offer still stands. Once it has run out, no award can be made on it. ${provider} may still confirm it in the case.`,
    },
    valid: "Offer valid until",
  },
  nl: {
    subject: {
      asked: "Geldt uw offerte nog?",
      confirmed: "De offerte geldt nog",
      declined: "De offerte geldt niet meer",
      silent: "Geen antwoord over de offerte",
    },
    said: {
      asked: () =>
        "Uw offerte loopt af en de beslissing kan later vallen. Laat weten of ze nog geldt, voor dezelfde prijs. Op een afgelopen offerte kan niets worden toegekend.",
      confirmed: (provider) => `${provider} heeft de offerte opnieuw bevestigd. Inhoud en prijs blijven gelijk.`,
      declined: (provider) =>
        `${provider} staat niet meer achter de offerte; er kan niets op worden toegekend. ${provider} kan ze in het dossier nog opnieuw bevestigen.`,
      silent: (provider) =>
        `${provider} heeft niet laten weten of de offerte nog geldt. Op een afgelopen offerte kan niets worden toegekend. ${provider} kan ze in het dossier nog bevestigen.`,
    },
    valid: "Offerte geldig tot en met",
  },
  fr: {
    subject: {
      asked: "Votre offre tient-elle toujours ?",
      confirmed: "L’offre tient toujours",
      declined: "L’offre ne tient plus",
      silent: "Pas de réponse au sujet de l’offre",
    },
    said: {
      asked: () =>
        "Votre offre arrive à échéance et la décision peut venir plus tard. Dites si elle tient toujours, au même prix. Rien ne peut être octroyé sur une offre échue.",
      confirmed: (provider) => `${provider} a confirmé son offre de nouveau. Le contenu et le prix ne changent pas.`,
      declined: (provider) =>
        `${provider} ne maintient plus son offre ; rien ne peut être octroyé sur elle. ${provider} peut encore la confirmer dans le dossier.`,
      silent: (provider) =>
        `${provider} n’a pas dit si son offre tient toujours. Rien ne peut être octroyé sur une offre échue. ${provider} peut encore la confirmer dans le dossier.`,
    },
    valid: "Offre valable jusqu’au",
  },
  sv: {
    subject: {
      asked: "Gäller er offert fortfarande?",
      confirmed: "Offerten gäller fortfarande",
      declined: "Offerten gäller inte längre",
      silent: "Inget svar om offerten",
    },
    said: {
      asked: () =>
        "Er offert löper ut och beslutet kan komma senare. Ange om den fortfarande gäller, till samma pris. När den har löpt ut kan inget beviljas på den.",
      confirmed: (provider) => `${provider} har bekräftat sin offert på nytt. Innehåll och pris är oförändrade.`,
      declined: (provider) =>
        `${provider} står inte längre fast vid sin offert, så inget kan beviljas på den. ${provider} kan fortfarande bekräfta den i ärendet.`,
      silent: (provider) =>
        `${provider} har inte sagt om offerten fortfarande gäller. När den har löpt ut kan inget beviljas på den. ${provider} kan fortfarande bekräfta den i ärendet.`,
    },
    valid: "Offerten gäller till och med",
  },
  cy: {
    subject: {
      asked: "A yw eich cynnig yn dal i sefyll?",
      confirmed: "Mae’r cynnig yn dal i sefyll",
      declined: "Nid yw’r cynnig yn sefyll mwyach",
      silent: "Dim ateb am y cynnig",
    },
    said: {
      asked: () =>
        "Mae eich cynnig yn dod i ben, a gall y penderfyniad ddod yn ddiweddarach. Dywedwch a yw’n dal i sefyll am yr un pris. Ar ôl iddo ddod i ben, ni ellir dyfarnu dim arno.",
      confirmed: (provider) =>
        `Mae ${provider} wedi cadarnhau ei gynnig eto. Mae’r cynnwys a’r pris yn aros yr un fath.`,
      declined: (provider) =>
        `Nid yw ${provider} yn sefyll wrth ei gynnig mwyach, felly ni ellir dyfarnu dim arno. Gall ${provider} ei gadarnhau eto yn yr achos.`,
      silent: (provider) =>
        `Nid yw ${provider} wedi dweud a yw ei gynnig yn dal i sefyll. Ar ôl iddo ddod i ben, ni ellir dyfarnu dim arno. Gall ${provider} ei gadarnhau yn yr achos o hyd.`,
    },
    valid: "Cynnig yn ddilys tan",
  },
};

export const offerAgain: Template<OfferAgainData> = {
  en: (data, say) => contentIn("en", data, say),
  nl: (data, say) => contentIn("nl", data, say),
  fr: (data, say) => contentIn("fr", data, say),
  sv: (data, say) => contentIn("sv", data, say),
  cy: (data, say) => contentIn("cy", data, say),
};

function contentIn(language: Language, data: OfferAgainData, say: Say): Content {
  const { subject, said, valid } = words[language];
  const about = [...aboutCase(language, data), [valid, say.moment(data.validUntil, data.zone)]] as [string, string][];
  return {
    subject: `${data.reference}: ${subject[data.step]}`,
    body: [
      said[data.step](data.provider),
      {
        facts:
          data.due === undefined ? about : [...about, [caseWords[language].until, say.moment(data.due, data.zone)]],
      },
      openCase(language, data),
    ],
  };
}
