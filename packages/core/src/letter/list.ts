/** The registry of letters: one file per kind; a new letter is its file and one line: here where one act writes it, else among those that are shared or that tasks write by themselves. */
import { awardAnew } from "./kind/award-anew.ts";
import { callAmended } from "./kind/call-amended.ts";
import { draftAge } from "./kind/draft-age.ts";
import { enquiryAnswered } from "./kind/enquiry-answered.ts";
import { enquiryWaiting } from "./kind/enquiry-waiting.ts";
import { factorChanged } from "./kind/factor-changed.ts";
import { factorReset } from "./kind/factor-reset.ts";
import { handover } from "./kind/handover.ts";
import { kpiAsked } from "./kind/kpi-asked.ts";
import { mailing } from "./kind/mailing.ts";
import { memberInvited } from "./kind/member-invited.ts";
import { offerAgain } from "./kind/offer-again.ts";
import { offerNotNeeded } from "./kind/offer-not-needed.ts";
import { offerOver } from "./kind/offer-over.ts";
import { organisationChecked } from "./kind/organisation-checked.ts";
import { providerAsked } from "./kind/provider-asked.ts";
import { reassigned } from "./kind/reassigned.ts";
import { recoveryAsked } from "./kind/recovery-asked.ts";
import { recoveryCancelled } from "./kind/recovery-cancelled.ts";
import { scopeChange } from "./kind/scope-change.ts";
import { valueChanged } from "./kind/value-changed.ts";
import { sharedLetters } from "./shared-letters.ts";
import type { Template } from "./template.ts";

export const letters = {
  ...sharedLetters,
  // Each is loaded with the act that writes it (`ownLetter`), not with every function that writes some letter.
  "provider-asked": providerAsked,
  "award-anew": awardAnew,
  "offer-again": offerAgain,
  "offer-not-needed": offerNotNeeded,
  "offer-over": offerOver,
  "value-changed": valueChanged,
  "scope-change": scopeChange,
  mailing,
  handover,
  "recovery-asked": recoveryAsked,
  "recovery-cancelled": recoveryCancelled,
  "kpi-asked": kpiAsked,
  "draft-age": draftAge,
  "call-amended": callAmended,
  "factor-changed": factorChanged,
  "factor-reset": factorReset,
  "member-invited": memberInvited,
  "organisation-checked": organisationChecked,
  reassigned,
  "enquiry-answered": enquiryAnswered,
  "enquiry-waiting": enquiryWaiting,
} as const;

export type LetterKind = keyof typeof letters;
export type DataOf<K extends LetterKind> = K extends LetterKind
  ? (typeof letters)[K] extends Template<infer D>
    ? D
    : never
  : never;
export const letterKinds = Object.keys(letters) as LetterKind[];
