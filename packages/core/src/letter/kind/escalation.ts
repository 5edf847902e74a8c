/** Something is late with a colleague; the substitute or the secretary is told, who may act or reassign. */
import type { TaskLetterData } from "../../task/task-letter.ts";
import type { Template } from "../template.ts";
import { wanted } from "./reminder.ts";

export const escalation: Template<TaskLetterData> = {
  en: (data, say) => ({
    subject: `Late: ${data.reference}`,
    body: [
      `This case waits longer than it should at ${data.park}. Act as substitute, or hand the task to somebody who can.`,
      ...wanted(data, say),
    ],
  }),
  nl: (data, say) => ({
    subject: `Te laat: ${data.reference}`,
    body: [
      `Dit dossier wacht langer dan het hoort bij ${data.park}. Treed op als vervanger, of geef de taak aan iemand die dat kan.`,
      ...wanted(data, say),
    ],
  }),
  fr: (data, say) => ({
    subject: `En retard : ${data.reference}`,
    body: [
      `Ce dossier attend plus longtemps que prévu chez ${data.park}. Agissez en remplacement, ou confiez la tâche à une personne qui le peut.`,
      ...wanted(data, say),
    ],
  }),
  sv: (data, say) => ({
    subject: `Försenat: ${data.reference}`,
    body: [
      `Det här ärendet väntar längre än det borde hos ${data.park}. Agera som ersättare, eller ge uppgiften till någon som kan.`,
      ...wanted(data, say),
    ],
  }),
  cy: (data, say) => ({
    subject: `Hwyr: ${data.reference}`,
    body: [
      `Mae’r achos hwn yn aros yn hirach nag y dylai yn ${data.park}. Gweithredwch fel dirprwy, neu rhowch y dasg i rywun a all.`,
      ...wanted(data, say),
    ],
  }),
};
