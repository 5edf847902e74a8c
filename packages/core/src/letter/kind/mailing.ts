/** A park writes to an applicant in its own words; the letter says that it decides nothing and sets no date. */
import type { Language } from "../../person/person.ts";
import { aboutCase, openCase } from "../case-words.ts";
import type { CaseLetterData, Content, Template } from "../template.ts";

export interface MailingData extends CaseLetterData {
  readonly subject: string;
  readonly text: string;
  /** The words are not in the reader's language. */
  readonly other: boolean;
}

interface Words {
  readonly writes: (park: string) => string;
  readonly other: string;
  readonly nothing: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    writes: (park) => `${park} writes to you about your application:`,
    other: "These words were not written in your language.",
    nothing: "This letter decides nothing about your application and sets no date for anything.",
  },
  nl: {
    writes: (park) => `${park} schrijft u over uw aanvraag:`,
    other: "Deze woorden zijn niet in uw taal geschreven.",
    nothing: "Deze brief beslist niets over uw aanvraag en stelt geen termijn.",
  },
  fr: {
    writes: (park) => `${park} vous écrit au sujet de votre demande :`,
    other: "Ces mots n’ont pas été écrits dans votre langue.",
    nothing: "Cette lettre ne décide rien au sujet de votre demande et ne fixe aucun délai.",
  },
  sv: {
    writes: (park) => `${park} skriver till dig om din ansökan:`,
    other: "De här orden är inte skrivna på ditt språk.",
    nothing: "Det här brevet avgör inget om din ansökan och sätter ingen tidsgräns.",
  },
  cy: {
    writes: (park) => `Mae ${park} yn ysgrifennu atoch am eich cais:`,
    other: "Nid yn eich iaith chi yr ysgrifennwyd y geiriau hyn.",
    nothing: "Nid yw’r llythyr hwn yn penderfynu dim am eich cais nac yn gosod dyddiad ar gyfer dim.",
  },
};

function letterIn(language: Language): (data: MailingData) => Content {
  return (data) => {
    const own = words[language];
    return {
      subject: `${data.subject} (${data.reference})`,
      body: [
        own.writes(data.park),
        { quote: data.text },
        ...(data.other ? [own.other] : []),
        own.nothing,
        { facts: aboutCase(language, data) },
        openCase(language, data),
      ],
    };
  };
}

export const mailing: Template<MailingData> = {
  en: letterIn("en"),
  nl: letterIn("nl"),
  fr: letterIn("fr"),
  sv: letterIn("sv"),
  cy: letterIn("cy"),
};
