/** The letters that tell both parties what became of a voucher's validity: suspended, going on, extended. */
import type { Case } from "../application/case.ts";
import type { EffectDraft } from "../effect/effect.ts";
import type { Moment } from "../kernel/verb.ts";
import type { ValidityStep } from "../letter/kind/validity.ts";
import { askedNow, type Recipient } from "../letter/recipient.ts";
import { joinLetters, letterChanges } from "../letter/write-letter.ts";
import type { Change } from "../port/store.ts";
import { aboutVoucher } from "./letters.ts";
import { partyContacts, type UseFacts } from "./use-facts.ts";
import type { Voucher } from "./voucher.ts";

/** @param voucher as it is afterwards. @param reasons of the park; may be empty. @param bound last day of the fund, where it ends the validity. */
export function validityLetters(
  step: ValidityStep,
  one: Case,
  voucher: Voucher,
  reasons: string,
  recipients: readonly Recipient[],
  moment: Moment,
  bound?: string,
): { changes: Change[]; effects: EffectDraft[] } {
  const nth = voucher.suspensions?.length ?? 0;
  const data = { ...aboutVoucher(one, voucher, moment), step, reasons, ...(bound === undefined ? {} : { bound }) };
  return joinLetters(
    recipients.map((to) =>
      letterChanges(
        {
          kind: "validity",
          key: `validity:${step}:${step === "bounded" ? voucher.expires : nth}:${to.personId}`,
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

/** Not all days for which a voucher stood still could be added: to finance, and to both parties unless another letter tells them. */
export function boundLetters(
  one: Case,
  voucher: Voucher,
  bound: string | undefined,
  facts: Pick<UseFacts, "applicants" | "providers" | "finance">,
  tell: "finance" | "all",
  moment: Moment,
): { changes: Change[]; effects: EffectDraft[] } {
  if (bound === undefined) return { changes: [], effects: [] };
  const finance = askedNow(facts.finance ?? [], moment.now);
  const to = [...(tell === "all" ? partyContacts(facts) : []), ...finance];
  return validityLetters("bounded", one, voucher, "", to, moment, bound);
}
