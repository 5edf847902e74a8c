/** The call was changed: an applicant is told what, and why, in the call's own words. */
import type { AmendedLine } from "../../call/amendment-words.ts";
import type { Language } from "../../person/person.ts";
import { aboutCase, caseWords, openCase } from "../case-words.ts";
import type { CaseLetterData, Content, Template } from "../template.ts";

export interface CallAmendedData extends CaseLetterData {
  /** Title of the call. */
  readonly call: string;
  readonly lines: readonly AmendedLine[];
  readonly reason: string;
  readonly draft: boolean;
}

interface Words {
  readonly subject: (reference: string) => string;
  readonly said: (call: string) => string;
  readonly draft: string;
  readonly sent: string;
  readonly was: (from: string, to: string) => string;
  readonly page: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    subject: (reference) => `The call was changed: ${reference}`,
    said: (call) => `The call “${call}” was changed:`,
    draft: "Your draft is kept as it is. Its page shows what was changed, and the check uses the call as it is now.",
    sent: "Your application stays as you sent it. Nobody who applied before is worse off.",
    was: (from, to) => `${to} (before: ${from})`,
    page: "changed, as the call’s page says",
  },
  nl: {
    subject: (reference) => `De oproep is gewijzigd: ${reference}`,
    said: (call) => `De oproep “${call}” is gewijzigd:`,
    draft:
      "Uw concept blijft zoals het is. Op zijn pagina staat wat er is gewijzigd; de controle gebruikt de oproep zoals hij nu is.",
    sent: "Uw aanvraag blijft zoals u haar hebt ingediend. Wie eerder aanvroeg, wordt er niet slechter van.",
    was: (from, to) => `${to} (voorheen: ${from})`,
    page: "gewijzigd, zie de pagina van de oproep",
  },
  fr: {
    subject: (reference) => `L’appel a été modifié : ${reference}`,
    said: (call) => `L’appel « ${call} » a été modifié :`,
    draft:
      "Votre brouillon reste tel quel. Sa page montre ce qui a changé ; la vérification suit l’appel tel qu’il est maintenant.",
    sent: "Votre demande reste telle que vous l’avez envoyée. Personne ayant déjà demandé n’est désavantagé.",
    was: (from, to) => `${to} (auparavant : ${from})`,
    page: "modifié, voir la page de l’appel",
  },
  sv: {
    subject: (reference) => `Utlysningen har ändrats: ${reference}`,
    said: (call) => `Utlysningen ”${call}” har ändrats:`,
    draft:
      "Ditt utkast är kvar som det är. Dess sida visar vad som ändrats, och kontrollen följer utlysningen som den är nu.",
    sent: "Din ansökan är kvar som du skickade den. Ingen som redan sökt får det sämre.",
    was: (from, to) => `${to} (tidigare: ${from})`,
    page: "ändrat, se utlysningens sida",
  },
  cy: {
    subject: (reference) => `Newidiwyd yr alwad: ${reference}`,
    said: (call) => `Newidiwyd yr alwad “${call}”:`,
    draft:
      "Mae eich drafft yn aros fel y mae. Mae ei dudalen yn dangos beth a newidiwyd, ac mae’r gwiriad yn dilyn yr alwad fel y mae nawr.",
    sent: "Mae eich cais yn aros fel yr anfonwyd ef. Nid yw neb a ymgeisiodd eisoes ar ei golled.",
    was: (from, to) => `${to} (cynt: ${from})`,
    page: "newidiwyd, gweler tudalen yr alwad",
  },
};

function letterIn(language: Language): (data: CallAmendedData) => Content {
  return (data) => {
    const own = words[language];
    const about: [string, string][] =
      data.title === "" ? [[caseWords[language].reference, data.reference]] : aboutCase(language, data);
    return {
      subject: own.subject(data.reference),
      body: [
        own.said(data.call),
        {
          facts: data.lines.map(({ label, from, to }): [string, string] => [
            label,
            from === undefined || to === undefined ? own.page : own.was(from, to),
          ]),
        },
        { quote: data.reason },
        data.draft ? own.draft : own.sent,
        { facts: about },
        openCase(language, data),
      ],
    };
  };
}

export const callAmended: Template<CallAmendedData> = {
  en: letterIn("en"),
  nl: letterIn("nl"),
  fr: letterIn("fr"),
  sv: letterIn("sv"),
  cy: letterIn("cy"),
};
