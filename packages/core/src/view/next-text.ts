/** The sentence "what happens next", for each audience and language, from the case's status. */
import type { CaseStatus } from "../application/case.ts";
import type { Language } from "../person/person.ts";
import type { TaskKind } from "../task/task.ts";

interface Facts {
  park: string;
  provider: string;
  applicant: string;
  due: string;
}
type Sentence = Record<Language, (facts: Facts) => string>;

/** The party's task whose due day the sentence names; where it names none of a party, the park acts. */
export const actsFor: Partial<Record<CaseStatus, TaskKind>> = {
  "more-information": "answer-question",
  conditional: "give-statement",
  issued: "accept",
  "in-use": "use",
  reported: "confirm-service",
  queried: "answer-query",
};

const until = {
  en: (due: string) => (due === "" ? "" : ` by ${due}`),
  nl: (due: string) => (due === "" ? "" : ` tegen ${due}`),
  fr: (due: string) => (due === "" ? "" : ` au plus tard le ${due}`),
  sv: (due: string) => (due === "" ? "" : ` senast ${due}`),
  cy: (due: string) => (due === "" ? "" : ` erbyn ${due}`),
};

const checks: Sentence = {
  en: ({ park, due }) => `${park} checks the application${until.en(due)}. If something is missing it asks.`,
  nl: ({ park, due }) => `${park} kijkt de aanvraag na${until.nl(due)}. Als er iets ontbreekt, vraagt het dat.`,
  fr: ({ park, due }) => `${park} vérifie la demande${until.fr(due)}. S'il manque quelque chose, il le demande.`,
  sv: ({ park, due }) => `${park} granskar ansökan${until.sv(due)}. Saknas något frågar parken.`,
  cy: ({ park, due }) => `Mae ${park} yn gwirio'r cais${until.cy(due)}. Os oes rhywbeth ar goll mae'n gofyn.`,
};
const reviews: Sentence = {
  en: ({ park }) => `Independent reviewers read it, then ${park} decides. You get a letter with the reasons.`,
  nl: ({ park }) => `Onafhankelijke beoordelaars lezen ze, daarna beslist ${park}. U krijgt een brief met de redenen.`,
  fr: ({ park }) => `Des évaluateurs indépendants la lisent, puis ${park} décide. Vous recevez une lettre motivée.`,
  sv: ({ park }) => `Oberoende bedömare läser den, sedan beslutar ${park}. Ni får ett brev med skälen.`,
  cy: ({ park }) =>
    `Mae adolygwyr annibynnol yn ei ddarllen, yna mae ${park} yn penderfynu. Cewch lythyr gyda'r rhesymau.`,
};
/** For those outside, until release, where the call wants no review for the amount. */
export const unreviewedSentence: Sentence = {
  en: ({ park }) =>
    `${park} decides without a review, as the call says for this amount. You get a letter with the reasons.`,
  nl: ({ park }) =>
    `${park} beslist zonder beoordeling, zoals de oproep voor dit bedrag zegt. U krijgt een brief met de redenen.`,
  fr: ({ park }) =>
    `${park} décide sans évaluation, comme l'appel le dit pour ce montant. Vous recevez une lettre motivée.`,
  sv: ({ park }) =>
    `${park} beslutar utan bedömning, som utlysningen säger för detta belopp. Ni får ett brev med skälen.`,
  cy: ({ park }) =>
    `Mae ${park} yn penderfynu heb adolygiad, fel y dywed yr alwad ar gyfer y swm hwn. Cewch lythyr gyda'r rhesymau.`,
};
/** Also of an ended case once it is closed: nothing can be asked against it any more. */
export const over: Sentence = {
  en: () => "Nothing more is expected of anybody.",
  nl: () => "Er wordt van niemand nog iets verwacht.",
  fr: () => "Plus rien n'est attendu de personne.",
  sv: () => "Inget mer väntas av någon.",
  cy: () => "Nid oes disgwyl dim arall gan neb.",
};

const sentence = (
  en: (f: Facts) => string,
  nl: (f: Facts) => string,
  fr: (f: Facts) => string,
  sv: (f: Facts) => string,
  cy: (f: Facts) => string,
): Sentence => ({ en, nl, fr, sv, cy });

/** Of an end that redress may be asked against. */
const mayAsk = sentence(
  ({ park }) => `The applicant may ask ${park} for redress within 30 days of receiving the letter.`,
  ({ park }) => `De aanvrager kan binnen 30 dagen na ontvangst van de brief bezwaar maken bij ${park}.`,
  ({ park }) => `Le demandeur peut introduire un recours auprès de ${park} dans les 30 jours suivant la lettre.`,
  ({ park }) => `Sökanden kan begära omprövning hos ${park} inom 30 dagar från brevet.`,
  ({ park }) => `Gall yr ymgeisydd ofyn i ${park} am unioni o fewn 30 diwrnod i dderbyn y llythyr.`,
);

