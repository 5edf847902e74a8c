/** Who speaks for a party of a case: somebody is asked to take it over, it was taken over, or they declined. */
import { aboutCase, openCase } from "../case-words.ts";
import type { CaseLetterData, Template } from "../template.ts";

export interface HandoverData extends CaseLetterData {
  readonly step: "asked" | "done" | "declined";
  /** Name of the contact before; empty where nobody knows. */
  readonly from: string;
  /** Name of the one after. */
  readonly to: string;
}

export const handover: Template<HandoverData> = {
  en: (data) => ({
    subject: {
      asked: `${data.from} asks you to take over ${data.reference}`,
      done: `${data.reference} has another contact`,
      declined: `${data.to} does not take over ${data.reference}`,
    }[data.step],
    body: [
      {
        asked: `${data.from} is the contact of this case and asks you to be it from now on: its letters, tasks and messages would come to you.`,
        done: `From now on ${data.to} is the contact of this case. Its letters, tasks and messages go to them, and no longer to ${data.from || "the contact before"}.`,
        declined: `${data.to} declined to become the contact of this case. You still are.`,
      }[data.step],
      { facts: aboutCase("en", data) },
      openCase("en", data),
    ],
  }),
  nl: (data) => ({
    subject: {
      asked: `${data.from} vraagt u ${data.reference} over te nemen`,
      done: `${data.reference} heeft een andere contactpersoon`,
      declined: `${data.to} neemt ${data.reference} niet over`,
    }[data.step],
    body: [
      {
        asked: `${data.from} is contactpersoon van dit dossier en vraagt u dat voortaan te zijn: brieven, taken en berichten komen dan naar u.`,
        done: `Voortaan is ${data.to} contactpersoon van dit dossier. Brieven, taken en berichten gaan daarheen, en niet meer naar ${data.from || "de vorige contactpersoon"}.`,
        declined: `${data.to} wil geen contactpersoon van dit dossier worden. U blijft het.`,
      }[data.step],
      { facts: aboutCase("nl", data) },
      openCase("nl", data),
    ],
  }),
  fr: (data) => ({
    subject: {
      asked: `${data.from} vous demande de reprendre ${data.reference}`,
      done: `${data.reference} a un autre contact`,
      declined: `${data.to} ne reprend pas ${data.reference}`,
    }[data.step],
    body: [
      {
        asked: `${data.from} est le contact de ce dossier et vous demande de le devenir : lettres, tâches et messages vous parviendraient.`,
        done: `Désormais ${data.to} est le contact de ce dossier. Lettres, tâches et messages lui parviennent, et non plus à ${data.from || "l’ancien contact"}.`,
        declined: `${data.to} a refusé de devenir le contact de ce dossier. Vous le restez.`,
      }[data.step],
      { facts: aboutCase("fr", data) },
      openCase("fr", data),
    ],
  }),
  sv: (data) => ({
    subject: {
      asked: `${data.from} ber dig ta över ${data.reference}`,
      done: `${data.reference} har en annan kontaktperson`,
      declined: `${data.to} tar inte över ${data.reference}`,
    }[data.step],
    body: [
      {
        asked: `${data.from} är kontaktperson i ärendet och ber dig bli det: brev, uppgifter och meddelanden kommer då till dig.`,
        done: `Från och med nu är ${data.to} kontaktperson i ärendet. Brev, uppgifter och meddelanden går dit, och inte längre till ${data.from || "den tidigare kontaktpersonen"}.`,
        declined: `${data.to} vill inte bli kontaktperson i ärendet. Du är det fortfarande.`,
      }[data.step],
      { facts: aboutCase("sv", data) },
      openCase("sv", data),
    ],
  }),
  cy: (data) => ({
    subject: {
      asked: `Mae ${data.from} yn gofyn i chi gymryd ${data.reference} drosodd`,
      done: `Mae gan ${data.reference} gyswllt arall`,
      declined: `Nid yw ${data.to} yn cymryd ${data.reference} drosodd`,
    }[data.step],
    body: [
      {
        asked: `${data.from} yw cyswllt yr achos hwn, ac mae’n gofyn i chi fod o hyn ymlaen: byddai ei lythyrau, ei dasgau a’i negeseuon yn dod atoch chi.`,
        done: `O hyn ymlaen ${data.to} yw cyswllt yr achos hwn. Bydd ei lythyrau, ei dasgau a’i negeseuon yn mynd yno, ac nid at ${data.from || "y cyswllt blaenorol"} mwyach.`,
        declined: `Gwrthododd ${data.to} ddod yn gyswllt i’r achos hwn. Chi ydyw o hyd.`,
      }[data.step],
      { facts: aboutCase("cy", data) },
      openCase("cy", data),
    ],
  }),
};
