/** The letters about a refused claim: to both parties, with reasons and legal remedy, and what follows in the end. */
import type { Case } from "../application/case.ts";
import type { EffectDraft } from "../effect/effect.ts";
import type { Moment } from "../kernel/verb.ts";
import type { RefusalStep } from "../letter/kind/claim-refused.ts";
import type { Recipient } from "../letter/recipient.ts";
import { joinLetters, letterChanges } from "../letter/write-letter.ts";
import { parkOf } from "../network/network-file.ts";
import { textIn } from "../network/text.ts";
import type { Change } from "../port/store.ts";
import { aboutVoucher } from "../voucher/letters.ts";
import type { Voucher } from "../voucher/voucher.ts";
import type { Claim } from "./claim.ts";

/** @param voucher as it is afterwards. */
export function refusalLetters(
  step: RefusalStep,
  one: Case,
  voucher: Voucher,
  claim: Claim,
  recipients: readonly Recipient[],
  moment: Moment,
): { changes: Change[]; effects: EffectDraft[] } {
  const park = parkOf(moment.network, one.leadPark);
  const data = { ...aboutVoucher(one, voucher, moment), step, reasons: claim.refusal?.reasons ?? "" };
  return joinLetters(
    recipients.map((to) =>
      letterChanges(
        {
          kind: "claim-refused",
          key: `claim-refused:${claim.claim}:${step}:${to.personId}`,
          stream: one.caseId,
          caseId: one.caseId,
          to,
          data: { ...data, legalRemedy: textIn(park.texts.legalRemedy, to.language, park.languages) },
        },
        moment,
      ),
    ),
  );
}
