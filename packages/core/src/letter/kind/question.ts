/** The park asks the applicant once for what is missing. */
import type { TaskLetterData } from "../../task/task-letter.ts";
import type { Block, Template } from "../template.ts";
import { wanted } from "./reminder.ts";

export const question: Template<TaskLetterData> = {
  en: (data, say) => ({
    subject: `A question about ${data.reference}`,
    body: [
      `${data.park} needs an answer from you before it can go on with your application.`,
      ...asked(data),
      "Without an answer by then, the application counts as withdrawn.",
      ...wanted(data, say),
    ],
  }),
  nl: (data, say) => ({
    subject: `Een vraag over ${data.reference}`,
    body: [
      `${data.park} heeft een antwoord van u nodig om met uw aanvraag verder te kunnen.`,
      ...asked(data),
      "Zonder antwoord voor die datum geldt de aanvraag als ingetrokken.",
      ...wanted(data, say),
    ],
  }),
  fr: (data, say) => ({
    subject: `Une question sur ${data.reference}`,
    body: [
      `${data.park} a besoin d’une réponse de votre part pour poursuivre l’examen de votre demande.`,
      ...asked(data),
      "Sans réponse dans ce délai, la demande est considérée comme retirée.",
      ...wanted(data, say),
    ],
  }),
  sv: (data, say) => ({
    subject: `En fråga om ${data.reference}`,
    body: [
      `${data.park} behöver ett svar från dig för att kunna gå vidare med din ansökan.`,
      ...asked(data),
      "Utan svar till dess räknas ansökan som återkallad.",
      ...wanted(data, say),
    ],
  }),
  cy: (data, say) => ({
    subject: `Cwestiwn am ${data.reference}`,
    body: [
      `Mae angen ateb gennych ar ${data.park} cyn y gall fwrw ymlaen â’ch cais.`,
      ...asked(data),
      "Heb ateb erbyn hynny, bydd y cais yn cyfrif fel un a dynnwyd yn ôl.",
      ...wanted(data, say),
    ],
  }),
};

/** The question in the park's own words, where the writer of the letter knows it. */
export function asked(data: TaskLetterData): Block[] {
  return data.text === undefined ? [] : [{ quote: data.text }];
}
