/** The letter that asks money back: to the contacts of the organisation that was paid. */
import type { Case } from "../application/case.ts";
import type { EffectDraft } from "../effect/effect.ts";
import type { Moment } from "../kernel/verb.ts";
import { ownLetter } from "../letter/keep-letter.ts";
import { recoveryAsked } from "../letter/kind/recovery-asked.ts";
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
            reference: one.reference,
            title: one.title,
            park: park.name,
            path: `/cases/${one.caseId}`,
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
