/** A paying park's approver is asked for an answer to a proposal; the evidence stands on one page. */
import type { TaskLetterData } from "../../task/task-letter.ts";
import type { Template } from "../template.ts";
import { wanted } from "./reminder.ts";
import { parties } from "./review-invitation.ts";

export const approvalAsked: Template<TaskLetterData> = {
  en: (data, say) => ({
    subject: `Your approval is asked: ${data.reference}`,
    body: [
      `A proposal waits for the approval of ${data.park}. Scores, aid arithmetic and budget stand on one page.`,
      ...parties(data, say),
      ...wanted(data, say),
    ],
  }),
  nl: (data, say) => ({
    subject: `Uw goedkeuring wordt gevraagd: ${data.reference}`,
    body: [
      `Een voorstel wacht op de goedkeuring van ${data.park}. Scores, steunberekening en budget staan op één pagina.`,
      ...parties(data, say),
      ...wanted(data, say),
    ],
  }),
  fr: (data, say) => ({
    subject: `Votre approbation est demandée : ${data.reference}`,
    body: [
      `Une proposition attend l’approbation de ${data.park}. Les notes, le calcul de l’aide et le budget tiennent sur une page.`,
      ...parties(data, say),
      ...wanted(data, say),
    ],
  }),
  sv: (data, say) => ({
    subject: `Ditt godkännande behövs: ${data.reference}`,
    body: [
      `Ett förslag väntar på godkännande av ${data.park}. Poäng, stödberäkning och budget står på en sida.`,
      ...parties(data, say),
      ...wanted(data, say),
    ],
  }),
  cy: (data, say) => ({
    subject: `Gofynnir am eich cymeradwyaeth: ${data.reference}`,
    body: [
      `Mae cynnig yn aros am gymeradwyaeth ${data.park}. Mae’r sgoriau, y cyfrifiad cymorth a’r gyllideb ar un dudalen.`,
      ...parties(data, say),
      ...wanted(data, say),
    ],
  }),
};
