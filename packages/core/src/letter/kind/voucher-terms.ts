/** SME and provider are asked to accept the terms of an issued voucher. */
import type { TaskLetterData } from "../../task/task-letter.ts";
import type { Template } from "../template.ts";
import { wanted } from "./reminder.ts";
import { parties } from "./review-invitation.ts";

export const voucherTerms: Template<TaskLetterData> = {
  en: (data, say) => ({
    subject: `Accept the terms of voucher ${data.reference}`,
    body: [
      `${data.park} has issued the voucher. Work may begin when company and provider have accepted the terms.`,
      "If one of them has not accepted by then, the voucher lapses.",
      ...parties(data, say),
      ...wanted(data, say),
    ],
  }),
  nl: (data, say) => ({
    subject: `Aanvaard de voorwaarden van voucher ${data.reference}`,
    body: [
      `${data.park} heeft de voucher uitgegeven. Het werk mag beginnen zodra bedrijf en aanbieder de voorwaarden hebben aanvaard.`,
      "Heeft een van beide ze dan niet aanvaard, dan vervalt de voucher.",
      ...parties(data, say),
      ...wanted(data, say),
    ],
  }),
  fr: (data, say) => ({
    subject: `Acceptez les conditions du chèque ${data.reference}`,
    body: [
      `${data.park} a émis le chèque. Le travail peut commencer quand l’entreprise et le prestataire ont accepté les conditions.`,
      "Si l’un des deux ne les a pas acceptées dans ce délai, le chèque devient caduc.",
      ...parties(data, say),
      ...wanted(data, say),
    ],
  }),
  sv: (data, say) => ({
    subject: `Godta villkoren för checken ${data.reference}`,
    body: [
      `${data.park} har utfärdat checken. Arbetet får börja när företaget och leverantören har godtagit villkoren.`,
      "Om någon av dem inte har godtagit dem till dess förfaller checken.",
      ...parties(data, say),
      ...wanted(data, say),
    ],
  }),
  cy: (data, say) => ({
    subject: `Derbyniwch delerau taleb ${data.reference}`,
    body: [
      `Mae ${data.park} wedi cyhoeddi’r daleb. Caiff y gwaith ddechrau pan fydd y cwmni a’r darparwr wedi derbyn y telerau.`,
      "Os na fydd un ohonynt wedi derbyn erbyn hynny, bydd y daleb yn dod i ben.",
      ...parties(data, say),
      ...wanted(data, say),
    ],
  }),
};
