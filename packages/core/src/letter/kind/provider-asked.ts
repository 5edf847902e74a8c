/** A knowledge provider that is not in the list yet is asked for an offer; it registers, then answers here. */
import { aboutCase } from "../case-words.ts";
import type { CaseLetterData, Template } from "../template.ts";

export interface ProviderAskedData extends CaseLetterData {
  readonly applicant: string;
  /** As the applicant knows it. */
  readonly provider: string;
  /** Last day on which it can be taken up. */
  readonly until: string;
}

export const providerAsked: Template<ProviderAskedData> = {
  en: (data, say) => ({
    subject: `${data.applicant} asks ${data.provider} for an offer`,
    body: [
      `${data.applicant} wants to buy a service from ${data.provider} with an innovation voucher of ${data.park}, and gave us your address.`,
      { facts: aboutCase("en", data) },
      `Sign in with this e-mail address, enter your organisation if it is not known here yet, and take the request up until ${say.day(data.until)}. Then you confirm scope, net price and dates, or decline.`,
      "If you do not know who this is, do nothing: the request ends by itself.",
      { link: "Look at the request", path: data.path },
    ],
  }),
  nl: (data, say) => ({
    subject: `${data.applicant} vraagt een offerte aan ${data.provider}`,
    body: [
      `${data.applicant} wil met een innovatievoucher van ${data.park} een dienst kopen bij ${data.provider} en gaf ons uw adres.`,
      { facts: aboutCase("nl", data) },
      `Meld u aan met dit e-mailadres, registreer uw organisatie als ze hier nog niet bekend is, en neem de vraag aan uiterlijk op ${say.day(data.until)}. Daarna bevestigt u de inhoud, de nettoprijs en de data, of u weigert.`,
      "Weet u niet wie dit is, doe dan niets: de vraag vervalt vanzelf.",
      { link: "De vraag bekijken", path: data.path },
    ],
  }),
  fr: (data, say) => ({
    subject: `${data.applicant} demande une offre à ${data.provider}`,
    body: [
      `${data.applicant} souhaite acheter un service à ${data.provider} avec un chèque innovation de ${data.park} et nous a donné votre adresse.`,
      { facts: aboutCase("fr", data) },
      `Connectez-vous avec cette adresse, enregistrez votre organisation si elle n’est pas encore connue ici, et prenez la demande en charge au plus tard le ${say.day(data.until)}. Vous confirmez ensuite la prestation, le prix net et les dates, ou vous refusez.`,
      "Si vous ne savez pas qui c’est, ne faites rien : la demande expire d’elle-même.",
      { link: "Voir la demande", path: data.path },
    ],
  }),
  sv: (data, say) => ({
    subject: `${data.applicant} ber ${data.provider} om en offert`,
    body: [
      `${data.applicant} vill köpa en tjänst av ${data.provider} med en innovationscheck från ${data.park} och gav oss din adress.`,
      { facts: aboutCase("sv", data) },
      `Logga in med den här e-postadressen, registrera din organisation om den inte redan finns här, och ta dig an förfrågan senast den ${say.day(data.until)}. Därefter bekräftar du innehåll, nettopris och datum, eller tackar nej.`,
      "Om du inte vet vem det är behöver du inte göra något: förfrågan upphör av sig själv.",
      { link: "Se förfrågan", path: data.path },
    ],
  }),
  cy: (data, say) => ({
    subject: `Mae ${data.applicant} yn gofyn i ${data.provider} am gynnig`,
    body: [
      `Mae ${data.applicant} am brynu gwasanaeth gan ${data.provider} gyda thaleb arloesi gan ${data.park}, a rhoddodd eich cyfeiriad inni.`,
      { facts: aboutCase("cy", data) },
      `Mewngofnodwch gyda’r cyfeiriad e-bost hwn, cofrestrwch eich sefydliad os nad yw’n hysbys yma eto, a derbyniwch y cais erbyn ${say.day(data.until)}. Yna byddwch yn cadarnhau’r cwmpas, y pris net a’r dyddiadau, neu’n gwrthod.`,
      "Os na wyddoch pwy yw hwn, peidiwch â gwneud dim: daw’r cais i ben ohono’i hun.",
      { link: "Gweld y cais", path: data.path },
    ],
  }),
};
