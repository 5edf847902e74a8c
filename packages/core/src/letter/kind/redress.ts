/** The word of each step of a request for redress: received, admitted or not, and its outcome with reasons. */
import type { Money } from "../../kernel/money.ts";
import type { Language } from "../../person/person.ts";
import type { Redress } from "../../redress/redress.ts";
import { aboutCase, caseWords, openCase } from "../case-words.ts";
import type { Say } from "../say.ts";
import type { Block, CaseLetterData, Content, Template } from "../template.ts";

export type RedressStep = "asked" | "admitted" | "inadmissible" | "upheld" | "partly" | "rejected";

export interface RedressData extends CaseLetterData {
  readonly step: RedressStep;
  /** The decision that is asked about. */
  readonly about: Redress["against"];
  /** What of a cut is looked at anew at most, or what a recovery still comes to. */
  readonly amount?: Money;
  /** Of whoever asked, where they asked; of the officer from then on; may be empty. */
  readonly reasons: string;
}

interface Words {
  readonly subject: string;
  readonly steps: Readonly<Record<RedressStep, string>>;
  /** Upheld, about anything but an application. */
  readonly upheld: Readonly<Record<Exclude<Redress["against"], "rejection" | "ineligibility">, string>>;
  /** Partly upheld, with the amount. */
  readonly partly: Readonly<Record<"claim-cut" | "recovery", (amount: string) => string>>;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    subject: "Request for redress",
    upheld: {
      "claim-refusal": "Your request is upheld. Others check your claim anew, and you get a new decision.",
      "claim-cut": "Your request is upheld. Others check what was cut of your claim, and you get a new decision on it.",
      cancellation:
        "Your request is upheld. The voucher is in use again; the days for which it stood still were added to its validity.",
      lowering: "Your request is upheld. The voucher is worth again what it was before it was lowered.",
      recovery: "Your request is upheld. Nothing is asked back any more.",
    },
    partly: {
      "claim-cut": (amount) =>
        `Your request is partly upheld. Others check what was cut of your claim, for at most ${amount}, and you get a new decision on it.`,
      recovery: (amount) => `Your request is partly upheld. In all, ${amount} is still asked back.`,
    },
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
    upheld: {
      "claim-refusal":
        "Uw verzoek is gegrond. Anderen controleren uw declaratie opnieuw en u krijgt een nieuwe beslissing.",
      "claim-cut":
        "Uw verzoek is gegrond. Anderen controleren wat van uw declaratie is afgetrokken en u krijgt daarover een nieuwe beslissing.",
      cancellation:
        "Uw verzoek is gegrond. De voucher loopt weer; de dagen waarop hij stilstond, zijn bij de geldigheid opgeteld.",
      lowering: "Uw verzoek is gegrond. De voucher is weer evenveel waard als voor de verlaging.",
      recovery: "Uw verzoek is gegrond. Er wordt niets meer teruggevraagd.",
    },
    partly: {
      "claim-cut": (amount) =>
        `Uw verzoek is deels gegrond. Anderen controleren wat van uw declaratie is afgetrokken, tot hoogstens ${amount}, en u krijgt daarover een nieuwe beslissing.`,
      recovery: (amount) => `Uw verzoek is deels gegrond. In totaal wordt nog ${amount} teruggevraagd.`,
    },
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
    upheld: {
      "claim-refusal":
        "Votre demande est accueillie. D’autres vérifient votre réclamation à nouveau et vous recevez une nouvelle décision.",
      "claim-cut":
        "Votre demande est accueillie. D’autres vérifient ce qui a été retranché de votre réclamation et vous recevez une nouvelle décision à ce sujet.",
      cancellation:
        "Votre demande est accueillie. Le chèque est de nouveau utilisable ; les jours d’arrêt ont été ajoutés à sa validité.",
      lowering: "Votre demande est accueillie. Le chèque retrouve la valeur qu’il avait avant la réduction.",
      recovery: "Votre demande est accueillie. Plus aucun remboursement n’est demandé.",
    },
    partly: {
      "claim-cut": (amount) =>
        `Votre demande est accueillie en partie. D’autres vérifient ce qui a été retranché de votre réclamation, à hauteur de ${amount} au plus, et vous recevez une nouvelle décision à ce sujet.`,
      recovery: (amount) => `Votre demande est accueillie en partie. Au total, ${amount} restent à rembourser.`,
    },
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
    upheld: {
      "claim-refusal":
        "Din begäran bifalls. Andra kontrollerar utbetalningsbegäran på nytt och du får ett nytt beslut.",
      "claim-cut":
        "Din begäran bifalls. Andra kontrollerar det som drogs av från utbetalningsbegäran och du får ett nytt beslut om det.",
      cancellation:
        "Din begäran bifalls. Checken gäller igen, och dagarna då den stod still har lagts till giltighetstiden.",
      lowering: "Din begäran bifalls. Checken är åter värd lika mycket som före sänkningen.",
      recovery: "Din begäran bifalls. Inget begärs längre tillbaka.",
    },
    partly: {
      "claim-cut": (amount) =>
        `Din begäran bifalls delvis. Andra kontrollerar det som drogs av från utbetalningsbegäran, upp till ${amount}, och du får ett nytt beslut om det.`,
      recovery: (amount) => `Din begäran bifalls delvis. Sammanlagt begärs ${amount} fortfarande tillbaka.`,
    },
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
    upheld: {
      "claim-refusal":
        "Derbyniwyd eich cais. Bydd eraill yn gwirio’ch hawliad o’r newydd, a chewch benderfyniad newydd.",
      "claim-cut":
        "Derbyniwyd eich cais. Bydd eraill yn gwirio’r hyn a dorrwyd o’ch hawliad, a chewch benderfyniad newydd arno.",
      cancellation:
        "Derbyniwyd eich cais. Mae’r daleb mewn defnydd eto; ychwanegwyd y dyddiau y safodd yn llonydd at ei dilysrwydd.",
      lowering: "Derbyniwyd eich cais. Mae’r daleb yn werth eto yr hyn ydoedd cyn ei gostwng.",
      recovery: "Derbyniwyd eich cais. Ni ofynnir am ddim yn ôl mwyach.",
    },
    partly: {
      "claim-cut": (amount) =>
        `Derbyniwyd eich cais yn rhannol. Bydd eraill yn gwirio’r hyn a dorrwyd o’ch hawliad, hyd at ${amount}, a chewch benderfyniad newydd arno.`,
      recovery: (amount) => `Derbyniwyd eich cais yn rhannol. Gofynnir am ${amount} yn ôl i gyd o hyd.`,
    },
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
  en: (data, say) => contentIn("en", data, say),
  nl: (data, say) => contentIn("nl", data, say),
  fr: (data, say) => contentIn("fr", data, say),
  sv: (data, say) => contentIn("sv", data, say),
  cy: (data, say) => contentIn("cy", data, say),
};

function contentIn(language: Language, data: RedressData, say: Say): Content {
  const reasons: Block[] = data.reasons === "" ? [] : [`${caseWords[language].reasons}:`, { quote: data.reasons }];
  return {
    subject: `${words[language].subject}, ${data.reference}`,
    body: [toldIn(language, data, say), { facts: aboutCase(language, data) }, ...reasons, openCase(language, data)],
  };
}

function toldIn(language: Language, { step, about, amount }: RedressData, say: Say): string {
  const { steps, upheld, partly } = words[language];
  if (step === "upheld" && about !== "rejection" && about !== "ineligibility") return upheld[about];
  if (step === "partly" && amount !== undefined && (about === "claim-cut" || about === "recovery"))
    return partly[about](say.money(amount));
  return steps[step];
}
