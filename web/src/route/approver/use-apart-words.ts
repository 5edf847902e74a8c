/** Why an approval is looked at by itself, in the reader's words. */
import { useLingui } from "@lingui/react";
import type { ApartReason } from "../staff/alike-query.ts";

export function useApartWords(): Readonly<Record<ApartReason, string>> {
  const { i18n } = useLingui();
  return {
    rejection: i18n._("It is a rejection."),
    "amount-differs": i18n._("The award is not what was asked for."),
    conditions: i18n._("It has conditions."),
    "out-of-order": i18n._("It comes before earlier cases, with a reason."),
    "sent-back": i18n._("It was decided on before and came back."),
    "colleague-noted": i18n._("Somebody who approved it left a note."),
    "own-park": i18n._("The park has an interest of its own in it."),
    "bound-waived": i18n._("A bound on its reviewers was waived."),
    "scope-doubted": i18n._("A reviewer doubted that it is within the call."),
    conflict: i18n._("Somebody who reviewed it or acted on it has a tie to a party."),
    "review-missing": i18n._("A review is missing or left a criterion open."),
    "reviews-differ": i18n._("Its reviews differ."),
    "below-threshold": i18n._("Its score is below the threshold."),
    budget: i18n._("The budget does not hold all of it."),
    "aid-room": i18n._("The room under an aid ceiling is too small or not assessed."),
    "two-approvers": i18n._("The amount needs two approvers."),
    "second-factor": i18n._("The amount needs your second factor once more."),
    alone: i18n._("Nothing differs, but no other of its call is like it."),
  };
}
