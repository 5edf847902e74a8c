/** Proof of submission: reference, time, and the hash of the content that was frozen. */
import { type Instant, toZonedDateString } from "../../kernel/instant.ts";
import { aboutCase, openCase } from "../case-words.ts";
import type { Say } from "../say.ts";
import type { CaseLetterData, Template } from "../template.ts";

export interface ReceiptData extends CaseLetterData {
  readonly submittedAt: Instant;
  /** IANA zone of the lead park. */
  readonly zone: string;
  /** SHA-256 in hex. */
  readonly contentHash: string;
  /** By when the call promised to decide; not said where it promised nothing. */
  readonly decisionBy?: Instant;
}

/** The promised day where the park is. */
function promised({ decisionBy, zone }: ReceiptData, name: string, say: Say): [string, string][] {
  return decisionBy === undefined ? [] : [[name, say.day(toZonedDateString(decisionBy, zone))]];
}

export const receipt: Template<ReceiptData> = {
  en: (data, say) => ({
    subject: `Received: ${data.reference}`,
    body: [
      `${data.park} has received your application. Its content is frozen as you submitted it.`,
      {
        facts: [
          ...aboutCase("en", data),
          ["Submitted", say.moment(data.submittedAt, data.zone)],
          ["Hash of the content (SHA-256)", data.contentHash],
          ...promised(data, "Decision promised by", say),
        ],
      },
      `${data.park} now checks it. If something is missing, it asks you.`,
      openCase("en", data),
    ],
  }),
  nl: (data, say) => ({
    subject: `Ontvangen: ${data.reference}`,
    body: [
      `${data.park} heeft uw aanvraag ontvangen. De inhoud ligt vast zoals u ze hebt ingediend.`,
      {
        facts: [
          ...aboutCase("nl", data),
          ["Ingediend", say.moment(data.submittedAt, data.zone)],
          ["Hash van de inhoud (SHA-256)", data.contentHash],
          ...promised(data, "Beslissing beloofd tegen", say),
        ],
      },
      `${data.park} controleert ze nu. Als er iets ontbreekt, vraagt het park u erom.`,
      openCase("nl", data),
    ],
  }),
  fr: (data, say) => ({
    subject: `Reçu : ${data.reference}`,
    body: [
      `${data.park} a reçu votre demande. Son contenu est figé tel que vous l’avez déposé.`,
      {
        facts: [
          ...aboutCase("fr", data),
          ["Déposée", say.moment(data.submittedAt, data.zone)],
          ["Empreinte du contenu (SHA-256)", data.contentHash],
          ...promised(data, "Décision promise au plus tard le", say),
        ],
      },
      `${data.park} la vérifie maintenant. S’il manque quelque chose, le parc vous le demande.`,
      openCase("fr", data),
    ],
  }),
  sv: (data, say) => ({
    subject: `Mottagen: ${data.reference}`,
    body: [
      `${data.park} har tagit emot din ansökan. Innehållet är låst så som du lämnade in det.`,
      {
        facts: [
          ...aboutCase("sv", data),
          ["Inlämnad", say.moment(data.submittedAt, data.zone)],
          ["Innehållets hash (SHA-256)", data.contentHash],
          ...promised(data, "Beslut utlovat senast", say),
        ],
      },
      `${data.park} kontrollerar den nu. Om något saknas frågar parken dig.`,
      openCase("sv", data),
    ],
  }),
  cy: (data, say) => ({
    subject: `Wedi dod i law: ${data.reference}`,
    body: [
      `Mae ${data.park} wedi derbyn eich cais. Mae ei gynnwys wedi’i rewi fel y cyflwynoch ef.`,
      {
        facts: [
          ...aboutCase("cy", data),
          ["Cyflwynwyd", say.moment(data.submittedAt, data.zone)],
          ["Hash y cynnwys (SHA-256)", data.contentHash],
          ...promised(data, "Penderfyniad wedi’i addo erbyn", say),
        ],
      },
      `Mae ${data.park} yn ei wirio nawr. Os oes rhywbeth ar goll, bydd yn gofyn i chi.`,
      openCase("cy", data),
    ],
  }),
};
