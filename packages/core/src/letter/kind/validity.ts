/** What became of a voucher's validity: suspended by the park, going on, or extended. */
import type { Instant } from "../../kernel/instant.ts";
import type { Language } from "../../person/person.ts";
import { aboutCase, caseWords, openCase } from "../case-words.ts";
import type { Say } from "../say.ts";
import type { Block, CaseLetterData, Content, Template } from "../template.ts";

export type ValidityStep = "suspended" | "resumed" | "extended" | "bounded";

export interface ValidityData extends CaseLetterData {
  readonly step: ValidityStep;
  /** Voucher number. */
  readonly number: string;
  readonly expires: Instant;
  readonly zone: string;
  /** Of the park; may be empty. */
  readonly reasons: string;
  /** Last day on which the fund pays for costs, where the validity ends with it before all days were added. */
  readonly bound?: string;
}

interface Words {
  readonly subject: string;
  readonly steps: Readonly<Record<ValidityStep, string>>;
  readonly until: string;
  readonly bound: (day: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    subject: "Your voucher",
    steps: {
      suspended:
        "The park has suspended the voucher. No report is asked for meanwhile, and the days of the suspension are added to its validity. Work done meanwhile is at your own risk.",
      resumed: "The voucher goes on. The days of the suspension were added to its validity.",
      extended: "The voucher was extended.",
      bounded: "The days for which the voucher stood still were added to its validity.",
    },
    until: "Valid until",
    bound: (day) => `Not all of them: the fund pays for costs until ${day}, so the validity ends then.`,
  },
  nl: {
    subject: "Uw voucher",
    steps: {
      suspended:
        "Het park heeft de voucher geschorst. Intussen wordt geen verslag gevraagd, en de dagen van de schorsing komen bij de geldigheid. Werk dat u intussen doet, is op eigen risico.",
      resumed: "De voucher loopt weer. De dagen van de schorsing zijn bij de geldigheid opgeteld.",
      extended: "De voucher is verlengd.",
      bounded: "De dagen waarop de voucher stilstond, zijn bij de geldigheid opgeteld.",
    },
    until: "Geldig tot",
    bound: (day) => `Niet alle: het fonds betaalt kosten tot en met ${day}, dus dan eindigt de geldigheid.`,
  },
  fr: {
    subject: "Votre chèque",
    steps: {
      suspended:
        "Le parc a suspendu le chèque. Aucun rapport n’est demandé entre-temps, et les jours de suspension s’ajoutent à sa validité. Le travail réalisé entre-temps l’est à vos risques.",
      resumed: "Le chèque reprend. Les jours de suspension ont été ajoutés à sa validité.",
      extended: "Le chèque a été prolongé.",
      bounded: "Les jours pendant lesquels le chèque était à l’arrêt ont été ajoutés à sa validité.",
    },
    until: "Valable jusqu’au",
    bound: (day) =>
      `Pas tous : le fonds prend en charge les coûts jusqu’au ${day}, la validité s’arrête donc à cette date.`,
  },
  sv: {
    subject: "Er check",
    steps: {
      suspended:
        "Parken har gjort checken vilande. Ingen rapport begärs under tiden, och dagarna läggs till giltighetstiden. Arbete som utförs under tiden sker på egen risk.",
      resumed: "Checken gäller igen. Dagarna då den var vilande har lagts till giltighetstiden.",
      extended: "Checken har förlängts.",
      bounded: "Dagarna då checken stod still har lagts till giltighetstiden.",
    },
    until: "Giltig till",
    bound: (day) => `Inte alla: fonden betalar kostnader till och med ${day}, så giltigheten slutar då.`,
  },
  cy: {
    subject: "Eich taleb",
    steps: {
      suspended:
        "Mae’r parc wedi atal y daleb. Ni ofynnir am adroddiad yn y cyfamser, ac ychwanegir dyddiau’r ataliad at ei dilysrwydd. Ar eich menter eich hun y mae gwaith a wneir yn y cyfamser.",
      resumed: "Mae’r daleb yn ailddechrau. Ychwanegwyd dyddiau’r ataliad at ei dilysrwydd.",
      extended: "Estynnwyd y daleb.",
      bounded: "Ychwanegwyd y dyddiau y safodd y daleb yn llonydd at ei dilysrwydd.",
    },
    until: "Yn ddilys tan",
    bound: (day) => `Nid pob un: mae’r gronfa’n talu costau tan ${day}, felly daw’r dilysrwydd i ben bryd hynny.`,
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
  const { subject, steps, until, bound } = words[language];
  const { number, reasons: label } = caseWords[language];
  // While the clock stands, nobody knows the day yet.
  const valid: [string, string][] = data.step === "suspended" ? [] : [[until, say.moment(data.expires, data.zone)]];
  const reasons: Block[] = data.reasons === "" ? [] : [`${label}:`, { quote: data.reasons }];
  return {
    subject: `${subject}, ${data.number}`,
    body: [
      steps[data.step],
      ...(data.bound === undefined ? [] : [bound(say.day(data.bound))]),
      { facts: [...aboutCase(language, data), [number, data.number], ...valid] },
      ...reasons,
      openCase(language, data),
    ],
  };
}
