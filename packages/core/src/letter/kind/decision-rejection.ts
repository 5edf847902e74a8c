/** The decision letter of a rejection: reasons, scores, comments, and what can be done about it. */
import { type Assessment, assessmentBlocks } from "../assessment-words.ts";
import { aboutCase, openCase } from "../case-words.ts";
import type { CaseLetterData, Template } from "../template.ts";

export interface DecisionRejectionData extends CaseLetterData {
  readonly reasons: string;
  readonly assessment?: Assessment;
  readonly legalRemedy: string;
}

export const decisionRejection: Template<DecisionRejectionData> = {
  en: (data, say) => ({
    subject: `Decision on ${data.reference}`,
    body: [
      `${data.park} does not award a voucher for your application.`,
      { facts: aboutCase("en", data) },
      "Reasons:",
      { quote: data.reasons },
      ...assessmentBlocks(data.assessment, say),
      data.legalRemedy,
      openCase("en", data),
    ],
  }),
  nl: (data, say) => ({
    subject: `Beslissing over ${data.reference}`,
    body: [
      `${data.park} kent geen voucher toe voor uw aanvraag.`,
      { facts: aboutCase("nl", data) },
      "Redenen:",
      { quote: data.reasons },
      ...assessmentBlocks(data.assessment, say),
      data.legalRemedy,
      openCase("nl", data),
    ],
  }),
  fr: (data, say) => ({
    subject: `Décision sur ${data.reference}`,
    body: [
      `${data.park} n’accorde pas de chèque pour votre demande.`,
      { facts: aboutCase("fr", data) },
      "Motifs :",
      { quote: data.reasons },
      ...assessmentBlocks(data.assessment, say),
      data.legalRemedy,
      openCase("fr", data),
    ],
  }),
  sv: (data, say) => ({
    subject: `Beslut om ${data.reference}`,
    body: [
      `${data.park} beviljar ingen check för din ansökan.`,
      { facts: aboutCase("sv", data) },
      "Skäl:",
      { quote: data.reasons },
      ...assessmentBlocks(data.assessment, say),
      data.legalRemedy,
      openCase("sv", data),
    ],
  }),
  cy: (data, say) => ({
    subject: `Penderfyniad ar ${data.reference}`,
    body: [
      `Nid yw ${data.park} yn dyfarnu taleb i’ch cais.`,
      { facts: aboutCase("cy", data) },
      "Rhesymau:",
      { quote: data.reasons },
      ...assessmentBlocks(data.assessment, say),
      data.legalRemedy,
      openCase("cy", data),
    ],
  }),
};
