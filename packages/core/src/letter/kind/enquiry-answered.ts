/** Who asked about a call gets the answer, or the reason why there is none. */
import type { EnquiryOutcome } from "../../enquiry/enquiry.ts";
import type { Block, Template } from "../template.ts";

export interface EnquiryAnsweredData {
  readonly park: string;
  readonly call: string;
  readonly askedOn: string;
  readonly outcome: EnquiryOutcome;
  /** As the park published it. */
  readonly question?: string;
  /** The answer, or the reason of who declines. */
  readonly answer: string;
  readonly path: string;
}

const quoted = ({ question, answer }: EnquiryAnsweredData): Block[] => [
  ...(question === undefined ? [] : [question]),
  { quote: answer },
];

export const enquiryAnswered: Template<EnquiryAnsweredData> = {
  en: (data, say) => ({
    subject:
      data.outcome === "declined" ? `Your question about ${data.call}` : `Answer to your question about ${data.call}`,
    body: [
      `On ${say.day(data.askedOn)} somebody with this address asked ${data.park} about the call “${data.call}”.`,
      {
        published: "This is the answer. It stands on the page of the call too, without your name or address:",
        private: "This is the answer. It was sent to you alone:",
        declined: "The park does not answer this question, for this reason:",
      }[data.outcome],
      ...quoted(data),
      "If it was not you, do nothing. Your address was kept for this answer only.",
      { link: "Look at the call", path: data.path },
    ],
  }),
  nl: (data, say) => ({
    subject: data.outcome === "declined" ? `Uw vraag over ${data.call}` : `Antwoord op uw vraag over ${data.call}`,
    body: [
      `Op ${say.day(data.askedOn)} stelde iemand met dit adres aan ${data.park} een vraag over de oproep “${data.call}”.`,
      {
        published: "Dit is het antwoord. Het staat ook op de pagina van de oproep, zonder uw naam of adres:",
        private: "Dit is het antwoord. Het is alleen aan u gestuurd:",
        declined: "Het park beantwoordt deze vraag niet, om deze reden:",
      }[data.outcome],
      ...quoted(data),
      "Was u het niet, dan hoeft u niets te doen. Uw adres is alleen voor dit antwoord bewaard.",
      { link: "De oproep bekijken", path: data.path },
    ],
  }),
  fr: (data, say) => ({
    subject:
      data.outcome === "declined" ? `Votre question sur ${data.call}` : `Réponse à votre question sur ${data.call}`,
    body: [
      `Le ${say.day(data.askedOn)}, une personne ayant cette adresse a posé à ${data.park} une question sur l’appel « ${data.call} ».`,
      {
        published: "Voici la réponse. Elle figure aussi sur la page de l’appel, sans votre nom ni votre adresse :",
        private: "Voici la réponse. Elle n’a été envoyée qu’à vous :",
        declined: "Le parc ne répond pas à cette question, pour la raison suivante :",
      }[data.outcome],
      ...quoted(data),
      "Si ce n’était pas vous, ne faites rien. Votre adresse n’a été conservée que pour cette réponse.",
      { link: "Voir l’appel", path: data.path },
    ],
  }),
  sv: (data, say) => ({
    subject: data.outcome === "declined" ? `Din fråga om ${data.call}` : `Svar på din fråga om ${data.call}`,
    body: [
      `Den ${say.day(data.askedOn)} ställde någon med den här adressen en fråga till ${data.park} om utlysningen ”${data.call}”.`,
      {
        published: "Här är svaret. Det står också på utlysningens sida, utan ditt namn eller din adress:",
        private: "Här är svaret. Det har bara skickats till dig:",
        declined: "Parken besvarar inte frågan, av det här skälet:",
      }[data.outcome],
      ...quoted(data),
      "Om det inte var du behöver du inte göra något. Din adress har bara sparats för det här svaret.",
      { link: "Se utlysningen", path: data.path },
    ],
  }),
  cy: (data, say) => ({
    subject: data.outcome === "declined" ? `Eich cwestiwn am ${data.call}` : `Ateb i’ch cwestiwn am ${data.call}`,
    body: [
      `Ar ${say.day(data.askedOn)} gofynnodd rhywun â’r cyfeiriad hwn gwestiwn i ${data.park} am yr alwad “${data.call}”.`,
      {
        published: "Dyma’r ateb. Mae ar dudalen yr alwad hefyd, heb eich enw na’ch cyfeiriad:",
        private: "Dyma’r ateb. Atoch chi yn unig yr anfonwyd ef:",
        declined: "Nid yw’r parc yn ateb y cwestiwn hwn, am y rheswm hwn:",
      }[data.outcome],
      ...quoted(data),
      "Os nad chi oedd hwn, peidiwch â gwneud dim. Ar gyfer yr ateb hwn yn unig y cadwyd eich cyfeiriad.",
      { link: "Gweld yr alwad", path: data.path },
    ],
  }),
};
