/** To the payee: an accepted claim is looked at again before anything was paid, so the earlier letter no longer holds. */
import { caseWords, openCase } from "../case-words.ts";
import type { Say } from "../say.ts";
import type { Block, CaseLetterData, Template } from "../template.ts";

export interface ClaimReversedData extends CaseLetterData {
  /** Voucher number. */
  readonly number: string;
}

export const claimReversed: Template<ClaimReversedData> = {
  en: (data, say) => ({
    subject: `Looked at again: claim on voucher ${data.number}`,
    body: [
      `${data.park} had accepted this claim and looks at it again before it is paid. What our last letter said of it no longer holds; you get another with the result.`,
      voucherFacts(data, say),
      openCase("en", data),
    ],
  }),
  nl: (data, say) => ({
    subject: `Opnieuw bekeken: declaratie op voucher ${data.number}`,
    body: [
      `${data.park} had deze declaratie aanvaard en bekijkt ze opnieuw voor ze wordt betaald. Wat onze vorige brief erover zei, geldt niet meer; u krijgt een nieuwe met het resultaat.`,
      voucherFacts(data, say),
      openCase("nl", data),
    ],
  }),
  fr: (data, say) => ({
    subject: `Réexamen : demande de paiement du chèque ${data.number}`,
    body: [
      `${data.park} avait accepté cette demande et la réexamine avant de la payer. Ce que disait notre dernière lettre n’est plus valable ; vous en recevrez une autre avec le résultat.`,
      voucherFacts(data, say),
      openCase("fr", data),
    ],
  }),
  sv: (data, say) => ({
    subject: `Granskas igen: begäran om betalning för check ${data.number}`,
    body: [
      `${data.park} hade godkänt begäran och granskar den igen innan den betalas. Det som vårt senaste brev sade gäller inte längre; ni får ett nytt med resultatet.`,
      voucherFacts(data, say),
      openCase("sv", data),
    ],
  }),
  cy: (data, say) => ({
    subject: `Edrychir eto: hawliad ar daleb ${data.number}`,
    body: [
      `Roedd ${data.park} wedi derbyn yr hawliad hwn ac mae’n edrych arno eto cyn ei dalu. Nid yw’r hyn a ddywedodd ein llythyr diwethaf amdano yn dal mwyach; cewch un arall gyda’r canlyniad.`,
      voucherFacts(data, say),
      openCase("cy", data),
    ],
  }),
};

function voucherFacts(data: ClaimReversedData, { language }: Say): Block {
  return { facts: [[caseWords[language].number, data.number]] };
}
