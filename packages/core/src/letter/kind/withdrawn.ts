/** An application was withdrawn, by the applicant or by its silence. */
import { aboutCase, openCase } from "../case-words.ts";
import type { CaseLetterData, Template } from "../template.ts";

export interface WithdrawnData extends CaseLetterData {
  readonly by: "applicant" | "silence";
}

export const withdrawn: Template<WithdrawnData> = {
  en: (data) => ({
    subject: `Withdrawn: ${data.reference}`,
    body: [
      data.by === "applicant"
        ? "The application is withdrawn, as the applicant asked. Nobody works on it any more."
        : "The question about the application was not answered in time, so the application counts as withdrawn.",
      { facts: aboutCase("en", data) },
      openCase("en", data),
    ],
  }),
  nl: (data) => ({
    subject: `Ingetrokken: ${data.reference}`,
    body: [
      data.by === "applicant"
        ? "De aanvraag is ingetrokken, zoals de aanvrager heeft gevraagd. Niemand werkt er nog aan."
        : "De vraag over de aanvraag is niet op tijd beantwoord. De aanvraag geldt daarom als ingetrokken.",
      { facts: aboutCase("nl", data) },
      openCase("nl", data),
    ],
  }),
  fr: (data) => ({
    subject: `Retirée : ${data.reference}`,
    body: [
      data.by === "applicant"
        ? "La demande est retirée, comme l’a souhaité l’entreprise. Personne n’y travaille plus."
        : "La question sur la demande n’a pas reçu de réponse à temps. La demande est donc considérée comme retirée.",
      { facts: aboutCase("fr", data) },
      openCase("fr", data),
    ],
  }),
  sv: (data) => ({
    subject: `Återkallad: ${data.reference}`,
    body: [
      data.by === "applicant"
        ? "Ansökan är återkallad på sökandens begäran. Ingen arbetar med den längre."
        : "Frågan om ansökan besvarades inte i tid. Ansökan räknas därför som återkallad.",
      { facts: aboutCase("sv", data) },
      openCase("sv", data),
    ],
  }),
  cy: (data) => ({
    subject: `Tynnwyd yn ôl: ${data.reference}`,
    body: [
      data.by === "applicant"
        ? "Mae’r cais wedi’i dynnu’n ôl, fel y gofynnodd yr ymgeisydd. Nid oes neb yn gweithio arno mwyach."
        : "Nid atebwyd y cwestiwn am y cais mewn pryd, felly mae’r cais yn cyfrif fel un a dynnwyd yn ôl.",
      { facts: aboutCase("cy", data) },
      openCase("cy", data),
    ],
  }),
};
