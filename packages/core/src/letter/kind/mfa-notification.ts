/** Before minimal financial assistance is given: what the park means to award, its gross value, and the statement that the law wants first. */
import type { Money } from "../../kernel/money.ts";
import { type Assessment, assessmentBlocks } from "../assessment-words.ts";
import { aboutCase, caseWords, openCase } from "../case-words.ts";
import type { Say } from "../say.ts";
import type { Block, CaseLetterData, Template } from "../template.ts";

/** The assistance: its value before tax, the ceiling it counts against, and the days that count. */
export interface MfaData extends CaseLetterData {
  readonly provider: string;
  /** The whole award, in the call's currency. */
  readonly value: Money;
  readonly gross: Money;
  readonly ceiling: Money;
  readonly from: string;
  readonly until: string;
  readonly law: string;
}

export interface MfaNotificationData extends MfaData {
  readonly intensity: number;
  readonly conditions: string;
  readonly assessment?: Assessment;
  readonly legalRemedy: string;
}

export const mfaNotification: Template<MfaNotificationData> = {
  en: (data, say) => ({
    subject: `Decision on ${data.reference}: your statement is needed`,
    body: [
      `${data.park} means to award you a voucher of ${say.money(data.value)} for the service of ${data.provider}. It pays ${say.percent(data.intensity)} of the accepted net cost.`,
      `This is a notification of minimal financial assistance under the ${data.law}. The gross value of the assistance is ${say.money(data.gross)}.`,
      `Before it can be given, confirm in your case that your enterprise stays within ${say.money(data.ceiling)}, this assistance included. What counts is minimal financial assistance and comparable subsidies from ${say.day(data.from)} on.`,
      "You have 15 working days. Nothing is granted before your statement; without one, or if you refuse, the award lapses.",
      mfaFacts(data, say, "Gross value", "Ceiling"),
      ...conditionBlocks(data, "Conditions:"),
      ...assessmentBlocks(data.assessment, say),
      data.legalRemedy,
      openCase("en", data),
    ],
  }),
  nl: (data, say) => ({
    subject: `Beslissing over ${data.reference}: uw verklaring is nodig`,
    body: [
      `${data.park} wil u een voucher van ${say.money(data.value)} toekennen voor de dienst van ${data.provider}. De voucher betaalt ${say.percent(data.intensity)} van de aanvaarde nettokosten.`,
      `Dit is een kennisgeving van minimale financiële bijstand volgens de ${data.law}. De brutowaarde van de bijstand is ${say.money(data.gross)}.`,
      `Bevestig eerst in uw dossier dat uw onderneming binnen ${say.money(data.ceiling)} blijft, deze bijstand inbegrepen. Minimale financiële bijstand en vergelijkbare subsidies vanaf ${say.day(data.from)} tellen mee.`,
      "U hebt 15 werkdagen. Vóór uw verklaring wordt niets toegekend; zonder verklaring, of als u weigert, vervalt de toekenning.",
      mfaFacts(data, say, "Brutowaarde", "Plafond"),
      ...conditionBlocks(data, "Bijzondere voorwaarden:"),
      ...assessmentBlocks(data.assessment, say),
      data.legalRemedy,
      openCase("nl", data),
    ],
  }),
  fr: (data, say) => ({
    subject: `Décision sur ${data.reference} : votre déclaration est nécessaire`,
    body: [
      `${data.park} entend vous accorder un chèque de ${say.money(data.value)} pour le service de ${data.provider}. Il paie ${say.percent(data.intensity)} du coût net accepté.`,
      `Ceci est la notification d’une aide financière minimale au titre du ${data.law}. La valeur brute de l’aide est de ${say.money(data.gross)}.`,
      `Avant l’octroi, confirmez dans votre dossier que votre entreprise reste sous ${say.money(data.ceiling)}, cette aide comprise. Comptent les aides financières minimales et les subventions comparables depuis le ${say.day(data.from)}.`,
      "Vous avez 15 jours ouvrables. Rien n’est accordé avant votre déclaration ; sans elle, ou si vous refusez, l’octroi devient caduc.",
      mfaFacts(data, say, "Valeur brute", "Plafond"),
      ...conditionBlocks(data, "Conditions particulières :"),
      ...assessmentBlocks(data.assessment, say),
      data.legalRemedy,
      openCase("fr", data),
    ],
  }),
  sv: (data, say) => ({
    subject: `Beslut om ${data.reference}: din förklaring behövs`,
    body: [
      `${data.park} avser att bevilja dig en check på ${say.money(data.value)} för tjänsten från ${data.provider}. Den betalar ${say.percent(data.intensity)} av den godtagna nettokostnaden.`,
      `Detta är ett meddelande om minimalt finansiellt stöd enligt ${data.law}. Stödets bruttovärde är ${say.money(data.gross)}.`,
      `Innan stödet kan ges ska du i ärendet bekräfta att företaget håller sig inom ${say.money(data.ceiling)}, detta stöd inräknat. Minimalt finansiellt stöd och jämförbara subventioner från och med ${say.day(data.from)} räknas.`,
      "Du har 15 arbetsdagar på dig. Inget beviljas före din förklaring; utan den, eller om du avstår, förfaller beslutet.",
      mfaFacts(data, say, "Bruttovärde", "Tak"),
      ...conditionBlocks(data, "Särskilda villkor:"),
      ...assessmentBlocks(data.assessment, say),
      data.legalRemedy,
      openCase("sv", data),
    ],
  }),
  cy: (data, say) => ({
    subject: `Penderfyniad ar ${data.reference}: mae angen eich datganiad`,
    body: [
      `Mae ${data.park} yn bwriadu dyfarnu taleb o ${say.money(data.value)} i chi ar gyfer gwasanaeth ${data.provider}. Mae’n talu ${say.percent(data.intensity)} o’r gost net a dderbynnir.`,
      `Hysbysiad o gymorth ariannol lleiaf yw hwn o dan y ${data.law}. Gwerth gros y cymorth yw ${say.money(data.gross)}.`,
      `Cyn y gellir ei roi, cadarnhewch yn eich achos fod eich menter yn aros o fewn ${say.money(data.ceiling)}, gan gynnwys y cymorth hwn. Mae cymorth ariannol lleiaf a chymorthdaliadau tebyg o ${say.day(data.from)} ymlaen yn cyfrif.`,
      "Mae gennych 15 diwrnod gwaith. Ni roddir dim cyn eich datganiad; hebddo, neu os gwrthodwch, daw’r dyfarniad i ben.",
      mfaFacts(data, say, "Gwerth gros", "Terfyn"),
      ...conditionBlocks(data, "Amodau:"),
      ...assessmentBlocks(data.assessment, say),
      data.legalRemedy,
      openCase("cy", data),
    ],
  }),
};

function mfaFacts(data: MfaData, say: Say, gross: string, ceiling: string): Block {
  return {
    facts: [
      ...aboutCase(say.language, data),
      [caseWords[say.language].value, say.money(data.value)],
      [gross, say.money(data.gross)],
      [ceiling, say.money(data.ceiling)],
    ],
  };
}

function conditionBlocks(data: MfaNotificationData, heading: string): Block[] {
  return data.conditions.trim() === "" ? [] : [heading, { quote: data.conditions }];
}
