/** Letters that several acts write, or one that everybody waits for: loaded with whatever writes any of them. */
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
import { expired } from "./kind/expired.ts";
import { ineligible } from "./kind/ineligible.ts";
import { lapsed } from "./kind/lapsed.ts";
import { message } from "./kind/message.ts";
import { mfaConfirmation } from "./kind/mfa-confirmation.ts";
import { mfaLapsed } from "./kind/mfa-lapsed.ts";
import { mfaNotification } from "./kind/mfa-notification.ts";
import { offerAnswered } from "./kind/offer-answered.ts";
import { paymentAdvice } from "./kind/payment-advice.ts";
import { providerInvited } from "./kind/provider-invited.ts";
import { receipt } from "./kind/receipt.ts";
import { redress } from "./kind/redress.ts";
import { signInCode } from "./kind/sign-in-code.ts";
import { validity } from "./kind/validity.ts";
import { voucher } from "./kind/voucher.ts";
import { withdrawn } from "./kind/withdrawn.ts";
import { taskLetters } from "./task-letters.ts";

export const sharedLetters = {
  ...taskLetters,
  receipt,
  "provider-invited": providerInvited,
  "offer-answered": offerAnswered,
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
  message,
  digest,
  "claim-decision": claimDecision,
  "claim-refused": claimRefused,
  "claim-reversed": claimReversed,
  "payment-advice": paymentAdvice,
  withdrawn,
  lapsed,
  expired,
  cancelled,
  redress,
  "sign-in-code": signInCode,
} as const;
