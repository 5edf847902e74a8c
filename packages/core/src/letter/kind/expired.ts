/** A voucher expired: no report came within 30 days after its validity. */
import { openCase } from "../case-words.ts";
import type { Template } from "../template.ts";
import { type EndedVoucherData, endedFacts } from "./lapsed.ts";

export const expired: Template<EndedVoucherData> = {
  en: (data, say) => ({
    subject: `Expired: voucher ${data.number}`,
    body: [
      "No report came within 30 days after the voucher’s validity, so the voucher has expired. What was not claimed is not paid.",
      endedFacts(data, say),
      openCase("en", data),
    ],
  }),
  nl: (data, say) => ({
    subject: `Verlopen: voucher ${data.number}`,
    body: [
      "Binnen 30 dagen na de geldigheid is geen verslag ingediend. De voucher is daarom verlopen. Wat niet is gedeclareerd, wordt niet betaald.",
      endedFacts(data, say),
      openCase("nl", data),
    ],
  }),
  fr: (data, say) => ({
    subject: `Expiré : chèque ${data.number}`,
    body: [
      "Aucun rapport n’a été remis dans les 30 jours suivant la fin de validité. Le chèque est donc expiré. Ce qui n’a pas été réclamé n’est pas payé.",
      endedFacts(data, say),
      openCase("fr", data),
    ],
  }),
  sv: (data, say) => ({
    subject: `Utgången: check ${data.number}`,
    body: [
      "Ingen rapport kom inom 30 dagar efter checkens giltighetstid. Checken har därför gått ut. Det som inte har begärts betalas inte.",
      endedFacts(data, say),
      openCase("sv", data),
    ],
  }),
  cy: (data, say) => ({
    subject: `Wedi dirwyn i ben: taleb ${data.number}`,
    body: [
      "Ni ddaeth adroddiad o fewn 30 diwrnod ar ôl cyfnod dilysrwydd y daleb, felly mae’r daleb wedi dirwyn i ben. Ni thelir yr hyn na hawliwyd.",
      endedFacts(data, say),
      openCase("cy", data),
    ],
  }),
};
