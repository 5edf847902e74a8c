/** A park asks no longer for money back: nothing of it is to be paid any more, and why. */
import type { Money } from "../../kernel/money.ts";
import { aboutCase, caseWords, openCase } from "../case-words.ts";
import type { CaseLetterData, Template } from "../template.ts";

export interface RecoveryCancelledData extends CaseLetterData {
  /** What was still to be paid back. */
  readonly amount: Money;
  readonly reasons: string;
}

export const recoveryCancelled: Template<RecoveryCancelledData> = {
  en: (data, say) => ({
    subject: `No longer to be paid back: ${say.money(data.amount)} for ${data.reference}`,
    body: [
      `${data.park} no longer asks this money back. Do not pay it; what you have paid already is settled with you by the park.`,
      { facts: [["No longer owed", say.money(data.amount)], ...aboutCase("en", data)] },
      `${caseWords.en.reasons}:`,
      { quote: data.reasons },
      openCase("en", data),
    ],
  }),
  nl: (data, say) => ({
    subject: `Niet meer terug te betalen: ${say.money(data.amount)} voor ${data.reference}`,
    body: [
      `${data.park} vraagt dit geld niet meer terug. Betaal het niet; wat u al betaalde, regelt het park met u.`,
      { facts: [["Niet meer verschuldigd", say.money(data.amount)], ...aboutCase("nl", data)] },
      `${caseWords.nl.reasons}:`,
      { quote: data.reasons },
      openCase("nl", data),
    ],
  }),
  fr: (data, say) => ({
    subject: `N’est plus à rembourser : ${say.money(data.amount)} pour ${data.reference}`,
    body: [
      `${data.park} ne demande plus le remboursement de cette somme. Ne la payez pas ; le parc règle avec vous ce que vous auriez déjà payé.`,
      { facts: [["N’est plus dû", say.money(data.amount)], ...aboutCase("fr", data)] },
      `${caseWords.fr.reasons} :`,
      { quote: data.reasons },
      openCase("fr", data),
    ],
  }),
  sv: (data, say) => ({
    subject: `Ska inte längre betalas tillbaka: ${say.money(data.amount)} för ${data.reference}`,
    body: [
      `${data.park} begär inte längre tillbaka pengarna. Betala dem inte; det du redan har betalat gör parken upp med dig.`,
      { facts: [["Inte längre att betala", say.money(data.amount)], ...aboutCase("sv", data)] },
      `${caseWords.sv.reasons}:`,
      { quote: data.reasons },
      openCase("sv", data),
    ],
  }),
  cy: (data, say) => ({
    subject: `Nid oes angen ad-dalu mwyach: ${say.money(data.amount)} ar gyfer ${data.reference}`,
    body: [
      `Nid yw ${data.park} yn gofyn am yr arian hwn yn ôl mwyach. Peidiwch â’i dalu; bydd y parc yn setlo gyda chi yr hyn a dalwyd eisoes.`,
      { facts: [["Ddim yn ddyledus mwyach", say.money(data.amount)], ...aboutCase("cy", data)] },
      `${caseWords.cy.reasons}:`,
      { quote: data.reasons },
      openCase("cy", data),
    ],
  }),
};
