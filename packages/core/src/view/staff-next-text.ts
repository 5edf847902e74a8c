/** The sentence "what happens next" for staff, where it differs from what the parties read. */
import type { CaseStatus } from "../application/case.ts";
import type { Language } from "../person/person.ts";

interface Facts {
  park: string;
  provider: string;
  applicant: string;
  due: string;
}
type Sentence = Record<Language, (facts: Facts) => string>;

const sentence = (
  en: (f: Facts) => string,
  nl: (f: Facts) => string,
  fr: (f: Facts) => string,
  sv: (f: Facts) => string,
  cy: (f: Facts) => string,
): Sentence => ({ en, nl, fr, sv, cy });

export const staffSentences: Partial<Record<CaseStatus, Sentence>> = {
  screening: sentence(
    ({ park }) =>
      `A manager of ${park} screens it: eligible goes to review, not eligible to a second person, a question to the company.`,
    ({ park }) =>
      `Een programmabeheerder van ${park} kijkt ze na: in aanmerking gaat naar beoordeling, niet in aanmerking naar een tweede persoon, een vraag naar het bedrijf.`,
    ({ park }) =>
      `Un gestionnaire de ${park} la vérifie : admissible, elle part en évaluation ; non admissible, à une deuxième personne ; une question va à l'entreprise.`,
    ({ park }) =>
      `En programansvarig vid ${park} granskar: behörig går till bedömning, ej behörig till en andra person, en fråga till företaget.`,
    ({ park }) =>
      `Mae rheolwr yn ${park} yn ei sgrinio: os yw'n gymwys aiff i'w adolygu, os nad yw aiff at ail berson, aiff cwestiwn at y cwmni.`,
  ),
  "ineligible-proposed": sentence(
    ({ park }) => `A second person of ${park} confirms that it is not eligible, or sends it back to screening.`,
    ({ park }) => `Een tweede persoon van ${park} bevestigt dat ze niet in aanmerking komt, of stuurt ze terug.`,
    ({ park }) => `Une deuxième personne de ${park} confirme la non-admissibilité, ou renvoie à la vérification.`,
    ({ park }) => `En andra person vid ${park} bekräftar att den inte är behörig, eller skickar tillbaka den.`,
    ({ park }) => `Mae ail berson yn ${park} yn cadarnhau nad yw'n gymwys, neu'n ei anfon yn ôl i'w sgrinio.`,
  ),
  "in-review": sentence(
    () => "When every review is filed, a manager proposes a decision. Who stays silent is replaced.",
    () =>
      "Als elke beoordeling binnen is, stelt een programmabeheerder een beslissing voor. Wie zwijgt, wordt vervangen.",
    () => "Quand chaque évaluation est déposée, un gestionnaire propose une décision. Qui se tait est remplacé.",
    () => "När alla bedömningar är inlämnade föreslår en programansvarig ett beslut. Den som är tyst ersätts.",
    () =>
      "Pan fydd pob adolygiad wedi'i ffeilio, mae rheolwr yn cynnig penderfyniad. Caiff y sawl sy'n dawel ei ddisodli.",
  ),
  deciding: sentence(
    () => "A manager proposes an award or a rejection; an award holds the money of every paying park at once.",
    () =>
      "Een programmabeheerder stelt toekenning of afwijzing voor; een toekenning legt meteen het geld van elk betalend park vast.",
    () => "Un gestionnaire propose un octroi ou un rejet ; un octroi retient aussitôt l'argent de chaque parc payeur.",
    () => "En programansvarig föreslår bifall eller avslag; ett bifall reserverar genast varje betalande parks pengar.",
    () => "Mae rheolwr yn cynnig dyfarnu neu wrthod; mae dyfarniad yn neilltuo arian pob parc sy'n talu ar unwaith.",
  ),
  approving: sentence(
    () =>
      "When every paying park approves, another person than the proposer releases. If one declines, asks or stays silent, the case returns to the proposal and all reservations are freed.",
    () =>
      "Als elk betalend park goedkeurt, maakt iemand anders dan de voorsteller de beslissing bekend. Als er een afwijst, vraagt of zwijgt, gaat het dossier terug naar het voorstel en komt alles weer vrij.",
    () =>
      "Quand chaque parc payeur approuve, une autre personne que l'auteur de la proposition l'annonce. Si un parc refuse, questionne ou se tait, le dossier revient à la proposition et toutes les réservations sont libérées.",
    () =>
      "När varje betalande park godkänner lämnar en annan person än förslagsställaren besked. Om en avslår, frågar eller är tyst går ärendet tillbaka till förslaget och alla reservationer frigörs.",
    () =>
      "Pan fydd pob parc sy'n talu yn cymeradwyo, mae rhywun heblaw'r cynigydd yn rhyddhau. Os bydd un yn gwrthod, yn gofyn neu'n dawel, mae'r achos yn dychwelyd at y cynnig a chaiff pob neilltuad ei ryddhau.",
  ),
  approved: sentence(
    () =>
      "Another person than the proposer releases; only then is anybody told, and the aid room is checked once more.",
    () =>
      "Iemand anders dan de voorsteller maakt de beslissing bekend; pas dan weet iemand het, en de steunruimte wordt nog eens nagekeken.",
    () =>
      "Une autre personne que l'auteur de la proposition l'annonce ; personne n'est informé avant, et la marge d'aide est revérifiée.",
    () =>
      "En annan person än förslagsställaren lämnar besked; först då får någon veta, och stödutrymmet kontrolleras igen.",
    () =>
      "Mae rhywun heblaw'r cynigydd yn rhyddhau; dim ond wedyn y dywedir wrth neb, a chaiff y lle o dan y terfyn cymorth ei wirio eto.",
  ),
  suspended: sentence(
    ({ park }) =>
      `A manager of ${park} lets it go on, or two people cancel it. Meanwhile the expiry clock stands still.`,
    ({ park }) =>
      `Een programmabeheerder van ${park} laat hem doorlopen, of twee mensen trekken hem in. Intussen staat de geldigheid stil.`,
    ({ park }) =>
      `Un gestionnaire de ${park} le laisse reprendre, ou deux personnes l'annulent. La validité est gelée entre-temps.`,
    ({ park }) =>
      `En programansvarig vid ${park} låter den fortsätta, eller två personer återkallar den. Under tiden står giltigheten stilla.`,
    ({ park }) =>
      `Mae rheolwr yn ${park} yn gadael iddi ailddechrau, neu mae dau berson yn ei chanslo. Yn y cyfamser saif y cloc.`,
  ),
  disputed: sentence(
    ({ park }) => `A manager of ${park} settles it: the service counts as received, or the work is done again.`,
    ({ park }) =>
      `Een programmabeheerder van ${park} beslecht: de dienst geldt als ontvangen, of het werk wordt overgedaan.`,
    ({ park }) => `Un gestionnaire de ${park} tranche : le service est réputé reçu, ou le travail est refait.`,
    ({ park }) => `En programansvarig vid ${park} avgör: tjänsten räknas som mottagen, eller arbetet görs om.`,
    ({ park }) =>
      `Mae rheolwr yn ${park} yn ei setlo: mae'r gwasanaeth yn cyfrif fel un a dderbyniwyd, neu gwneir y gwaith eto.`,
  ),
  "claim-check": sentence(
    () =>
      "A manager assesses the claim, then a finance officer clears it: what is payable leaves the commitment, the unspent rest returns to the pot.",
    () =>
      "Een programmabeheerder kijkt de declaratie na, dan geeft een financieel medewerker ze vrij: het betaalbare gaat uit de verbintenis, de rest keert terug naar de pot.",
    () =>
      "Un gestionnaire évalue la demande, puis un responsable des finances la libère : le montant payable quitte l'engagement, le reste revient à l'enveloppe.",
    () =>
      "En programansvarig prövar kravet, sedan släpper en ekonom det: det som ska betalas lämnar åtagandet, resten går tillbaka till potten.",
    () =>
      "Mae rheolwr yn asesu'r hawliad, yna mae swyddog cyllid yn ei glirio: mae'r swm taladwy'n gadael yr ymrwymiad, a'r gweddill yn dychwelyd i'r pot.",
  ),
};
