/** The company learns whether the provider makes the offer. */
import type { Money } from "../../kernel/money.ts";
import { aboutCase, openCase } from "../case-words.ts";
import type { CaseLetterData, Template } from "../template.ts";

export interface OfferAnsweredData extends CaseLetterData {
  readonly provider: string;
  readonly answer: "confirmed" | "declined";
  /** Net price, as offered. */
  readonly price?: Money;
}

export const offerAnswered: Template<OfferAnsweredData> = {
  en: (data, say) => ({
    subject: `${data.provider} answered: ${data.reference}`,
    body: [
      data.answer === "confirmed"
        ? `${data.provider} has confirmed its offer. You can submit the application.`
        : `${data.provider} makes no offer. Ask another provider, and submit after that.`,
      { facts: [...aboutCase("en", data), ...price(data, "Net price", say.money)] },
      openCase("en", data),
    ],
  }),
  nl: (data, say) => ({
    subject: `${data.provider} heeft geantwoord: ${data.reference}`,
    body: [
      data.answer === "confirmed"
        ? `${data.provider} heeft de offerte bevestigd. U kunt de aanvraag indienen.`
        : `${data.provider} doet geen offerte. Vraag een andere aanbieder en dien daarna in.`,
      { facts: [...aboutCase("nl", data), ...price(data, "Nettoprijs", say.money)] },
      openCase("nl", data),
    ],
  }),
  fr: (data, say) => ({
    subject: `${data.provider} a répondu : ${data.reference}`,
    body: [
      data.answer === "confirmed"
        ? `${data.provider} a confirmé son offre. Vous pouvez déposer la demande.`
        : `${data.provider} ne fait pas d’offre. Sollicitez un autre prestataire, puis déposez la demande.`,
      { facts: [...aboutCase("fr", data), ...price(data, "Prix net", say.money)] },
      openCase("fr", data),
    ],
  }),
  sv: (data, say) => ({
    subject: `${data.provider} har svarat: ${data.reference}`,
    body: [
      data.answer === "confirmed"
        ? `${data.provider} har bekräftat sin offert. Du kan lämna in ansökan.`
        : `${data.provider} lämnar ingen offert. Fråga en annan leverantör och lämna sedan in.`,
      { facts: [...aboutCase("sv", data), ...price(data, "Nettopris", say.money)] },
      openCase("sv", data),
    ],
  }),
  cy: (data, say) => ({
    subject: `Mae ${data.provider} wedi ateb: ${data.reference}`,
    body: [
      data.answer === "confirmed"
        ? `Mae ${data.provider} wedi cadarnhau ei gynnig. Gallwch gyflwyno’r cais.`
        : `Nid yw ${data.provider} yn gwneud cynnig. Gofynnwch i ddarparwr arall, a chyflwynwch wedyn.`,
      { facts: [...aboutCase("cy", data), ...price(data, "Pris net", say.money)] },
      openCase("cy", data),
    ],
  }),
};

function price(data: OfferAnsweredData, label: string, money: (amount: Money) => string): [string, string][] {
  return data.price === undefined ? [] : [[label, money(data.price)]];
}
