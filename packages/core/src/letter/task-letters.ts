/** The letters that tasks write by themselves: the functions that open and remind load these and no other. */
import type { EffectDraft } from "../effect/effect.ts";
import type { Moment } from "../kernel/verb.ts";
import type { Change } from "../port/store.ts";
import { keepLetter, type LetterDraft } from "./keep-letter.ts";
import { approvalAsked } from "./kind/approval-asked.ts";
import { changeAsked } from "./kind/change-asked.ts";
import { escalation } from "./kind/escalation.ts";
import { query } from "./kind/query.ts";
import { question } from "./kind/question.ts";
import { reminder } from "./kind/reminder.ts";
import { reviewInvitation } from "./kind/review-invitation.ts";
import { serviceToConfirm } from "./kind/service-to-confirm.ts";
import { voucherTerms } from "./kind/voucher-terms.ts";

export const taskLetters = {
  reminder,
  escalation,
  "review-invitation": reviewInvitation,
  "approval-asked": approvalAsked,
  "change-asked": changeAsked,
  question,
  "service-to-confirm": serviceToConfirm,
  "voucher-terms": voucherTerms,
  query,
} as const;

/** As `letterChanges`, of these kinds. */
export function taskLetterChanges<K extends keyof typeof taskLetters>(
  draft: LetterDraft<K>,
  moment: Moment,
): { changes: Change[]; effects: EffectDraft[] } {
  return keepLetter(taskLetters[draft.kind], draft, moment);
}
