/** The letters that tell both parties what became of a voucher's validity: suspended, going on, extended. */
import type { Case } from "../application/case.ts";
import type { EffectDraft } from "../effect/effect.ts";
import type { Moment } from "../kernel/verb.ts";
import type { ValidityStep } from "../letter/kind/validity.ts";
import type { Recipient } from "../letter/recipient.ts";
import { joinLetters, letterChanges } from "../letter/write-letter.ts";
import type { Change } from "../port/store.ts";
import { aboutVoucher } from "./letters.ts";
import type { Voucher } from "./voucher.ts";

/** @param voucher as it is afterwards. @param reasons of the park; may be empty. */
export function validityLetters(
  step: ValidityStep,
  one: Case,
  voucher: Voucher,
  reasons: string,
  recipients: readonly Recipient[],
  moment: Moment,
): { changes: Change[]; effects: EffectDraft[] } {
  const nth = voucher.suspensions?.length ?? 0;
  const data = { ...aboutVoucher(one, voucher, moment), step, reasons };
  return joinLetters(
    recipients.map((to) =>
      letterChanges(
        {
          kind: "validity",
          key: `validity:${step}:${nth}:${to.personId}`,
          stream: one.caseId,
          caseId: one.caseId,
          to,
          data,
        },
        moment,
      ),
    ),
  );
}
