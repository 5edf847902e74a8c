/** A voucher lapsed because its terms were not accepted in time. */
import type { Money } from "../../kernel/money.ts";
import { aboutCase, caseWords, openCase } from "../case-words.ts";
import type { Say } from "../say.ts";
import type { Block, CaseLetterData, Template } from "../template.ts";

export interface EndedVoucherData extends CaseLetterData {
  /** Voucher number. */
  readonly number: string;
  readonly value: Money;
}

export const lapsed: Template<EndedVoucherData> = {
  en: (data, say) => ({
    subject: `Lapsed: voucher ${data.number}`,
    body: [
      "The terms were not accepted by both parties within 30 days, so the voucher has lapsed. It pays nothing.",
      endedFacts(data, say),
      openCase("en", data),
    ],
  }),
  nl: (data, say) => ({
    subject: `Vervallen: voucher ${data.number}`,
    body: [
      "De voorwaarden zijn niet binnen 30 dagen door beide partijen aanvaard. De voucher is daarom vervallen en betaalt niets.",
      endedFacts(data, say),
      openCase("nl", data),
    ],
  }),
  fr: (data, say) => ({
    subject: `Caduc : chèque ${data.number}`,
    body: [
      "Les deux parties n’ont pas accepté les conditions dans les 30 jours. Le chèque est donc caduc et ne paie rien.",
      endedFacts(data, say),
      openCase("fr", data),
    ],
  }),
  sv: (data, say) => ({
    subject: `Förfallen: check ${data.number}`,
    body: [
      "Villkoren godtogs inte av båda parter inom 30 dagar. Checken har därför förfallit och betalar inget.",
      endedFacts(data, say),
      openCase("sv", data),
    ],
  }),
  cy: (data, say) => ({
    subject: `Daeth i ben: taleb ${data.number}`,
    body: [
      "Ni dderbyniwyd y telerau gan y ddau barti o fewn 30 diwrnod, felly mae’r daleb wedi dod i ben. Nid yw’n talu dim.",
      endedFacts(data, say),
      openCase("cy", data),
    ],
  }),
};

/** Which voucher ended, and what it was worth. */
export function endedFacts(data: EndedVoucherData, say: Say): Block {
  const words = caseWords[say.language];
  return {
    facts: [[words.number, data.number], [words.value, say.money(data.value)], ...aboutCase(say.language, data)],
  };
}