export const nextSentences: Record<CaseStatus, Sentence> = {
  draft: sentence(
    () => "Fill in the sections, have the offer confirmed, then submit.",
    () => "Vul de onderdelen in, laat de offerte bevestigen en dien dan in.",
    () => "Remplissez les sections, faites confirmer l'offre, puis déposez.",
    () => "Fyll i avsnitten, låt offerten bekräftas och skicka sedan in.",
    () => "Llenwch yr adrannau, cadarnhewch y cynnig, yna cyflwynwch.",
  ),
  screening: checks,
  "more-information": sentence(
    ({ applicant, due }) =>
      `${applicant} answers the question${until.en(due)}; without an answer the application counts as withdrawn.`,
    ({ applicant, due }) =>
      `${applicant} beantwoordt de vraag${until.nl(due)}; zonder antwoord geldt de aanvraag als ingetrokken.`,
    ({ applicant, due }) =>
      `${applicant} répond à la question${until.fr(due)} ; sans réponse, la demande est considérée comme retirée.`,
    ({ applicant, due }) => `${applicant} besvarar frågan${until.sv(due)}; utan svar räknas ansökan som återtagen.`,
    ({ applicant, due }) =>
      `Mae ${applicant} yn ateb y cwestiwn${until.cy(due)}; heb ateb, ystyrir bod y cais wedi'i dynnu'n ôl.`,
  ),
  "ineligible-proposed": checks,
  "in-review": reviews,
  deciding: reviews,
  approving: reviews,
  approved: reviews,
  conditional: sentence(
    ({ applicant, due }) =>
      `${applicant} states the assistance it has had${until.en(due)}, or refuses; then the award is granted. Silence lets it lapse.`,
    ({ applicant, due }) =>
      `${applicant} verklaart welke steun het heeft gehad${until.nl(due)}, of weigert; dan volgt de toekenning. Zonder antwoord vervalt ze.`,
    ({ applicant, due }) =>
      `${applicant} déclare l'aide déjà reçue${until.fr(due)}, ou renonce ; puis l'octroi a lieu. Le silence le rend caduc.`,
    ({ applicant, due }) =>
      `${applicant} anger vilket stöd företaget har fått${until.sv(due)}, eller avstår; sedan beviljas checken. Vid tystnad förfaller beslutet.`,
    ({ applicant, due }) =>
      `Mae ${applicant} yn datgan y cymorth a gafodd${until.cy(due)}, neu'n gwrthod; yna rhoddir y dyfarniad. Mae distawrwydd yn dod ag ef i ben.`,
  ),
  issued: sentence(
    ({ applicant, provider, due }) => `${applicant} and ${provider} accept the terms${until.en(due)}.`,
    ({ applicant, provider, due }) => `${applicant} en ${provider} aanvaarden de voorwaarden${until.nl(due)}.`,
    ({ applicant, provider, due }) => `${applicant} et ${provider} acceptent les conditions${until.fr(due)}.`,
    ({ applicant, provider, due }) => `${applicant} och ${provider} accepterar villkoren${until.sv(due)}.`,
    ({ applicant, provider, due }) => `Mae ${applicant} a ${provider} yn derbyn y telerau${until.cy(due)}.`,
  ),
  "in-use": sentence(
    ({ provider, due }) => `${provider} does the work and files report and invoice${until.en(due)}.`,
    ({ provider, due }) => `${provider} voert het werk uit en dient verslag en factuur in${until.nl(due)}.`,
    ({ provider, due }) => `${provider} réalise le travail et remet rapport et facture${until.fr(due)}.`,
    ({ provider, due }) => `${provider} utför arbetet och lämnar rapport och faktura${until.sv(due)}.`,
    ({ provider, due }) => `Mae ${provider} yn gwneud y gwaith ac yn ffeilio adroddiad ac anfoneb${until.cy(due)}.`,
  ),
  suspended: sentence(
    ({ park }) => `${park} has suspended the voucher: it lets it go on, or cancels it. The days do not count.`,
    ({ park }) => `${park} heeft de voucher geschorst: het laat hem weer lopen of trekt hem in. De dagen tellen niet.`,
    ({ park }) => `${park} a suspendu le chèque : il le laisse reprendre ou l'annule. Ces jours ne comptent pas.`,
    ({ park }) => `${park} har gjort checken vilande: den fortsätter eller återkallas. Dagarna räknas inte.`,
    ({ park }) =>
      `Mae ${park} wedi atal y daleb: bydd yn ailddechrau neu'n cael ei chanslo. Nid yw'r dyddiau'n cyfrif.`,
  ),
  reported: sentence(
    ({ applicant, due }) => `${applicant} confirms the service${until.en(due)}; silence counts as confirmed.`,
    ({ applicant, due }) => `${applicant} bevestigt de dienst${until.nl(due)}; zonder antwoord geldt ze als bevestigd.`,
    ({ applicant, due }) => `${applicant} confirme le service${until.fr(due)} ; le silence vaut confirmation.`,
    ({ applicant, due }) => `${applicant} bekräftar tjänsten${until.sv(due)}; tystnad räknas som bekräftelse.`,
    ({ applicant, due }) => `Mae ${applicant} yn cadarnhau'r gwasanaeth${until.cy(due)}; mae distawrwydd yn gadarnhad.`,
  ),
  disputed: sentence(
    ({ park }) =>
      `${park} settles the dispute: the service counts as received, the work is done again, or the voucher is cancelled.`,
    ({ park }) =>
      `${park} beslecht het geschil: de dienst geldt als ontvangen, het werk wordt overgedaan of de voucher wordt ingetrokken.`,
    ({ park }) =>
      `${park} tranche le litige : le service est réputé reçu, le travail est refait ou le chèque est annulé.`,
    ({ park }) => `${park} avgör tvisten: tjänsten räknas som mottagen, arbetet görs om eller checken återkallas.`,
    ({ park }) =>
      `Mae ${park} yn setlo'r anghydfod: mae'r gwasanaeth yn cyfrif fel un a dderbyniwyd, gwneir y gwaith eto, neu caiff y daleb ei chanslo.`,
  ),
  "claim-check": sentence(
    ({ park, due }) => `${park} checks the claim${until.en(due)}, then pays.`,
    ({ park, due }) => `${park} kijkt de kostendeclaratie na${until.nl(due)} en betaalt dan.`,
    ({ park, due }) => `${park} contrôle la demande de paiement${until.fr(due)}, puis paie.`,
    ({ park, due }) => `${park} kontrollerar kravet${until.sv(due)} och betalar sedan.`,
    ({ park, due }) => `Mae ${park} yn gwirio'r hawliad${until.cy(due)}, yna'n talu.`,
  ),
  queried: sentence(
    ({ provider, due }) => `${provider} answers the park's query${until.en(due)}.`,
    ({ provider, due }) => `${provider} beantwoordt de vraag van het park${until.nl(due)}.`,
    ({ provider, due }) => `${provider} répond à la question du parc${until.fr(due)}.`,
    ({ provider, due }) => `${provider} besvarar parkens fråga${until.sv(due)}.`,
    ({ provider, due }) => `Mae ${provider} yn ateb ymholiad y parc${until.cy(due)}.`,
  ),
  "claim-refused": sentence(
    ({ park }) => `The company may ask for redress within 30 days. ${park} lets the work be claimed again, or ends it.`,
    ({ park }) =>
      `Het bedrijf kan binnen 30 dagen om herziening vragen. ${park} laat opnieuw declareren of beëindigt de voucher.`,
    ({ park }) =>
      `L'entreprise peut demander un réexamen dans les 30 jours. ${park} permet une nouvelle réclamation, ou y met fin.`,
    ({ park }) =>
      `Företaget kan begära omprövning inom 30 dagar. ${park} låter arbetet begäras på nytt, eller avslutar checken.`,
    ({ park }) =>
      `Gall y cwmni ofyn am unioni o fewn 30 diwrnod. Mae ${park} yn caniatáu hawlio eto, neu'n ei ddirwyn i ben.`,
  ),
  paying: sentence(
    ({ park, due }) => `${park} pays in its next batch${until.en(due)}; it is done when the bank has booked it.`,
    ({ park, due }) =>
      `${park} betaalt met de volgende betaalopdracht${until.nl(due)}; klaar zodra de bank geboekt heeft.`,
    ({ park, due }) =>
      `${park} paie avec le prochain lot${until.fr(due)} ; c'est fait une fois comptabilisé par la banque.`,
    ({ park, due }) => `${park} betalar med nästa betalfil${until.sv(due)}; klart när banken har bokfört.`,
    ({ park, due }) =>
      `Mae ${park} yn talu yn ei swp nesaf${until.cy(due)}; wedi'i wneud pan fydd y banc wedi'i gofnodi.`,
  ),
  redeemed: over,
  rejected: mayAsk,
  ineligible: mayAsk,
  withdrawn: over,
  lapsed: over,
  expired: over,
  cancelled: mayAsk,
  closed: over,
};
