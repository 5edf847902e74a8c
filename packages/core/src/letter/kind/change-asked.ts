/** Another value, a cancellation, an extension or another service of a voucher was proposed: the reader agrees or refuses. */
import type { TaskLetterData } from "../../task/task-letter.ts";
import type { Template } from "../template.ts";
import { wanted } from "./reminder.ts";

export const changeAsked: Template<TaskLetterData> = {
  en: (data, say) => ({
    subject: `A change of a voucher needs your word: ${data.reference}`,
    body: [
      `A change of this voucher was proposed. It is made only if ${data.park} agrees; what and why stands on the page.`,
      ...wanted(data, say),
    ],
  }),
  nl: (data, say) => ({
    subject: `Een wijziging van een voucher heeft uw akkoord nodig: ${data.reference}`,
    body: [
      `Er is een wijziging van deze voucher voorgesteld. Ze gaat alleen door als ${data.park} akkoord is; wat en waarom staat op de pagina.`,
      ...wanted(data, say),
    ],
  }),
  fr: (data, say) => ({
    subject: `Une modification d’un chèque demande votre accord : ${data.reference}`,
    body: [
      `Une modification de ce chèque a été proposée. Elle n’est faite que si ${data.park} est d’accord ; la page dit quoi et pourquoi.`,
      ...wanted(data, say),
    ],
  }),
  sv: (data, say) => ({
    subject: `En ändring av en check behöver ditt besked: ${data.reference}`,
    body: [
      `En ändring av den här checken har föreslagits. Den görs bara om ${data.park} går med på det; vad och varför står på sidan.`,
      ...wanted(data, say),
    ],
  }),
  cy: (data, say) => ({
    subject: `Mae angen eich gair ar newid i daleb: ${data.reference}`,
    body: [
      `Cynigiwyd newid i’r daleb hon. Dim ond os yw ${data.park} yn cytuno y caiff ei wneud; mae’r dudalen yn dweud beth a pham.`,
      ...wanted(data, say),
    ],
  }),
};
