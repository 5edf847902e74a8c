/** The applicant is told that the application does not meet the call's rules, why, and what can be done about it. */
import { aboutCase, openCase } from "../case-words.ts";
import type { CaseLetterData, Template } from "../template.ts";

export interface IneligibleData extends CaseLetterData {
  readonly reasons: string;
  /** The park's own text, in the reader's language where the network file has it. */
  readonly legalRemedy: string;
}

export const ineligible: Template<IneligibleData> = {
  en: (data) => ({
    subject: `Decision on ${data.reference}`,
    body: [
      `Your application does not meet the rules of the call. Two people of ${data.park} have found this, one after the other.`,
      { facts: aboutCase("en", data) },
      "Reasons:",
      { quote: data.reasons },
      data.legalRemedy,
      openCase("en", data),
    ],
  }),
  nl: (data) => ({
    subject: `Beslissing over ${data.reference}`,
    body: [
      `Uw aanvraag voldoet niet aan de regels van de oproep. Twee mensen van ${data.park} hebben dat na elkaar vastgesteld.`,
      { facts: aboutCase("nl", data) },
      "Redenen:",
      { quote: data.reasons },
      data.legalRemedy,
      openCase("nl", data),
    ],
  }),
  fr: (data) => ({
    subject: `Décision sur ${data.reference}`,
    body: [
      `Votre demande ne remplit pas les règles de l’appel. Deux personnes de ${data.park} l’ont constaté l’une après l’autre.`,
      { facts: aboutCase("fr", data) },
      "Motifs :",
      { quote: data.reasons },
      data.legalRemedy,
      openCase("fr", data),
    ],
  }),
  sv: (data) => ({
    subject: `Beslut om ${data.reference}`,
    body: [
      `Din ansökan uppfyller inte utlysningens regler. Två personer på ${data.park} har konstaterat det, en efter den andra.`,
      { facts: aboutCase("sv", data) },
      "Skäl:",
      { quote: data.reasons },
      data.legalRemedy,
      openCase("sv", data),
    ],
  }),
  cy: (data) => ({
    subject: `Penderfyniad ar ${data.reference}`,
    body: [
      `Nid yw eich cais yn bodloni rheolau’r alwad. Mae dau berson o ${data.park} wedi canfod hyn, y naill ar ôl y llall.`,
      { facts: aboutCase("cy", data) },
      "Rhesymau:",
      { quote: data.reasons },
      data.legalRemedy,
      openCase("cy", data),
    ],
  }),
};
