/** What became of a voucher's validity: suspended by the park, going on, or extended. */
import type { Instant } from "../../kernel/instant.ts";
import type { Language } from "../../person/person.ts";
import { aboutCase, caseWords, openCase } from "../case-words.ts";
import type { Say } from "../say.ts";
import type { Block, CaseLetterData, Content, Template } from "../template.ts";

export type ValidityStep = "suspended" | "resumed" | "extended";

export interface ValidityData extends CaseLetterData {
  readonly step: ValidityStep;
  /** Voucher number. */
  readonly number: string;
  readonly expires: Instant;
  readonly zone: string;
  /** Of the park; may be empty. */
  readonly reasons: string;
}

interface Words {
  readonly subject: string;
  readonly steps: Readonly<Record<ValidityStep, string>>;
  readonly until: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    subject: "Your voucher",
    steps: {
      suspended:
        "The park has suspended the voucher. No report is asked for meanwhile, and the days of the suspension are added to its validity. Work done meanwhile is at your own risk.",
      resumed: "The voucher goes on. The days of the suspension were added to its validity.",
      extended: "The voucher was extended.",
    },
    until: "Valid until",
  },
  nl: {
    subject: "Uw voucher",
    steps: {
      suspended:
        "Het park heeft de voucher geschorst. Intussen wordt geen verslag gevraagd, en de dagen van de schorsing komen bij de geldigheid. Werk dat u intussen doet, is op eigen risico.",
      resumed: "De voucher loopt weer. De dagen van de schorsing zijn bij de geldigheid opgeteld.",
      extended: "De voucher is verlengd.",
    },
    until: "Geldig tot",
  },
  fr: {
    subject: "Votre chèque",
    steps: {
      suspended:
        "Le parc a suspendu le chèque. Aucun rapport n’est demandé entre-temps, et les jours de suspension s’ajoutent à sa validité. Le travail réalisé entre-temps l’est à vos risques.",
      resumed: "Le chèque reprend. Les jours de suspension ont été ajoutés à sa validité.",
      extended: "Le chèque a été prolongé.",
    },
    until: "Valable jusqu’au",
  },
  sv: {
    subject: "Er check",
    steps: {
      suspended:
        "Parken har gjort checken vilande. Ingen rapport begärs under tiden, och dagarna läggs till giltighetstiden. Arbete som utförs under tiden sker på egen risk.",
      resumed: "Checken gäller igen. Dagarna då den var vilande har lagts till giltighetstiden.",
      extended: "Checken har förlängts.",
    },
    until: "Giltig till",
  },
  cy: {
    subject: "Eich taleb",
    steps: {
      suspended:
        "Mae’r parc wedi atal y daleb. Ni ofynnir am adroddiad yn y cyfamser, ac ychwanegir dyddiau’r ataliad at ei dilysrwydd. Ar eich menter eich hun y mae gwaith a wneir yn y cyfamser.",
      resumed: "Mae’r daleb yn ailddechrau. Ychwanegwyd dyddiau’r ataliad at ei dilysrwydd.",
      extended: "Estynnwyd y daleb.",
    },
    until: "Yn ddilys tan",
  },
};

export const validity: Template<ValidityData> = {
  en: (data, say) => contentIn("en", data, say),
  nl: (data, say) => contentIn("nl", data, say),
  fr: (data, say) => contentIn("fr", data, say),
  sv: (data, say) => contentIn("sv", data, say),
  cy: (data, say) => contentIn("cy", data, say),
};

function contentIn(language: Language, data: ValidityData, say: Say): Content {
  const { subject, steps, until } = words[language];
  const { number, reasons: label } = caseWords[language];
  // While the clock stands, nobody knows the day yet.
  const valid: [string, string][] = data.step === "suspended" ? [] : [[until, say.moment(data.expires, data.zone)]];
  const reasons: Block[] = data.reasons === "" ? [] : [`${label}:`, { quote: data.reasons }];
  return {
    subject: `${subject}, ${data.number}`,
    body: [
      steps[data.step],
      { facts: [...aboutCase(language, data), [number, data.number], ...valid] },
      ...reasons,
      openCase(language, data),
    ],
  };
}
