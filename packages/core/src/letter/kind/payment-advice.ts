/** The bank has booked a payment: amount, day and reference, so that the payee finds it on its statement. */
import type { Money } from "../../kernel/money.ts";
import { aboutCase, openCase } from "../case-words.ts";
import type { CaseLetterData, Template } from "../template.ts";

export interface PaymentAdviceData extends CaseLetterData {
  /** Voucher number. */
  readonly number: string;
  readonly amount: Money;
  /** Name of the organisation that was paid. */
  readonly payee: string;
  /** Day on which the bank booked it. */
  readonly bookedOn: string;
  /** End-to-end reference on the payee's statement. */
  readonly endToEndId: string;
}

export const paymentAdvice: Template<PaymentAdviceData> = {
  en: (data, say) => ({
    subject: `Paid: ${say.money(data.amount)} for voucher ${data.number}`,
    body: [
      `${data.park} has paid ${data.payee}. The bank booked it on ${say.day(data.bookedOn)}.`,
      {
        facts: [
          ["Amount", say.money(data.amount)],
          ["Reference on your statement", data.endToEndId],
          ...aboutCase("en", data),
        ],
      },
      openCase("en", data),
    ],
  }),
  nl: (data, say) => ({
    subject: `Betaald: ${say.money(data.amount)} voor voucher ${data.number}`,
    body: [
      `${data.park} heeft ${data.payee} betaald. De bank heeft het geboekt op ${say.day(data.bookedOn)}.`,
      {
        facts: [
          ["Bedrag", say.money(data.amount)],
          ["Referentie op uw rekeningafschrift", data.endToEndId],
          ...aboutCase("nl", data),
        ],
      },
      openCase("nl", data),
    ],
  }),
  fr: (data, say) => ({
    subject: `Payé : ${say.money(data.amount)} pour le chèque ${data.number}`,
    body: [
      `${data.park} a payé ${data.payee}. La banque a comptabilisé le paiement le ${say.day(data.bookedOn)}.`,
      {
        facts: [
          ["Montant", say.money(data.amount)],
          ["Référence sur votre relevé", data.endToEndId],
          ...aboutCase("fr", data),
        ],
      },
      openCase("fr", data),
    ],
  }),
  sv: (data, say) => ({
    subject: `Betalat: ${say.money(data.amount)} för check ${data.number}`,
    body: [
      `${data.park} har betalat ${data.payee}. Banken bokförde betalningen den ${say.day(data.bookedOn)}.`,
      {
        facts: [
          ["Belopp", say.money(data.amount)],
          ["Referens på ditt kontoutdrag", data.endToEndId],
          ...aboutCase("sv", data),
        ],
      },
      openCase("sv", data),
    ],
  }),
  cy: (data, say) => ({
    subject: `Talwyd: ${say.money(data.amount)} am daleb ${data.number}`,
    body: [
      `Mae ${data.park} wedi talu ${data.payee}. Cofnododd y banc y taliad ar ${say.day(data.bookedOn)}.`,
      {
        facts: [
          ["Swm", say.money(data.amount)],
          ["Cyfeirnod ar eich cyfriflen", data.endToEndId],
          ...aboutCase("cy", data),
        ],
      },
      openCase("cy", data),
    ],
  }),
};
