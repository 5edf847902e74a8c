/** The voucher itself: number, value, validity and parties; SME and provider each get it. */
import type { Instant } from "../../kernel/instant.ts";
import type { Money } from "../../kernel/money.ts";
import { aboutCase, caseWords, openCase } from "../case-words.ts";
import type { Say } from "../say.ts";
import type { Block, CaseLetterData, Template } from "../template.ts";

export interface VoucherData extends CaseLetterData {
  readonly number: string;
  readonly value: Money;
  readonly applicant: string;
  readonly provider: string;
  readonly expires: Instant;
  readonly zone: string;
}

export const voucher: Template<VoucherData> = {
  en: (data, say) => ({
    subject: `Voucher ${data.number}`,
    body: [
      `${data.park} has issued this voucher.`,
      facts(data, say, "Valid until"),
      "Finish the work before it expires and file the report at most 30 days after that.",
      openCase("en", data),
    ],
  }),
  nl: (data, say) => ({
    subject: `Voucher ${data.number}`,
    body: [
      `${data.park} heeft deze voucher uitgegeven.`,
      facts(data, say, "Geldig tot"),
      "Voltooi het werk voordat hij vervalt en dien het verslag uiterlijk 30 dagen daarna in.",
      openCase("nl", data),
    ],
  }),
  fr: (data, say) => ({
    subject: `Chèque ${data.number}`,
    body: [
      `${data.park} a émis ce chèque.`,
      facts(data, say, "Valable jusqu’au"),
      "Terminez le travail avant son expiration et remettez le rapport au plus tard 30 jours après.",
      openCase("fr", data),
    ],
  }),
  sv: (data, say) => ({
    subject: `Check ${data.number}`,
    body: [
      `${data.park} har utfärdat den här checken.`,
      facts(data, say, "Giltig till"),
      "Slutför arbetet innan den förfaller och lämna rapporten senast 30 dagar därefter.",
      openCase("sv", data),
    ],
  }),
  cy: (data, say) => ({
    subject: `Taleb ${data.number}`,
    body: [
      `Mae ${data.park} wedi cyhoeddi’r daleb hon.`,
      facts(data, say, "Yn ddilys tan"),
      "Gorffennwch y gwaith cyn iddi ddod i ben a chyflwynwch yr adroddiad o fewn 30 diwrnod wedi hynny fan bellaf.",
      openCase("cy", data),
    ],
  }),
};

function facts(data: VoucherData, say: Say, until: string): Block {
  const words = caseWords[say.language];
  return {
    facts: [
      [words.number, data.number],
      [words.value, say.money(data.value)],
      [until, say.moment(data.expires, data.zone)],
      [words.applicant, data.applicant],
      [words.provider, data.provider],
      ...aboutCase(say.language, data),
    ],
  };
}
