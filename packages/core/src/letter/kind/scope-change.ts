/** Another description of a voucher's service: proposed to the reader, agreed by all, refused, or taken back. */
import type { Instant } from "../../kernel/instant.ts";
import type { Language } from "../../person/person.ts";
import { aboutCase, caseWords, openCase } from "../case-words.ts";
import type { Say } from "../say.ts";
import type { Block, CaseLetterData, Content, Template } from "../template.ts";

export type ScopeStep = "asked" | "agreed" | "refused" | "taken-back";

export interface ScopeChangeData extends CaseLetterData {
  readonly step: ScopeStep;
  /** Voucher number. */
  readonly number: string;
  /** The whole description that was proposed. */
  readonly scope: string;
  readonly days?: { readonly startsOn: string; readonly endsOn: string };
  /** Who proposed it, agreed to it last or refused it: company, provider or park. */
  readonly by: string;
  readonly reasons: string;
  /** Until when the reader is asked to answer. */
  readonly due?: Instant;
  readonly zone: string;
}

interface Words {
  readonly subject: Readonly<Record<ScopeStep, string>>;
  readonly told: Readonly<Record<ScopeStep, (by: string) => string>>;
  readonly service: string;
  readonly work: string;
  readonly days: (from: string, until: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    subject: {
      asked: "Another description of the service is proposed",
      agreed: "The service is described anew",
      refused: "The service stays as it is",
      "taken-back": "The service stays as it is",
    },
    told: {
      asked: (by) =>
        `${by} proposes another description of the service. The value of the voucher stays. It counts once you and the park agree; read it and answer on the page of the case.`,
      agreed: (by) =>
        `${by} has agreed to the description of the service below, as both parties did. It counts from now on; the value of the voucher stays.`,
      refused: (by) =>
        `${by} has refused the description of the service below. What was agreed before goes on, with nothing changed.`,
      "taken-back": (by) =>
        `${by} has taken back its proposal of the description below. What was agreed before goes on, with nothing changed.`,
    },
    service: "Service",
    work: "Work",
    days: (from, until) => `${from} to ${until}`,
  },
  nl: {
    subject: {
      asked: "Er is een andere omschrijving van de dienst voorgesteld",
      agreed: "De dienst is opnieuw omschreven",
      refused: "De dienst blijft zoals hij is",
      "taken-back": "De dienst blijft zoals hij is",
    },
    told: {
      asked: (by) =>
        `${by} stelt een andere omschrijving van de dienst voor. De waarde van de voucher blijft dezelfde. Ze geldt zodra u en het park akkoord zijn; lees ze en antwoord op de pagina van het dossier.`,
      agreed: (by) =>
        `${by} is akkoord met de omschrijving van de dienst hieronder, net als beide partijen. Ze geldt vanaf nu; de waarde van de voucher blijft dezelfde.`,
      refused: (by) =>
        `${by} heeft de omschrijving van de dienst hieronder geweigerd. Wat eerder was afgesproken loopt door; er is niets gewijzigd.`,
      "taken-back": (by) =>
        `${by} heeft het voorstel voor de omschrijving hieronder ingetrokken. Wat eerder was afgesproken loopt door; er is niets gewijzigd.`,
    },
    service: "Dienst",
    work: "Werk",
    days: (from, until) => `${from} tot ${until}`,
  },
  fr: {
    subject: {
      asked: "Une autre description du service est proposée",
      agreed: "Le service est décrit autrement",
      refused: "Le service reste tel quel",
      "taken-back": "Le service reste tel quel",
    },
    told: {
      asked: (by) =>
        `${by} propose une autre description du service. La valeur du chèque reste la même. Elle vaudra dès que vous et le parc l’aurez acceptée ; lisez-la et répondez sur la page du dossier.`,
      agreed: (by) =>
        `${by} a accepté la description du service ci-dessous, comme les deux parties. Elle vaut dès maintenant ; la valeur du chèque reste la même.`,
      refused: (by) =>
        `${by} a refusé la description du service ci-dessous. Ce qui était convenu se poursuit ; rien n’a changé.`,
      "taken-back": (by) =>
        `${by} a retiré sa proposition de la description ci-dessous. Ce qui était convenu se poursuit ; rien n’a changé.`,
    },
    service: "Service",
    work: "Travaux",
    days: (from, until) => `du ${from} au ${until}`,
  },
  sv: {
    subject: {
      asked: "En annan beskrivning av tjänsten föreslås",
      agreed: "Tjänsten har beskrivits på nytt",
      refused: "Tjänsten förblir som den är",
      "taken-back": "Tjänsten förblir som den är",
    },
    told: {
      asked: (by) =>
        `${by} föreslår en annan beskrivning av tjänsten. Checkens värde är oförändrat. Den gäller när ni och parken har gått med på den; läs den och svara på ärendets sida.`,
      agreed: (by) =>
        `${by} har gått med på beskrivningen av tjänsten nedan, liksom båda parter. Den gäller från och med nu; checkens värde är oförändrat.`,
      refused: (by) =>
        `${by} har sagt nej till beskrivningen av tjänsten nedan. Det som avtalats tidigare fortsätter; inget har ändrats.`,
      "taken-back": (by) =>
        `${by} har tagit tillbaka sitt förslag till beskrivningen nedan. Det som avtalats tidigare fortsätter; inget har ändrats.`,
    },
    service: "Tjänst",
    work: "Arbete",
    days: (from, until) => `${from} till ${until}`,
  },
  cy: {
    subject: {
      asked: "Cynigir disgrifiad arall o’r gwasanaeth",
      agreed: "Disgrifiwyd y gwasanaeth o’r newydd",
      refused: "Erys y gwasanaeth fel y mae",
      "taken-back": "Erys y gwasanaeth fel y mae",
    },
    told: {
      asked: (by) =>
        `Mae ${by} yn cynnig disgrifiad arall o’r gwasanaeth. Erys gwerth y daleb. Bydd yn cyfrif pan fyddwch chi a’r parc yn cytuno; darllenwch ef ac atebwch ar dudalen yr achos.`,
      agreed: (by) =>
        `Mae ${by} wedi cytuno i’r disgrifiad o’r gwasanaeth isod, fel y gwnaeth y ddau barti. Mae’n cyfrif o hyn ymlaen; erys gwerth y daleb.`,
      refused: (by) =>
        `Mae ${by} wedi gwrthod y disgrifiad o’r gwasanaeth isod. Mae’r hyn y cytunwyd arno o’r blaen yn parhau, heb newid dim.`,
      "taken-back": (by) =>
        `Mae ${by} wedi tynnu ei gynnig o’r disgrifiad isod yn ôl. Mae’r hyn y cytunwyd arno o’r blaen yn parhau, heb newid dim.`,
    },
    service: "Gwasanaeth",
    work: "Gwaith",
    days: (from, until) => `${from} i ${until}`,
  },
};

export const scopeChange: Template<ScopeChangeData> = {
  en: (data, say) => contentIn("en", data, say),
  nl: (data, say) => contentIn("nl", data, say),
  fr: (data, say) => contentIn("fr", data, say),
  sv: (data, say) => contentIn("sv", data, say),
  cy: (data, say) => contentIn("cy", data, say),
};

function contentIn(language: Language, data: ScopeChangeData, say: Say): Content {
  const labels = caseWords[language];
  const { subject, told, service, work, days } = words[language];
  const facts: [string, string][] = [
    ...(data.days === undefined
      ? []
      : [[work, days(say.day(data.days.startsOn), say.day(data.days.endsOn))] as [string, string]]),
    ...(data.due === undefined ? [] : [[labels.until, say.moment(data.due, data.zone)] as [string, string]]),
  ];
  const body: Block[] = [
    told[data.step](data.by),
    { facts: [...aboutCase(language, data), [labels.number, data.number], ...facts] },
    `${service}:`,
    { quote: data.scope },
    `${labels.reasons}:`,
    { quote: data.reasons },
    openCase(language, data),
  ];
  return { subject: `${subject[data.step]}: ${data.reference}`, body };
}
