/** A claim was refused by two people of the park, with reasons and remedy; and, later, what followed. */
import type { Instant } from "../../kernel/instant.ts";
import type { Language } from "../../person/person.ts";
import { aboutCase, caseWords, openCase } from "../case-words.ts";
import type { Say } from "../say.ts";
import type { Block, CaseLetterData, Content, Template } from "../template.ts";

export type RefusalStep = "refused" | "again" | "ended";

export interface ClaimRefusedData extends CaseLetterData {
  readonly step: RefusalStep;
  /** Voucher number. */
  readonly number: string;
  readonly expires: Instant;
  readonly zone: string;
  readonly reasons: string;
  readonly legalRemedy: string;
}

interface Words {
  readonly subject: string;
  readonly steps: Readonly<Record<RefusalStep, string>>;
  readonly until: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    subject: "Claim refused",
    steps: {
      refused:
        "The park has refused your claim. Nothing of it is paid. The company may ask for redress within 30 days.",
      again: "The work can be done and claimed again. The days since the claim was filed were added to the validity.",
      ended: "The voucher has ended. Nothing more is paid on it.",
    },
    until: "Valid until",
  },
  nl: {
    subject: "Declaratie geweigerd",
    steps: {
      refused:
        "Het park heeft de declaratie geweigerd. Er wordt niets van betaald. Het bedrijf kan binnen 30 dagen om herziening vragen.",
      again:
        "Het werk kan opnieuw worden gedaan en gedeclareerd. De dagen sinds de indiening zijn bij de geldigheid geteld.",
      ended: "De voucher is beëindigd. Er wordt niets meer op betaald.",
    },
    until: "Geldig tot",
  },
  fr: {
    subject: "Réclamation refusée",
    steps: {
      refused:
        "Le parc a refusé la réclamation. Rien n’en est payé. L’entreprise peut demander un réexamen dans les 30 jours.",
      again:
        "Le travail peut être refait et réclamé à nouveau. Les jours depuis le dépôt ont été ajoutés à la validité.",
      ended: "Le chèque a pris fin. Plus rien n’est payé.",
    },
    until: "Valable jusqu’au",
  },
  sv: {
    subject: "Begäran avslagen",
    steps: {
      refused: "Parken har avslagit begäran. Inget av den betalas. Företaget kan begära omprövning inom 30 dagar.",
      again: "Arbetet kan göras och begäras på nytt. Dagarna sedan begäran lämnades har lagts till giltigheten.",
      ended: "Checken har avslutats. Inget mer betalas.",
    },
    until: "Giltig till",
  },
  cy: {
    subject: "Gwrthodwyd yr hawliad",
    steps: {
      refused:
        "Mae’r parc wedi gwrthod yr hawliad. Ni thelir dim ohono. Gall y cwmni ofyn am unioni o fewn 30 diwrnod.",
      again: "Gellir gwneud y gwaith a’i hawlio eto. Ychwanegwyd y dyddiau ers cyflwyno’r hawliad at y dilysrwydd.",
      ended: "Mae’r daleb wedi dod i ben. Ni thelir dim mwy arni.",
    },
    until: "Yn ddilys tan",
  },
};

export const claimRefused: Template<ClaimRefusedData> = {
  en: (data, say) => contentIn("en", data, say),
  nl: (data, say) => contentIn("nl", data, say),
  fr: (data, say) => contentIn("fr", data, say),
  sv: (data, say) => contentIn("sv", data, say),
  cy: (data, say) => contentIn("cy", data, say),
};

function contentIn(language: Language, data: ClaimRefusedData, say: Say): Content {
  const { subject, steps, until } = words[language];
  const { number, reasons } = caseWords[language];
  const valid: [string, string][] = data.step === "again" ? [[until, say.moment(data.expires, data.zone)]] : [];
  const why: Block[] = data.step === "refused" ? [`${reasons}:`, { quote: data.reasons }, data.legalRemedy] : [];
  return {
    subject: `${subject}, ${data.number}`,
    body: [
      steps[data.step],
      { facts: [...aboutCase(language, data), [number, data.number], ...valid] },
      ...why,
      openCase(language, data),
    ],
  };
}
