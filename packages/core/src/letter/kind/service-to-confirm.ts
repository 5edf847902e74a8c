/** The SME is asked whether it received the service; silence confirms it. */
import type { TaskLetterData } from "../../task/task-letter.ts";
import type { Template } from "../template.ts";
import { wanted } from "./reminder.ts";
import { parties } from "./review-invitation.ts";

export const serviceToConfirm: Template<TaskLetterData> = {
  en: (data, say) => ({
    subject: `Did you receive the service? ${data.reference}`,
    body: [
      `${data.provider} has filed its report. Confirm that you received the service, or say what is missing.`,
      "Without an answer by then, the service counts as confirmed.",
      ...parties(data, say),
      ...wanted(data, say),
    ],
  }),
  nl: (data, say) => ({
    subject: `Hebt u de dienst ontvangen? ${data.reference}`,
    body: [
      `${data.provider} heeft het verslag ingediend. Bevestig dat u de dienst hebt ontvangen, of zeg wat er ontbreekt.`,
      "Zonder antwoord voor die datum geldt de dienst als bevestigd.",
      ...parties(data, say),
      ...wanted(data, say),
    ],
  }),
  fr: (data, say) => ({
    subject: `Avez-vous reçu le service ? ${data.reference}`,
    body: [
      `${data.provider} a remis son rapport. Confirmez que vous avez reçu le service, ou dites ce qui manque.`,
      "Sans réponse dans ce délai, le service est considéré comme confirmé.",
      ...parties(data, say),
      ...wanted(data, say),
    ],
  }),
  sv: (data, say) => ({
    subject: `Har du fått tjänsten? ${data.reference}`,
    body: [
      `${data.provider} har lämnat sin rapport. Bekräfta att du har fått tjänsten, eller ange vad som saknas.`,
      "Utan svar till dess räknas tjänsten som bekräftad.",
      ...parties(data, say),
      ...wanted(data, say),
    ],
  }),
  cy: (data, say) => ({
    subject: `A gawsoch chi’r gwasanaeth? ${data.reference}`,
    body: [
      `Mae ${data.provider} wedi cyflwyno ei adroddiad. Cadarnhewch eich bod wedi cael y gwasanaeth, neu dywedwch beth sydd ar goll.`,
      "Heb ateb erbyn hynny, bydd y gwasanaeth yn cyfrif fel un a gadarnhawyd.",
      ...parties(data, say),
      ...wanted(data, say),
    ],
  }),
};
