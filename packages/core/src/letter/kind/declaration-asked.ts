/** Before aid is granted whose law wants a fresh declaration: what the park means to award, and the signature that is asked for again. */
import { assessmentBlocks } from "../assessment-words.ts";
import { aboutCase, caseWords, openCase } from "../case-words.ts";
import type { Say } from "../say.ts";
import type { Block, Template } from "../template.ts";
import type { MfaNotificationData } from "./mfa-notification.ts";

export interface DeclarationAskedData extends MfaNotificationData {
  /** Day of the last signature, `YYYY-MM-DD`; undefined where there is none. */
  readonly signedOn: string | undefined;
  /** How many days old it may be at the grant. */
  readonly days: number;
}

export const declarationAsked: Template<DeclarationAskedData> = {
  en: (data, say) => ({
    subject: `Decision on ${data.reference}: sign your declaration again`,
    body: [
      `${data.park} means to award you a voucher of ${say.money(data.value)} for the service of ${data.provider}. It pays ${say.percent(data.intensity)} of the accepted net cost.`,
      `The aid falls under the ${data.law}. Your declaration of other aid may be at most ${data.days} days old when it is granted.`,
      ...(data.signedOn === undefined ? [] : [`You signed it last on ${say.day(data.signedOn)}.`]),
      `Read in your case what you declared, correct it where something has changed, and sign it again. What counts is de minimis aid from ${say.day(data.from)} on; with this award it must stay within ${say.money(data.ceiling)}.`,
      "You have 15 working days. Nothing is granted before your signature; without one, or if you refuse, the award lapses.",
      aidFacts(data, say, "Aid counted", "Ceiling"),
      ...conditionBlocks(data, "Conditions:"),
      ...assessmentBlocks(data.assessment, say),
      data.legalRemedy,
      openCase("en", data),
    ],
  }),
  nl: (data, say) => ({
    subject: `Beslissing over ${data.reference}: onderteken uw verklaring opnieuw`,
    body: [
      `${data.park} wil u een voucher van ${say.money(data.value)} toekennen voor de dienst van ${data.provider}. De voucher betaalt ${say.percent(data.intensity)} van de aanvaarde nettokosten.`,
      `De steun valt onder de ${data.law}. Uw verklaring over andere steun mag bij de toekenning hoogstens ${data.days} dagen oud zijn.`,
      ...(data.signedOn === undefined ? [] : [`U hebt ze het laatst ondertekend op ${say.day(data.signedOn)}.`]),
      `Lees in uw dossier wat u hebt verklaard, verbeter wat veranderd is en onderteken opnieuw. De-minimissteun vanaf ${say.day(data.from)} telt mee; met deze toekenning moet ze binnen ${say.money(data.ceiling)} blijven.`,
      "U hebt 15 werkdagen. Vóór uw handtekening wordt niets toegekend; zonder handtekening, of als u weigert, vervalt de toekenning.",
      aidFacts(data, say, "Meegetelde steun", "Plafond"),
      ...conditionBlocks(data, "Bijzondere voorwaarden:"),
      ...assessmentBlocks(data.assessment, say),
      data.legalRemedy,
      openCase("nl", data),
    ],
  }),
  fr: (data, say) => ({
    subject: `Décision sur ${data.reference} : signez à nouveau votre déclaration`,
    body: [
      `${data.park} entend vous accorder un chèque de ${say.money(data.value)} pour le service de ${data.provider}. Il paie ${say.percent(data.intensity)} du coût net accepté.`,
      `L’aide relève du texte suivant : ${data.law}. Votre déclaration des autres aides peut dater de ${data.days} jours au plus lors de l’octroi.`,
      ...(data.signedOn === undefined
        ? []
        : [`Vous l’avez signée pour la dernière fois le ${say.day(data.signedOn)}.`]),
      `Relisez dans votre dossier ce que vous avez déclaré, corrigez ce qui a changé et signez à nouveau. Comptent les aides de minimis depuis le ${say.day(data.from)} ; avec cet octroi, elles doivent rester sous ${say.money(data.ceiling)}.`,
      "Vous avez 15 jours ouvrables. Rien n’est accordé avant votre signature ; sans elle, ou si vous refusez, l’octroi devient caduc.",
      aidFacts(data, say, "Aide comptée", "Plafond"),
      ...conditionBlocks(data, "Conditions particulières :"),
      ...assessmentBlocks(data.assessment, say),
      data.legalRemedy,
      openCase("fr", data),
    ],
  }),
  sv: (data, say) => ({
    subject: `Beslut om ${data.reference}: skriv under din förklaring igen`,
    body: [
      `${data.park} avser att bevilja dig en check på ${say.money(data.value)} för tjänsten från ${data.provider}. Den betalar ${say.percent(data.intensity)} av den godtagna nettokostnaden.`,
      `Stödet omfattas av ${data.law}. Din förklaring om annat stöd får vara högst ${data.days} dagar gammal när det beviljas.`,
      ...(data.signedOn === undefined ? [] : [`Du skrev senast under den ${say.day(data.signedOn)}.`]),
      `Läs i ärendet vad du har förklarat, rätta det som har ändrats och skriv under igen. Stöd av mindre betydelse från och med ${say.day(data.from)} räknas; med detta beslut måste det hålla sig inom ${say.money(data.ceiling)}.`,
      "Du har 15 arbetsdagar på dig. Inget beviljas före din underskrift; utan den, eller om du avstår, förfaller beslutet.",
      aidFacts(data, say, "Stöd som räknas", "Tak"),
      ...conditionBlocks(data, "Särskilda villkor:"),
      ...assessmentBlocks(data.assessment, say),
      data.legalRemedy,
      openCase("sv", data),
    ],
  }),
  cy: (data, say) => ({
    subject: `Penderfyniad ar ${data.reference}: llofnodwch eich datganiad eto`,
    body: [
      `Mae ${data.park} yn bwriadu dyfarnu taleb o ${say.money(data.value)} i chi ar gyfer gwasanaeth ${data.provider}. Mae’n talu ${say.percent(data.intensity)} o’r gost net a dderbynnir.`,
      `Mae’r cymorth yn dod o dan y ${data.law}. Caiff eich datganiad am gymorth arall fod yn ${data.days} diwrnod oed ar y mwyaf pan roddir y cymorth.`,
      ...(data.signedOn === undefined ? [] : [`Fe’i llofnodwyd gennych ddiwethaf ar ${say.day(data.signedOn)}.`]),
      `Darllenwch yn eich achos yr hyn a ddatganwyd gennych, cywirwch unrhyw beth sydd wedi newid, a llofnodwch eto. Mae cymorth de minimis o ${say.day(data.from)} ymlaen yn cyfrif; gyda’r dyfarniad hwn rhaid iddo aros o fewn ${say.money(data.ceiling)}.`,
      "Mae gennych 15 diwrnod gwaith. Ni roddir dim cyn eich llofnod; hebddo, neu os gwrthodwch, daw’r dyfarniad i ben.",
      aidFacts(data, say, "Cymorth a gyfrifir", "Terfyn"),
      ...conditionBlocks(data, "Amodau:"),
      ...assessmentBlocks(data.assessment, say),
      data.legalRemedy,
      openCase("cy", data),
    ],
  }),
};

function aidFacts(data: DeclarationAskedData, say: Say, counted: string, ceiling: string): Block {
  return {
    facts: [
      ...aboutCase(say.language, data),
      [caseWords[say.language].value, say.money(data.value)],
      [counted, say.money(data.gross)],
      [ceiling, say.money(data.ceiling)],
    ],
  };
}

function conditionBlocks(data: DeclarationAskedData, heading: string): Block[] {
  return data.conditions.trim() === "" ? [] : [heading, { quote: data.conditions }];
}
