/** Refusals around reviews: writing them, filing them, choosing who writes them, and what becomes of them. */
import { type Sentences, unchanged, word } from "./say.ts";

export const reviewSentences: Sentences = {
  "review.not-accepted": () => "Declare first that you have no conflict; then the application opens.",
  "review.already-filed": () => `This review was filed before. ${unchanged}`,
  "review.redaction-late": () =>
    "What the applicant reads can be changed until something is proposed. Send the proposal back first.",
  "review.comment-unknown": () => "There is no filed comment here. Nothing was changed.",
  "review.changed": () => "This review was saved in another window. Your words are still on your page.",
  "review.incomplete": () => "Some criteria have no mark or no comment yet. Your draft is kept.",
  "review.reason-missing": () => "Say why, so that the manager can find somebody else.",
  "review.conflict-unnamed": () => "Name the conflict, so that it is on record.",
  "review.hard-conflict": () => "This person has a conflict that excludes them. Choose another one.",
  "review.already-tried": () => "This person was asked before. Choose another one.",
  "review.not-a-reviewer": () => "This person is not a reviewer of the network.",
  "review.bound-broken": () =>
    "This choice breaks a rule of the review plan. Give the reason why it is right all the same.",
  "review.wrong-count": ({ wanted }) => `The review plan wants ${word(wanted, "another number of")} reviewers.`,
  "review.waits-for-run": () =>
    "This call assigns the reviewers of all its cases in one run. Start it, or name reviewers by hand.",
  "review.waits-for-translation": () =>
    "The application is in none of the call's review languages. Add a translation first, then choose again.",
  "review.no-plan": () => "There is still no plan that keeps every rule. Nothing was changed; name reviewers by hand.",
  "review.missing": () => "A review that the plan wants is missing.",
  "review.none-filed": () => `Nobody's filed review counts here, so there is none to set aside. ${unchanged}`,
  "review.aside-late": () =>
    `The decision is released, so what it rests on stays. ${unchanged} Redress is the way against it.`,
  "review.aside-ranked": () =>
    `The frozen ranking of the call counts this review. ${unchanged} Two managers supersede that version first; then set the review aside.`,
};
