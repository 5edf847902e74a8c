/** The park asks the claimant about a claim; silence lets it decide on what is there. */
import type { TaskLetterData } from "../../task/task-letter.ts";
import type { Template } from "../template.ts";
import { asked } from "./question.ts";
import { wanted } from "./reminder.ts";

export const query: Template<TaskLetterData> = {
  en: (data, say) => ({
    subject: `A query about your claim, ${data.reference}`,
    body: [
      `${data.park} has a query about your claim.`,
      ...asked(data),
      "Without an answer by then, it decides on what is there.",
      ...wanted(data, say),
    ],
  }),
  nl: (data, say) => ({
    subject: `Een vraag over uw declaratie, ${data.reference}`,
    body: [
      `${data.park} heeft een vraag over uw declaratie.`,
      ...asked(data),
      "Zonder antwoord voor die datum beslist het park op basis van wat er ligt.",
      ...wanted(data, say),
    ],
  }),
  fr: (data, say) => ({
    subject: `Une question sur votre réclamation de paiement, ${data.reference}`,
    body: [
      `${data.park} a une question sur votre réclamation de paiement.`,
      ...asked(data),
      "Sans réponse dans ce délai, le parc décide d’après les pièces reçues.",
      ...wanted(data, say),
    ],
  }),
  sv: (data, say) => ({
    subject: `En fråga om din utbetalningsbegäran, ${data.reference}`,
    body: [
      `${data.park} har en fråga om din utbetalningsbegäran.`,
      ...asked(data),
      "Utan svar till dess beslutar parken på det underlag som finns.",
      ...wanted(data, say),
    ],
  }),
  cy: (data, say) => ({
    subject: `Cwestiwn am eich hawliad, ${data.reference}`,
    body: [
      `Mae gan ${data.park} gwestiwn am eich hawliad.`,
      ...asked(data),
      "Heb ateb erbyn hynny, bydd yn penderfynu ar yr hyn sydd yno.",
      ...wanted(data, say),
    ],
  }),
};
