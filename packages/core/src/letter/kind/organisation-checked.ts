/** A park looked at an organisation: its owners are told what it found, and what they can do where it was not verified. */
import type { Organisation } from "../../organisation/organisation.ts";
import type { Template } from "../template.ts";

export interface OrganisationCheckedData {
  readonly organisation: string;
  readonly outcome: Organisation["verification"];
  /** What was looked at, or what is wrong. */
  readonly reason: string;
  readonly path: string;
}

export const organisationChecked: Template<OrganisationCheckedData> = {
  en: ({ organisation, outcome, reason, path }) => ({
    subject: outcome === "verified" ? `${organisation} is verified` : `${organisation} could not be verified`,
    body: [
      outcome === "verified"
        ? `A park has found ${organisation} to be what it says it is. It can be awarded a voucher and be paid.`
        : `A park could not verify ${organisation}. Nothing is awarded to it or paid to it until it is verified; what you have written is kept.`,
      { quote: reason },
      ...(outcome === "verified"
        ? []
        : ["Correct its name, number or address on its page; saving that asks for a new look."]),
      { link: "Open the page of the organisation", path },
    ],
  }),
  nl: ({ organisation, outcome, reason, path }) => ({
    subject:
      outcome === "verified" ? `${organisation} is geverifieerd` : `${organisation} kon niet worden geverifieerd`,
    body: [
      outcome === "verified"
        ? `Een park heeft vastgesteld dat ${organisation} is wat ze zegt te zijn. Ze kan een voucher krijgen en betaald worden.`
        : `Een park kon ${organisation} niet verifiëren. Tot dat gebeurt, wordt haar niets toegekend of betaald; wat u schreef, blijft bewaard.`,
      { quote: reason },
      ...(outcome === "verified"
        ? []
        : ["Verbeter naam, nummer of adres op haar pagina; door op te slaan vraagt u om een nieuwe controle."]),
      { link: "De pagina van de organisatie openen", path },
    ],
  }),
  fr: ({ organisation, outcome, reason, path }) => ({
    subject: outcome === "verified" ? `${organisation} est vérifiée` : `${organisation} n’a pas pu être vérifiée`,
    body: [
      outcome === "verified"
        ? `Un parc a constaté que ${organisation} est bien ce qu’elle dit être. Elle peut recevoir un chèque et être payée.`
        : `Un parc n’a pas pu vérifier ${organisation}. Jusque-là, rien ne lui est accordé ni payé ; ce que vous avez écrit est conservé.`,
      { quote: reason },
      ...(outcome === "verified"
        ? []
        : [
            "Corrigez son nom, son numéro ou son adresse sur sa page ; l’enregistrement demande une nouvelle vérification.",
          ]),
      { link: "Ouvrir la page de l’organisation", path },
    ],
  }),
  sv: ({ organisation, outcome, reason, path }) => ({
    subject: outcome === "verified" ? `${organisation} är kontrollerad` : `${organisation} kunde inte kontrolleras`,
    body: [
      outcome === "verified"
        ? `En park har funnit att ${organisation} är vad den säger sig vara. Den kan beviljas en check och få betalt.`
        : `En park kunde inte kontrollera ${organisation}. Tills det är gjort beviljas och betalas inget till den; det du skrev är kvar.`,
      { quote: reason },
      ...(outcome === "verified"
        ? []
        : ["Rätta namn, nummer eller adress på dess sida; när du sparar begärs en ny kontroll."]),
      { link: "Öppna organisationens sida", path },
    ],
  }),
  cy: ({ organisation, outcome, reason, path }) => ({
    subject: outcome === "verified" ? `Mae ${organisation} wedi’i wirio` : `Ni ellid gwirio ${organisation}`,
    body: [
      outcome === "verified"
        ? `Mae parc wedi canfod mai ${organisation} yw’r hyn y dywed ei fod. Gellir dyfarnu taleb iddo a’i dalu.`
        : `Ni allai parc wirio ${organisation}. Ni ddyfernir ac ni thelir dim iddo nes gwneud hynny; cedwir yr hyn a ysgrifennoch.`,
      { quote: reason },
      ...(outcome === "verified"
        ? []
        : ["Cywirwch ei enw, ei rif neu ei gyfeiriad ar ei dudalen; mae cadw hynny’n gofyn am olwg newydd."]),
      { link: "Agor tudalen y sefydliad", path },
    ],
  }),
};
