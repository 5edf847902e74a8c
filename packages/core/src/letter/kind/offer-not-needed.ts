/** A company asks another provider for its offer: the one that was asked before, or had offered, is bound no more. */
import { aboutCase } from "../case-words.ts";
import type { CaseLetterData, Template } from "../template.ts";

export type OfferNotNeededData = CaseLetterData & { readonly applicant: string; readonly provider: string };

export const offerNotNeeded: Template<OfferNotNeededData> = {
  en: (data) => ({
    subject: `Your offer is no longer needed: ${data.reference}`,
    body: [
      `${data.applicant} asks another provider now. ${data.provider} is not expected to offer any more, and an offer that it made binds nobody.`,
      { facts: aboutCase("en", data) },
    ],
  }),
  nl: (data) => ({
    subject: `Uw offerte is niet meer nodig: ${data.reference}`,
    body: [
      `${data.applicant} vraagt het nu aan een andere dienstverlener. Van ${data.provider} wordt geen offerte meer verwacht, en een offerte die al was gedaan, bindt niemand.`,
      { facts: aboutCase("nl", data) },
    ],
  }),
  fr: (data) => ({
    subject: `Votre offre n’est plus nécessaire : ${data.reference}`,
    body: [
      `${data.applicant} s’adresse désormais à un autre prestataire. Aucune offre n’est plus attendue de ${data.provider}, et celle qui aurait été faite n’engage personne.`,
      { facts: aboutCase("fr", data) },
    ],
  }),
  sv: (data) => ({
    subject: `Er offert behövs inte längre: ${data.reference}`,
    body: [
      `${data.applicant} frågar nu en annan leverantör. Ingen offert väntas längre från ${data.provider}, och en offert som redan har lämnats binder ingen.`,
      { facts: aboutCase("sv", data) },
    ],
  }),
  cy: (data) => ({
    subject: `Nid oes angen eich cynnig mwyach: ${data.reference}`,
    body: [
      `Mae ${data.applicant} yn gofyn i ddarparwr arall bellach. Ni ddisgwylir cynnig gan ${data.provider} mwyach, ac nid yw cynnig a wnaed yn rhwymo neb.`,
      { facts: aboutCase("cy", data) },
    ],
  }),
};
