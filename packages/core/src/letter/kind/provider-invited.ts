/** A knowledge provider is asked for an offer by a company that drafts an application. */
import { aboutCase, openCase } from "../case-words.ts";
import type { CaseLetterData, Template } from "../template.ts";

export interface ProviderInvitedData extends CaseLetterData {
  readonly applicant: string;
  readonly provider: string;
}

export const providerInvited: Template<ProviderInvitedData> = {
  en: (data) => ({
    subject: `${data.applicant} asks for your offer`,
    body: [
      `${data.applicant} wants to buy a service from ${data.provider} with an innovation voucher of ${data.park}.`,
      { facts: aboutCase("en", data) },
      "Confirm the scope, the net price and the dates, or decline. The company submits after that.",
      openCase("en", data),
    ],
  }),
  nl: (data) => ({
    subject: `${data.applicant} vraagt uw offerte`,
    body: [
      `${data.applicant} wil met een innovatievoucher van ${data.park} een dienst kopen bij ${data.provider}.`,
      { facts: aboutCase("nl", data) },
      "Bevestig de inhoud, de nettoprijs en de data, of weiger. Daarna dient het bedrijf de aanvraag in.",
      openCase("nl", data),
    ],
  }),
  fr: (data) => ({
    subject: `${data.applicant} vous demande une offre`,
    body: [
      `${data.applicant} souhaite acheter un service à ${data.provider} avec un chèque innovation de ${data.park}.`,
      { facts: aboutCase("fr", data) },
      "Confirmez la prestation, le prix net et les dates, ou refusez. L’entreprise dépose sa demande ensuite.",
      openCase("fr", data),
    ],
  }),
  sv: (data) => ({
    subject: `${data.applicant} ber om din offert`,
    body: [
      `${data.applicant} vill köpa en tjänst av ${data.provider} med en innovationscheck från ${data.park}.`,
      { facts: aboutCase("sv", data) },
      "Bekräfta innehåll, nettopris och datum, eller tacka nej. Därefter lämnar företaget in ansökan.",
      openCase("sv", data),
    ],
  }),
  cy: (data) => ({
    subject: `Mae ${data.applicant} yn gofyn am eich cynnig`,
    body: [
      `Mae ${data.applicant} am brynu gwasanaeth gan ${data.provider} gyda thaleb arloesi gan ${data.park}.`,
      { facts: aboutCase("cy", data) },
      "Cadarnhewch y cwmpas, y pris net a’r dyddiadau, neu gwrthodwch. Bydd y cwmni’n cyflwyno wedyn.",
      openCase("cy", data),
    ],
  }),
};
