/** A voucher was cancelled by two people of the park, with their reasons and what can be done about it. */
import type { Language } from "../../person/person.ts";
import { caseWords, openCase } from "../case-words.ts";
import { mayAskRedress } from "../redress-words.ts";
import type { Template } from "../template.ts";
import { type EndedVoucherData, endedFacts } from "./lapsed.ts";

export interface CancelledData extends EndedVoucherData {
  readonly reasons: string;
  readonly legalRemedy: string;
  /** The reader's organisation may ask for redress. */
  readonly mayAsk?: boolean;
}

export const cancelled: Template<CancelledData> = {
  en: (data, say) => ({
    subject: `Cancelled: voucher ${data.number}`,
    body: [
      `${data.park} has cancelled the voucher.`,
      endedFacts(data, say),
      `${caseWords.en.reasons}:`,
      { quote: data.reasons },
      ...redress("en", data),
      data.legalRemedy,
      openCase("en", data),
    ],
  }),
  nl: (data, say) => ({
    subject: `Ingetrokken: voucher ${data.number}`,
    body: [
      `${data.park} heeft de voucher ingetrokken.`,
      endedFacts(data, say),
      `${caseWords.nl.reasons}:`,
      { quote: data.reasons },
      ...redress("nl", data),
      data.legalRemedy,
      openCase("nl", data),
    ],
  }),
  fr: (data, say) => ({
    subject: `Annulé : chèque ${data.number}`,
    body: [
      `${data.park} a annulé le chèque.`,
      endedFacts(data, say),
      `${caseWords.fr.reasons} :`,
      { quote: data.reasons },
      ...redress("fr", data),
      data.legalRemedy,
      openCase("fr", data),
    ],
  }),
  sv: (data, say) => ({
    subject: `Återkallad: check ${data.number}`,
    body: [
      `${data.park} har återkallat checken.`,
      endedFacts(data, say),
      `${caseWords.sv.reasons}:`,
      { quote: data.reasons },
      ...redress("sv", data),
      data.legalRemedy,
      openCase("sv", data),
    ],
  }),
  cy: (data, say) => ({
    subject: `Canslwyd: taleb ${data.number}`,
    body: [
      `Mae ${data.park} wedi canslo’r daleb.`,
      endedFacts(data, say),
      `${caseWords.cy.reasons}:`,
      { quote: data.reasons },
      ...redress("cy", data),
      data.legalRemedy,
      openCase("cy", data),
    ],
  }),
};

function redress(language: Language, { mayAsk }: CancelledData): string[] {
  return mayAsk === true ? [mayAskRedress[language]] : [];
}
