/** What the form for reviewing without a connection says, in five languages. */
import type { Language } from "../../person/person.ts";

export interface FormWords {
  readonly title: string;
  readonly lead: string;
  readonly proposal: string;
  readonly summary: string;
  readonly need: string;
  readonly effect: string;
  readonly offer: string;
  readonly price: string;
  readonly review: string;
  readonly mark: string;
  readonly choose: string;
  readonly notAssessable: string;
  readonly outOfScope: string;
  readonly toApplicant: string;
  readonly toPark: string;
  readonly confidence: string;
  readonly levels: readonly [string, string, string];
  readonly save: string;
  readonly saved: string;
  readonly confidential: string;
}

export const formWords: Readonly<Record<Language, FormWords>> = {
  en: {
    title: "Review without a connection",
    lead: "Read and score here. Save your answers as a file, and give that file to the page of the review when you are connected again: it shows what would change before anything does.",
    proposal: "The proposal",
    summary: "Public summary",
    need: "The service and why the company needs it",
    effect: "What the company will do with the result",
    offer: "Offer of the provider",
    price: "Net price",
    review: "Your review",
    mark: "Mark",
    choose: "Choose",
    notAssessable: "Not assessable",
    outOfScope: "Out of scope",
    toApplicant: "Reasons, to the company",
    toPark: "To the park only",
    confidence: "How sure are you?",
    levels: ["Not very", "Fairly", "Very"],
    save: "Save my answers as a file",
    saved: "Saved. Give this file to the page of the review.",
    confidential: "Confidential. Delete this file when your review is sent.",
  },
  nl: {
    title: "Beoordelen zonder verbinding",
    lead: "Lees en scoor hier. Bewaar uw antwoorden als bestand en geef dat bestand aan de pagina van de beoordeling zodra u weer verbinding hebt: zij toont wat er zou wijzigen voordat er iets wijzigt.",
    proposal: "Het voorstel",
    summary: "Openbare samenvatting",
    need: "De dienst en waarom het bedrijf die nodig heeft",
    effect: "Wat het bedrijf met het resultaat zal doen",
    offer: "Offerte van de aanbieder",
    price: "Nettoprijs",
    review: "Uw beoordeling",
    mark: "Punten",
    choose: "Kies",
    notAssessable: "Niet te beoordelen",
    outOfScope: "Buiten de oproep",
    toApplicant: "Redenen, aan het bedrijf",
    toPark: "Alleen aan het park",
    confidence: "Hoe zeker bent u?",
    levels: ["Niet zo", "Redelijk", "Zeer"],
    save: "Mijn antwoorden als bestand bewaren",
    saved: "Bewaard. Geef dit bestand aan de pagina van de beoordeling.",
    confidential: "Vertrouwelijk. Wis dit bestand wanneer uw beoordeling verstuurd is.",
  },
  fr: {
    title: "Évaluer sans connexion",
    lead: "Lisez et notez ici. Enregistrez vos réponses dans un fichier, puis donnez ce fichier à la page de l’évaluation une fois reconnecté : elle montre ce qui changerait avant que rien ne change.",
    proposal: "La proposition",
    summary: "Résumé public",
    need: "La prestation et pourquoi l’entreprise en a besoin",
    effect: "Ce que l’entreprise fera du résultat",
    offer: "Offre du prestataire",
    price: "Prix net",
    review: "Votre évaluation",
    mark: "Note",
    choose: "Choisissez",
    notAssessable: "Impossible à évaluer",
    outOfScope: "Hors du champ de l’appel",
    toApplicant: "Motifs, pour l’entreprise",
    toPark: "Pour le parc seulement",
    confidence: "Quel est votre degré de certitude ?",
    levels: ["Faible", "Moyen", "Élevé"],
    save: "Enregistrer mes réponses dans un fichier",
    saved: "Enregistré. Donnez ce fichier à la page de l’évaluation.",
    confidential: "Confidentiel. Supprimez ce fichier une fois votre évaluation envoyée.",
  },
  sv: {
    title: "Granska utan uppkoppling",
    lead: "Läs och sätt poäng här. Spara dina svar som en fil och ge den till granskningens sida när du är uppkopplad igen: den visar vad som skulle ändras innan något ändras.",
    proposal: "Förslaget",
    summary: "Offentlig sammanfattning",
    need: "Tjänsten och varför företaget behöver den",
    effect: "Vad företaget gör med resultatet",
    offer: "Leverantörens offert",
    price: "Nettopris",
    review: "Din granskning",
    mark: "Poäng",
    choose: "Välj",
    notAssessable: "Går inte att bedöma",
    outOfScope: "Utanför utlysningen",
    toApplicant: "Skäl, till företaget",
    toPark: "Endast till parken",
    confidence: "Hur säker är du?",
    levels: ["Inte särskilt", "Ganska", "Mycket"],
    save: "Spara mina svar som en fil",
    saved: "Sparat. Ge filen till granskningens sida.",
    confidential: "Konfidentiellt. Radera filen när din granskning är skickad.",
  },
  cy: {
    title: "Adolygu heb gysylltiad",
    lead: "Darllenwch a sgoriwch yma. Cadwch eich atebion fel ffeil, a rhowch y ffeil honno i dudalen yr adolygiad pan fyddwch wedi cysylltu eto: mae’n dangos beth fyddai’n newid cyn i ddim newid.",
    proposal: "Y cynnig",
    summary: "Crynodeb cyhoeddus",
    need: "Y gwasanaeth a pham mae ei angen ar y cwmni",
    effect: "Beth fydd y cwmni’n ei wneud â’r canlyniad",
    offer: "Cynnig y darparwr",
    price: "Pris net",
    review: "Eich adolygiad",
    mark: "Marc",
    choose: "Dewiswch",
    notAssessable: "Ni ellir ei asesu",
    outOfScope: "Y tu allan i’r alwad",
    toApplicant: "Rhesymau, i’r cwmni",
    toPark: "I’r parc yn unig",
    confidence: "Pa mor sicr ydych chi?",
    levels: ["Ddim yn iawn", "Gweddol", "Iawn"],
    save: "Cadw fy atebion fel ffeil",
    saved: "Wedi’i gadw. Rhowch y ffeil hon i dudalen yr adolygiad.",
    confidential: "Cyfrinachol. Dilëwch y ffeil hon pan fydd eich adolygiad wedi’i anfon.",
  },
};
