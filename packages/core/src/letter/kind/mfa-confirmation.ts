/** Minimal financial assistance is given: the confirmation with the day of the grant, its gross value and its law. */
import type { Instant } from "../../kernel/instant.ts";
import { type AidStatement, aidBlocks } from "../aid-words.ts";
import { aboutCase, caseWords, openCase } from "../case-words.ts";
import type { Say } from "../say.ts";
import type { Block, Template } from "../template.ts";
import type { MfaData } from "./mfa-notification.ts";

export interface MfaConfirmationData extends MfaData {
  /** Day of the grant where the park is, `YYYY-MM-DD`. */
  readonly granted: string;
  /** Of every payer, each under its own law. */
  readonly aid: readonly AidStatement[];
  readonly expires: Instant;
  readonly zone: string;
  readonly legalRemedy: string;
}

export const mfaConfirmation: Template<MfaConfirmationData> = {
  en: (data, say) => ({
    subject: `Confirmation of minimal financial assistance, ${data.reference}`,
    body: [
      `${data.park} confirms that you were given minimal financial assistance under the ${data.law} on ${say.day(data.granted)}. Its gross value is ${say.money(data.gross)}.`,
      facts(data, say, "Date given", "Gross value", "Valid until"),
      "Keep this confirmation for three years at least; a public authority may ask for it. Work may begin when you and the provider have accepted the terms.",
      ...aidBlocks(data.aid, say),
      data.legalRemedy,
      openCase("en", data),
    ],
  }),
  nl: (data, say) => ({
    subject: `Bevestiging van minimale financiële bijstand, ${data.reference}`,
    body: [
      `${data.park} bevestigt dat u op ${say.day(data.granted)} minimale financiële bijstand volgens de ${data.law} hebt gekregen. De brutowaarde is ${say.money(data.gross)}.`,
      facts(data, say, "Datum van toekenning", "Brutowaarde", "Geldig tot"),
      "Bewaar deze bevestiging minstens drie jaar; een overheid kan ernaar vragen. Het werk mag beginnen zodra u en de aanbieder de voorwaarden hebben aanvaard.",
      ...aidBlocks(data.aid, say),
      data.legalRemedy,
      openCase("nl", data),
    ],
  }),
  fr: (data, say) => ({
    subject: `Confirmation d’aide financière minimale, ${data.reference}`,
    body: [
      `${data.park} confirme vous avoir accordé le ${say.day(data.granted)} une aide financière minimale au titre du ${data.law}. Sa valeur brute est de ${say.money(data.gross)}.`,
      facts(data, say, "Date d’octroi", "Valeur brute", "Valable jusqu’au"),
      "Conservez cette confirmation au moins trois ans ; une autorité publique peut la demander. Le travail peut commencer quand vous et le prestataire avez accepté les conditions.",
      ...aidBlocks(data.aid, say),
      data.legalRemedy,
      openCase("fr", data),
    ],
  }),
  sv: (data, say) => ({
    subject: `Bekräftelse av minimalt finansiellt stöd, ${data.reference}`,
    body: [
      `${data.park} bekräftar att du den ${say.day(data.granted)} fick minimalt finansiellt stöd enligt ${data.law}. Bruttovärdet är ${say.money(data.gross)}.`,
      facts(data, say, "Beviljat den", "Bruttovärde", "Giltig till"),
      "Spara bekräftelsen i minst tre år; en myndighet kan fråga efter den. Arbetet får börja när du och leverantören har godtagit villkoren.",
      ...aidBlocks(data.aid, say),
      data.legalRemedy,
      openCase("sv", data),
    ],
  }),
  cy: (data, say) => ({
    subject: `Cadarnhad o gymorth ariannol lleiaf, ${data.reference}`,
    body: [
      `Mae ${data.park} yn cadarnhau i chi gael cymorth ariannol lleiaf o dan y ${data.law} ar ${say.day(data.granted)}. Ei werth gros yw ${say.money(data.gross)}.`,
      facts(data, say, "Dyddiad rhoi", "Gwerth gros", "Yn ddilys tan"),
      "Cadwch y cadarnhad hwn am dair blynedd o leiaf; gall awdurdod cyhoeddus ofyn amdano. Caiff y gwaith ddechrau pan fyddwch chi a’r darparwr wedi derbyn y telerau.",
      ...aidBlocks(data.aid, say),
      data.legalRemedy,
      openCase("cy", data),
    ],
  }),
};

function facts(data: MfaConfirmationData, say: Say, given: string, gross: string, until: string): Block {
  return {
    facts: [
      ...aboutCase(say.language, data),
      [given, say.day(data.granted)],
      [gross, say.money(data.gross)],
      [caseWords[say.language].value, say.money(data.value)],
      [until, say.moment(data.expires, data.zone)],
    ],
  };
}
