/** The registry of letters: one file per kind; a new letter is its file and one line here, or beside it where a task writes it by itself. */
import { callAmended } from "./kind/call-amended.ts";
import { cancelled } from "./kind/cancelled.ts";
import { changeAsked } from "./kind/change-asked.ts";
import { claimDecision } from "./kind/claim-decision.ts";
import { claimRefused } from "./kind/claim-refused.ts";
import { claimReversed } from "./kind/claim-reversed.ts";
import { decisionAward } from "./kind/decision-award.ts";
import { decisionRejection } from "./kind/decision-rejection.ts";
import { declarationAsked } from "./kind/declaration-asked.ts";
import { declarationLapsed } from "./kind/declaration-lapsed.ts";
import { digest } from "./kind/digest.ts";
import { draftAge } from "./kind/draft-age.ts";
import { enquiryAnswered } from "./kind/enquiry-answered.ts";
import { enquiryWaiting } from "./kind/enquiry-waiting.ts";
import { expired } from "./kind/expired.ts";
import { factorChanged } from "./kind/factor-changed.ts";
import { factorReset } from "./kind/factor-reset.ts";
import { handover } from "./kind/handover.ts";
import { ineligible } from "./kind/ineligible.ts";
import { kpiAsked } from "./kind/kpi-asked.ts";
import { lapsed } from "./kind/lapsed.ts";
import { mailing } from "./kind/mailing.ts";
import { memberInvited } from "./kind/member-invited.ts";
import { message } from "./kind/message.ts";
import { mfaConfirmation } from "./kind/mfa-confirmation.ts";
import { mfaLapsed } from "./kind/mfa-lapsed.ts";
import { mfaNotification } from "./kind/mfa-notification.ts";
import { offerAgain } from "./kind/offer-again.ts";
import { offerAnswered } from "./kind/offer-answered.ts";
import { paymentAdvice } from "./kind/payment-advice.ts";
import { providerAsked } from "./kind/provider-asked.ts";
import { providerInvited } from "./kind/provider-invited.ts";
import { reassigned } from "./kind/reassigned.ts";
import { receipt } from "./kind/receipt.ts";
import { recoveryAsked } from "./kind/recovery-asked.ts";
import { redress } from "./kind/redress.ts";
import { scopeChange } from "./kind/scope-change.ts";
import { signInCode } from "./kind/sign-in-code.ts";
import { validity } from "./kind/validity.ts";
import { valueChanged } from "./kind/value-changed.ts";
import { voucher } from "./kind/voucher.ts";
import { withdrawn } from "./kind/withdrawn.ts";
import { taskLetters } from "./task-letters.ts";
import type { Template } from "./template.ts";

export const letters = {
  ...taskLetters,
  receipt,
  "provider-invited": providerInvited,
  "provider-asked": providerAsked,
  "offer-answered": offerAnswered,
  "offer-again": offerAgain,
  ineligible,
  "decision-award": decisionAward,
  "decision-rejection": decisionRejection,
  "mfa-notification": mfaNotification,
  "mfa-confirmation": mfaConfirmation,
  "mfa-lapsed": mfaLapsed,
  "declaration-asked": declarationAsked,
  "declaration-lapsed": declarationLapsed,
  voucher,
  validity,
  "change-asked": changeAsked,
  "value-changed": valueChanged,
  "scope-change": scopeChange,
  message,
  mailing,
  digest,
  handover,
  "claim-decision": claimDecision,
  "claim-refused": claimRefused,
  "claim-reversed": claimReversed,
  "payment-advice": paymentAdvice,
  "recovery-asked": recoveryAsked,
  "kpi-asked": kpiAsked,
  withdrawn,
  "draft-age": draftAge,
  "call-amended": callAmended,
  lapsed,
  expired,
  cancelled,
  "factor-changed": factorChanged,
  "factor-reset": factorReset,
  "member-invited": memberInvited,
  reassigned,
  redress,
  "enquiry-answered": enquiryAnswered,
  "enquiry-waiting": enquiryWaiting,
  "sign-in-code": signInCode,
} as const;

export type LetterKind = keyof typeof letters;
export type DataOf<K extends LetterKind> = K extends LetterKind
  ? (typeof letters)[K] extends Template<infer D>
    ? D
    : never
  : never;
export const letterKinds = Object.keys(letters) as LetterKind[];
