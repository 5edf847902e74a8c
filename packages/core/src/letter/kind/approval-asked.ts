/** A paying park's approver is asked for an answer to a proposal; the evidence stands on one page. */
import type { Language } from "../../person/person.ts";
import type { TaskLetterData } from "../../task/task-letter.ts";
import type { Say } from "../say.ts";
import type { Block, Template } from "../template.ts";
import { wanted } from "./reminder.ts";
import { parties } from "./review-invitation.ts";

export const approvalAsked: Template<TaskLetterData> = {
  en: (data, say) => ({
    subject: `Your approval is asked: ${data.reference}`,
    body: [
      `A proposal waits for the approval of ${data.park}. Scores, aid arithmetic and budget stand on one page.`,
      ...handed(data, say),
      ...parties(data, say),
      ...wanted(data, say),
    ],
  }),
  nl: (data, say) => ({
    subject: `Uw goedkeuring wordt gevraagd: ${data.reference}`,
    body: [
      `Een voorstel wacht op de goedkeuring van ${data.park}. Scores, steunberekening en budget staan op één pagina.`,
      ...handed(data, say),
      ...parties(data, say),
      ...wanted(data, say),
    ],
  }),
  fr: (data, say) => ({
    subject: `Votre approbation est demandée : ${data.reference}`,
    body: [
      `Une proposition attend l’approbation de ${data.park}. Les notes, le calcul de l’aide et le budget tiennent sur une page.`,
      ...handed(data, say),
      ...parties(data, say),
      ...wanted(data, say),
    ],
  }),
  sv: (data, say) => ({
    subject: `Ditt godkännande behövs: ${data.reference}`,
    body: [
      `Ett förslag väntar på godkännande av ${data.park}. Poäng, stödberäkning och budget står på en sida.`,
      ...handed(data, say),
      ...parties(data, say),
      ...wanted(data, say),
    ],
  }),
  cy: (data, say) => ({
    subject: `Gofynnir am eich cymeradwyaeth: ${data.reference}`,
    body: [
      `Mae cynnig yn aros am gymeradwyaeth ${data.park}. Mae’r sgoriau, y cyfrifiad cymorth a’r gyllideb ar un dudalen.`,
      ...handed(data, say),
      ...parties(data, say),
      ...wanted(data, say),
    ],
  }),
};

const handedWords: Readonly<Record<Language, (by: string, until: string, reason: string) => string>> = {
  en: (by, until, reason) => `${by} hands this approval to you until ${until}: ${reason}`,
  nl: (by, until, reason) => `${by} draagt deze goedkeuring aan u over tot ${until}: ${reason}`,
  fr: (by, until, reason) => `${by} vous confie cette approbation jusqu’au ${until} : ${reason}`,
  sv: (by, until, reason) => `${by} lämnar över det här godkännandet till dig till och med ${until}: ${reason}`,
  cy: (by, until, reason) => `Mae ${by} yn trosglwyddo’r gymeradwyaeth hon i chi tan ${until}: ${reason}`,
};

/** Who hands it on, until when, and why. */
function handed({ handed: by, zone }: TaskLetterData, say: Say): Block[] {
  return by === undefined ? [] : [handedWords[say.language](by.by, say.moment(by.until, zone), by.reason)];
}
