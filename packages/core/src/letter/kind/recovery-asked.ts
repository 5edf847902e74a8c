/** A park asks paid money back: how much, until when, why, and what can be done about it. */
import type { Money } from "../../kernel/money.ts";
import { aboutCase, caseWords, openCase } from "../case-words.ts";
import { mayAskRedress } from "../redress-words.ts";
import type { CaseLetterData, Template } from "../template.ts";

export interface RecoveryAskedData extends CaseLetterData {
  readonly amount: Money;
  /** Last day on which it is to be paid. */
  readonly due: string;
  readonly reasons: string;
  readonly legalRemedy: string;
}

export const recoveryAsked: Template<RecoveryAskedData> = {
  en: (data, say) => ({
    subject: `To be paid back: ${say.money(data.amount)} for ${data.reference}`,
    body: [
      `${data.park} asks back money that it paid for this case. Pay it by ${say.day(data.due)}, with the reference below.`,
      { facts: [["Amount to pay back", say.money(data.amount)], ...aboutCase("en", data)] },
      `${caseWords.en.reasons}:`,
      { quote: data.reasons },
      mayAskRedress.en,
      data.legalRemedy,
      openCase("en", data),
    ],
  }),
  nl: (data, say) => ({
    subject: `Terug te betalen: ${say.money(data.amount)} voor ${data.reference}`,
    body: [
      `${data.park} vraagt geld terug dat voor dit dossier is betaald. Betaal het uiterlijk op ${say.day(data.due)}, met de referentie hieronder.`,
      { facts: [["Terug te betalen bedrag", say.money(data.amount)], ...aboutCase("nl", data)] },
      `${caseWords.nl.reasons}:`,
      { quote: data.reasons },
      mayAskRedress.nl,
      data.legalRemedy,
      openCase("nl", data),
    ],
  }),
  fr: (data, say) => ({
    subject: `À rembourser : ${say.money(data.amount)} pour ${data.reference}`,
    body: [
      `${data.park} demande le remboursement d’une somme versée pour ce dossier. Payez-la au plus tard le ${say.day(data.due)}, avec la référence ci-dessous.`,
      { facts: [["Montant à rembourser", say.money(data.amount)], ...aboutCase("fr", data)] },
      `${caseWords.fr.reasons} :`,
      { quote: data.reasons },
      mayAskRedress.fr,
      data.legalRemedy,
      openCase("fr", data),
    ],
  }),
  sv: (data, say) => ({
    subject: `Ska betalas tillbaka: ${say.money(data.amount)} för ${data.reference}`,
    body: [
      `${data.park} begär tillbaka pengar som har betalats ut i ärendet. Betala senast ${say.day(data.due)} och ange referensen nedan.`,
      { facts: [["Belopp att betala tillbaka", say.money(data.amount)], ...aboutCase("sv", data)] },
      `${caseWords.sv.reasons}:`,
      { quote: data.reasons },
      mayAskRedress.sv,
      data.legalRemedy,
      openCase("sv", data),
    ],
  }),
  cy: (data, say) => ({
    subject: `I’w ad-dalu: ${say.money(data.amount)} ar gyfer ${data.reference}`,
    body: [
      `Mae ${data.park} yn gofyn am arian a dalwyd ar gyfer yr achos hwn yn ôl. Talwch erbyn ${say.day(data.due)}, gan nodi’r cyfeirnod isod.`,
      { facts: [["Swm i’w ad-dalu", say.money(data.amount)], ...aboutCase("cy", data)] },
      `${caseWords.cy.reasons}:`,
      { quote: data.reasons },
      mayAskRedress.cy,
      data.legalRemedy,
      openCase("cy", data),
    ],
  }),
};
