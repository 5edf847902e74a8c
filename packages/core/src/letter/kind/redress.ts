/** The word of each step of a request for redress: received, admitted or not, and its outcome with reasons. */
import type { Language } from "../../person/person.ts";
import { aboutCase, caseWords, openCase } from "../case-words.ts";
import type { Block, CaseLetterData, Content, Template } from "../template.ts";

export type RedressStep = "asked" | "admitted" | "inadmissible" | "upheld" | "partly" | "rejected";

export interface RedressData extends CaseLetterData {
  readonly step: RedressStep;
  /** What others look at anew where it is upheld. */
  readonly about: "application" | "claim";
  /** Of the applicant where it asked; of the officer from then on; may be empty. */
  readonly reasons: string;
}

interface Words {
  readonly subject: string;
  readonly steps: Readonly<Record<RedressStep, string>>;
  /** Upheld, about a claim. */
  readonly claimAnew: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    subject: "Request for redress",
    claimAnew: "Your request is upheld. Others check your claim anew, and you get a new decision.",
    steps: {
      asked:
        "Your request was received. Somebody who took no part in the decision says within 10 working days whether it can be examined. The decision stands meanwhile.",
      admitted: "Your request can be examined. You get the outcome within 30 working days.",
      inadmissible: "Your request cannot be examined. The decision stands.",
      upheld: "Your request is upheld. Others review your application anew, and you get a new decision.",
      partly: "Your request is partly upheld. The decision stands all the same, for the reasons given here.",
      rejected: "Your request is rejected. The decision stands.",
    },
  },
  nl: {
    subject: "Verzoek om herziening",
    claimAnew: "Uw verzoek is gegrond. Anderen controleren uw declaratie opnieuw en u krijgt een nieuwe beslissing.",
    steps: {
      asked:
        "Uw verzoek is ontvangen. Iemand die niet aan de beslissing heeft meegewerkt, laat binnen 10 werkdagen weten of het kan worden onderzocht. De beslissing blijft intussen gelden.",
      admitted: "Uw verzoek kan worden onderzocht. U krijgt de uitkomst binnen 30 werkdagen.",
      inadmissible: "Uw verzoek kan niet worden onderzocht. De beslissing blijft gelden.",
      upheld: "Uw verzoek is gegrond. Anderen beoordelen uw aanvraag opnieuw en u krijgt een nieuwe beslissing.",
      partly: "Uw verzoek is deels gegrond. De beslissing blijft toch gelden, om de redenen hieronder.",
      rejected: "Uw verzoek is ongegrond. De beslissing blijft gelden.",
    },
  },
  fr: {
    subject: "Demande de réexamen",
    claimAnew:
      "Votre demande est accueillie. D’autres vérifient votre réclamation à nouveau et vous recevez une nouvelle décision.",
    steps: {
      asked:
        "Votre demande est bien arrivée. Une personne qui n’a pas pris part à la décision vous dit dans les 10 jours ouvrables si elle peut être examinée. La décision reste en vigueur entre-temps.",
      admitted: "Votre demande peut être examinée. Vous recevez le résultat dans les 30 jours ouvrables.",
      inadmissible: "Votre demande ne peut pas être examinée. La décision est maintenue.",
      upheld:
        "Votre demande est accueillie. D’autres évaluent votre dossier à nouveau et vous recevez une nouvelle décision.",
      partly:
        "Votre demande est accueillie en partie. La décision est néanmoins maintenue, pour les motifs ci-dessous.",
      rejected: "Votre demande est rejetée. La décision est maintenue.",
    },
  },
  sv: {
    subject: "Begäran om omprövning",
    claimAnew: "Din begäran bifalls. Andra kontrollerar utbetalningsbegäran på nytt och du får ett nytt beslut.",
    steps: {
      asked:
        "Din begäran har kommit in. Någon som inte deltog i beslutet meddelar inom 10 arbetsdagar om den kan prövas. Beslutet gäller under tiden.",
      admitted: "Din begäran kan prövas. Du får utfallet inom 30 arbetsdagar.",
      inadmissible: "Din begäran kan inte prövas. Beslutet står fast.",
      upheld: "Din begäran bifalls. Andra granskar ansökan på nytt och du får ett nytt beslut.",
      partly: "Din begäran bifalls delvis. Beslutet står ändå fast, av skälen nedan.",
      rejected: "Din begäran avslås. Beslutet står fast.",
    },
  },
  cy: {
    subject: "Cais am unioni",
    claimAnew: "Derbyniwyd eich cais. Bydd eraill yn gwirio’ch hawliad o’r newydd, a chewch benderfyniad newydd.",
    steps: {
      asked:
        "Daeth eich cais i law. Bydd rhywun na chymerodd ran yn y penderfyniad yn dweud o fewn 10 diwrnod gwaith a ellir ei ystyried. Mae’r penderfyniad yn sefyll yn y cyfamser.",
      admitted: "Gellir ystyried eich cais. Cewch y canlyniad o fewn 30 diwrnod gwaith.",
      inadmissible: "Ni ellir ystyried eich cais. Mae’r penderfyniad yn sefyll.",
      upheld: "Derbyniwyd eich cais. Bydd eraill yn adolygu’ch cais o’r newydd, a chewch benderfyniad newydd.",
      partly: "Derbyniwyd eich cais yn rhannol. Er hynny mae’r penderfyniad yn sefyll, am y rhesymau isod.",
      rejected: "Gwrthodwyd eich cais. Mae’r penderfyniad yn sefyll.",
    },
  },
};

export const redress: Template<RedressData> = {
  en: (data) => contentIn("en", data),
  nl: (data) => contentIn("nl", data),
  fr: (data) => contentIn("fr", data),
  sv: (data) => contentIn("sv", data),
  cy: (data) => contentIn("cy", data),
};

function contentIn(language: Language, data: RedressData): Content {
  const { subject, steps, claimAnew } = words[language];
  const told = data.step === "upheld" && data.about === "claim" ? claimAnew : steps[data.step];
  const reasons: Block[] = data.reasons === "" ? [] : [`${caseWords[language].reasons}:`, { quote: data.reasons }];
  return {
    subject: `${subject}, ${data.reference}`,
    body: [told, { facts: aboutCase(language, data) }, ...reasons, openCase(language, data)],
  };
}
