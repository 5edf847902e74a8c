/** The letters that ask money back, and that say it is no longer asked: to the contacts of the organisation that was paid. */
import type { Case } from "../application/case.ts";
import type { EffectDraft } from "../effect/effect.ts";
import type { Money } from "../kernel/money.ts";
import type { Moment } from "../kernel/verb.ts";
import { ownLetter } from "../letter/keep-letter.ts";
import { recoveryAsked } from "../letter/kind/recovery-asked.ts";
import { recoveryCancelled } from "../letter/kind/recovery-cancelled.ts";
import type { Recipient } from "../letter/recipient.ts";
import { joinLetters } from "../letter/write-letter.ts";
import { parkOf } from "../network/network-file.ts";
import { textIn } from "../network/text.ts";
import type { Change } from "../port/store.ts";
import type { Recovery } from "./recovery.ts";

export function recoveryLetters(
  one: Case,
  { recovery, parkId, amount, due, reasons }: Recovery,
  recipients: readonly Recipient[],
  moment: Moment,
): { changes: Change[]; effects: EffectDraft[] } {
  const park = parkOf(moment.network, parkId);
  return joinLetters(
    recipients.map((to) =>
      ownLetter(
        recoveryAsked,
        {
          kind: "recovery-asked",
          key: `recovery-asked:${recovery}:${to.personId}`,
          stream: one.caseId,
          caseId: one.caseId,
          to,
          data: {
            ...aboutOf(one, park.name),
            amount,
            due,
            reasons,
            legalRemedy: textIn(park.texts.legalRemedy, to.language, park.languages),
          },
        },
        moment,
      ),
    ),
  );
}

/** @param amount what was still owed when it was cancelled */
export function cancelledLetters(
  one: Case,
  { recovery, parkId }: Pick<Recovery, "recovery" | "parkId">,
  { amount, reasons }: { readonly amount: Money; readonly reasons: string },
  recipients: readonly Recipient[],
  moment: Moment,
): { changes: Change[]; effects: EffectDraft[] } {
  const data = { ...aboutOf(one, parkOf(moment.network, parkId).name), amount, reasons };
  const key = (to: Recipient) => `recovery-cancelled:${recovery}:${to.personId}`;
  const about = { kind: "recovery-cancelled", stream: one.caseId, caseId: one.caseId, data } as const;
  return joinLetters(recipients.map((to) => ownLetter(recoveryCancelled, { ...about, key: key(to), to }, moment)));
}

function aboutOf({ reference, title, caseId }: Case, park: string) {
  return { reference, title, park, path: `/cases/${caseId}` };
}
