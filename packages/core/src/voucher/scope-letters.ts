/** The letters that tell the parties of another description of their service: proposed, agreed, or come to nothing. */
import type { Case } from "../application/case.ts";
import type { CasePart } from "../application/handover.ts";
import type { EffectDraft } from "../effect/effect.ts";
import type { Moment } from "../kernel/verb.ts";
import { ownLetter } from "../letter/keep-letter.ts";
import type { ScopeStep } from "../letter/kind/scope-change.ts";
import { scopeChange } from "../letter/kind/scope-change.ts";
import type { Recipient } from "../letter/recipient.ts";
import { joinLetters } from "../letter/write-letter.ts";
import { parkOf } from "../network/network-file.ts";
import type { Change } from "../port/store.ts";
import { aboutVoucher } from "./letters.ts";
import type { ScopeChange } from "./scope.ts";
import type { Voucher } from "./voucher.ts";

/** The company, the provider or the lead park, as the others know it. */
export function nameOf(one: Case, who: CasePart | "park", { network }: Pick<Moment, "network">): string {
  if (who === "park") return parkOf(network, one.leadPark).name;
  return who === "applicant" ? one.applicantName : (one.providerName ?? "");
}

/** @param told by whom, with which reasons of theirs, and until when an answer is wanted */
export function scopeLetters(
  step: ScopeStep,
  { one, voucher, change }: { readonly one: Case; readonly voucher: Voucher; readonly change: ScopeChange },
  told: { readonly by: string; readonly reasons: string; readonly due?: Moment["now"] },
  recipients: readonly Recipient[],
  moment: Moment,
): { changes: Change[]; effects: EffectDraft[] } {
  const { scope, days, contentHash } = change;
  const { expires: _, ...about } = aboutVoucher(one, voucher, moment);
  const data = { ...about, step, scope, ...(days === undefined ? {} : { days }), ...told };
  return joinLetters(
    recipients.map((to) =>
      ownLetter(
        scopeChange,
        {
          kind: "scope-change",
          key: `scope-change:${step}:${contentHash}:${to.personId}`,
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
