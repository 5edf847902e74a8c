/** A question about a call waits for its answer: to its managers before it is due, to who stands above them when it is late. */
import type { Instant } from "../../kernel/instant.ts";
import type { Template } from "../template.ts";

export interface EnquiryWaitingData {
  readonly park: string;
  readonly call: string;
  readonly due: Instant;
  readonly zone: string;
  readonly late: boolean;
  /** Where it is answered. */
  readonly path: string;
}

export const enquiryWaiting: Template<EnquiryWaitingData> = {
  en: ({ call, due, zone, late, park, path }, say) => ({
    subject: late ? `Late: a question about ${call}` : `Reminder: a question about ${call}`,
    body: [
      late
        ? `Nobody at ${park} has answered a question about the call “${call}”. It was due on ${say.moment(due, zone)}.`
        : `A question about the call “${call}” waits for an answer until ${say.moment(due, zone)}.`,
      { link: "Look at the question", path },
    ],
  }),
  nl: ({ call, due, zone, late, park, path }, say) => ({
    subject: late ? `Te laat: een vraag over ${call}` : `Herinnering: een vraag over ${call}`,
    body: [
      late
        ? `Niemand bij ${park} heeft een vraag over de oproep “${call}” beantwoord. Dat moest uiterlijk op ${say.moment(due, zone)}.`
        : `Een vraag over de oproep “${call}” wacht op antwoord, uiterlijk op ${say.moment(due, zone)}.`,
      { link: "De vraag bekijken", path },
    ],
  }),
  fr: ({ call, due, zone, late, park, path }, say) => ({
    subject: late ? `En retard : une question sur ${call}` : `Rappel : une question sur ${call}`,
    body: [
      late
        ? `Personne chez ${park} n’a répondu à une question sur l’appel « ${call} ». La réponse était attendue au plus tard le ${say.moment(due, zone)}.`
        : `Une question sur l’appel « ${call} » attend une réponse au plus tard le ${say.moment(due, zone)}.`,
      { link: "Voir la question", path },
    ],
  }),
  sv: ({ call, due, zone, late, park, path }, say) => ({
    subject: late ? `Försenad: en fråga om ${call}` : `Påminnelse: en fråga om ${call}`,
    body: [
      late
        ? `Ingen på ${park} har besvarat en fråga om utlysningen ”${call}”. Den skulle ha besvarats senast ${say.moment(due, zone)}.`
        : `En fråga om utlysningen ”${call}” väntar på svar senast ${say.moment(due, zone)}.`,
      { link: "Se frågan", path },
    ],
  }),
  cy: ({ call, due, zone, late, park, path }, say) => ({
    subject: late ? `Yn hwyr: cwestiwn am ${call}` : `Nodyn atgoffa: cwestiwn am ${call}`,
    body: [
      late
        ? `Nid oes neb yn ${park} wedi ateb cwestiwn am yr alwad “${call}”. Roedd i’w ateb erbyn ${say.moment(due, zone)}.`
        : `Mae cwestiwn am yr alwad “${call}” yn aros am ateb tan ${say.moment(due, zone)}.`,
      { link: "Gweld y cwestiwn", path },
    ],
  }),
};
