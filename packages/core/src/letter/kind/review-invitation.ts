/** A reviewer is asked for a case: first the declaration, then the review. Nothing confidential stands in it. */
import type { TaskLetterData } from "../../task/task-letter.ts";
import { caseWords } from "../case-words.ts";
import type { Say } from "../say.ts";
import type { Block, Template } from "../template.ts";
import { wanted } from "./reminder.ts";

export const reviewInvitation: Template<TaskLetterData> = {
  en: (data, say) => ({
    subject: `Will you review ${data.reference}?`,
    body: [
      `${data.park} asks you to review this application.`,
      ...parties(data, say),
      "Say first whether you have a conflict of interest. The full text opens after that. If you decline, somebody else is asked.",
      ...wanted(data, say),
    ],
  }),
  nl: (data, say) => ({
    subject: `Wilt u ${data.reference} beoordelen?`,
    body: [
      `${data.park} vraagt u deze aanvraag te beoordelen.`,
      ...parties(data, say),
      "Verklaar eerst of u een belangenconflict hebt. Daarna krijgt u de volledige tekst. Als u weigert, wordt iemand anders gevraagd.",
      ...wanted(data, say),
    ],
  }),
  fr: (data, say) => ({
    subject: `Voulez-vous évaluer ${data.reference} ?`,
    body: [
      `${data.park} vous demande d’évaluer cette demande.`,
      ...parties(data, say),
      "Déclarez d’abord si vous avez un conflit d’intérêts. Le texte complet s’ouvre ensuite. Si vous refusez, une autre personne est sollicitée.",
      ...wanted(data, say),
    ],
  }),
  sv: (data, say) => ({
    subject: `Vill du granska ${data.reference}?`,
    body: [
      `${data.park} ber dig granska den här ansökan.`,
      ...parties(data, say),
      "Ange först om du är jävig. Därefter öppnas hela texten. Om du tackar nej frågas någon annan.",
      ...wanted(data, say),
    ],
  }),
  cy: (data, say) => ({
    subject: `A wnewch chi adolygu ${data.reference}?`,
    body: [
      `Mae ${data.park} yn gofyn i chi adolygu’r cais hwn.`,
      ...parties(data, say),
      "Dywedwch yn gyntaf a oes gennych wrthdaro buddiannau. Bydd y testun llawn yn agor wedyn. Os gwrthodwch, gofynnir i rywun arall.",
      ...wanted(data, say),
    ],
  }),
};

/** Who asks for the money and who would do the work. */
export function parties(data: Pick<TaskLetterData, "applicant" | "provider">, say: Say): Block[] {
  const words = caseWords[say.language];
  const provider: [string, string][] = data.provider === "" ? [] : [[words.provider, data.provider]];
  return [{ facts: [[words.applicant, data.applicant], ...provider] }];
}
