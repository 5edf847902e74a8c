/** Somebody wrote in a thread of a case. What they wrote stays in the product: mail is read by others too. */
import { aboutCase, openCase } from "../case-words.ts";
import type { CaseLetterData, Template } from "../template.ts";

export interface MessageData extends CaseLetterData {
  /** Who wrote: the park, or whoever it writes with. */
  readonly from: "park" | "other";
}

export const message: Template<MessageData> = {
  en: (data) => ({
    subject: `A message about ${data.reference}`,
    body: [
      data.from === "park" ? `${data.park} wrote to you.` : "Somebody wrote to your park about a case.",
      { facts: aboutCase("en", data) },
      "The message can be read, and answered, on the page of the case.",
      openCase("en", data),
    ],
  }),
  nl: (data) => ({
    subject: `Een bericht over ${data.reference}`,
    body: [
      data.from === "park" ? `${data.park} heeft u geschreven.` : "Iemand heeft uw park over een dossier geschreven.",
      { facts: aboutCase("nl", data) },
      "U leest en beantwoordt het bericht op de pagina van het dossier.",
      openCase("nl", data),
    ],
  }),
  fr: (data) => ({
    subject: `Un message au sujet de ${data.reference}`,
    body: [
      data.from === "park" ? `${data.park} vous a écrit.` : "Quelqu’un a écrit à votre parc au sujet d’un dossier.",
      { facts: aboutCase("fr", data) },
      "Vous pouvez lire le message et y répondre sur la page du dossier.",
      openCase("fr", data),
    ],
  }),
  sv: (data) => ({
    subject: `Ett meddelande om ${data.reference}`,
    body: [
      data.from === "park" ? `${data.park} har skrivit till dig.` : "Någon har skrivit till din park om ett ärende.",
      { facts: aboutCase("sv", data) },
      "Meddelandet läser och besvarar du på ärendets sida.",
      openCase("sv", data),
    ],
  }),
  cy: (data) => ({
    subject: `Neges am ${data.reference}`,
    body: [
      data.from === "park"
        ? `Mae ${data.park} wedi ysgrifennu atoch.`
        : "Mae rhywun wedi ysgrifennu at eich parc am achos.",
      { facts: aboutCase("cy", data) },
      "Gallwch ddarllen y neges, a’i hateb, ar dudalen yr achos.",
      openCase("cy", data),
    ],
  }),
};
