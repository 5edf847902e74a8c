/** Refusals around a case: drafting, offer, eligibility, tasks, reviews, decisions. */
import { amount, count, type Sentences, unchanged, word } from "./say.ts";

export const caseSentences: Sentences = {
  "challenge.not-yours-to-pose": () =>
    "Challenges are posed by large companies, hospitals, universities, public bodies and patient organisations.",
  "challenge.too-many": ({ most }) =>
    `Your organisation has ${word(most)} open challenges in this park. Take one back before you pose another.`,
  "challenge.not-found": () => "There is no such challenge.",
  "challenge.in-call": ({ code }) => `The call ${word(code)} answers this challenge. It stays with the call.`,
  "challenge.withdrawn": () => `The challenge was taken back meanwhile. ${unchanged} Choose another one, or none.`,
  "case.not-found": () => "This case does not exist, or you have no part in it.",
  "case.wrong-status": ({ status }) =>
    `The case is ${word(status)} now, so this step is not open. Reload the page to see what is.`,
  "case.closed": () =>
    "This case was closed, so nobody writes in it any more. Nothing was sent. Reach the park by mail or telephone if something is still to be said.",
  "case.no-provider": () => `No provider has been chosen yet. ${unchanged}`,
  "task.already-answered": ({ by, at, outcome }) =>
    `This was answered${by === undefined ? "" : ` by ${word(by)}`}${at === undefined ? "" : ` at ${word(at)}`}: ${word(outcome)}. Your answer changed nothing.`,
  "task.not-open": () => `Nobody is asked for this answer now. ${unchanged}`,
  "task.not-due": () => `The time for this has not come yet. ${unchanged}`,
  "section.changed": ({ name, at }) =>
    `${word(name, "Somebody else")} saved this section${at === undefined ? "" : ` at ${word(at)}`}, after you opened it. Your text is still on your page; choose which one to keep.`,
  "application.not-ready": () =>
    "The application is not complete yet. The check lists what is missing; your draft is kept.",
  "application.language": () => "This call does not take applications in that language.",
  "eligibility.not-met": () =>
    "The application no longer meets the call's requirements. The check lists which; your draft is kept.",
  "call.not-found": () => "This call does not exist, or is not public yet.",
  "call.not-open": () => "This call takes no applications now. Your draft is kept.",
  "call.closed": () => "This call has closed. Your draft is kept.",
  "call.code-taken": ({ code }) => `Another call has the code ${word(code)}. ${unchanged}`,
  "call.not-publishable": () =>
    `The call cannot be published yet: a step has nobody to do it, or a budget is missing. ${unchanged}`,
  "call.wrong-state": ({ state }) => `The call is ${word(state)}, so this step is not open. ${unchanged}`,
  "amendment.not-found": () => "There is no such change of this call.",
  "amendment.another-open": () =>
    `Another change of this call waits for a second manager. ${unchanged} Publish or withdraw it first.`,
  "amendment.settled": ({ status }) => `This change of the call was ${word(status)} already. ${unchanged}`,
  "amendment.changes-nothing": () => "Nothing in this step differs from the call as it is.",
  "amendment.not-allowed": ({ fields }) => `${hindrances(fields)} ${unchanged}`,
  "release-run.another-open": () =>
    `Decisions of this call are being released now. ${unchanged} Wait until that is done.`,
  "release-run.not-ready": ({ problems }) =>
    `${count(problems, "decision")} cannot be released by you as you saw ${Array.isArray(problems) && problems.length === 1 ? "it" : "them"}. ${unchanged} Reload the page to see which.`,
  "release-run.not-found": () => "There is no such release of this call.",
  "mailing.not-ready": () =>
    "Not all of these cases can be written to by you. Nothing was sent. Reload the page to see whom it reaches now.",
  "mailing.language-missing": ({ languages }) =>
    `Subject and text are missing in a language that recipients read: ${Array.isArray(languages) ? languages.join(", ") : ""}. Nothing was sent.`,
  "mailing.changed": () =>
    "The words, the cases or the people are not those of the preview any more. Nothing was sent. Look at the preview again.",
  "mailing.sent-already": () =>
    "You have sent this very letter to the same people within a day. It was not sent again.",
  "mailing.too-many": ({ most }) =>
    `You have written to many applicants ${word(most)} times within a day, which is the most. Nothing was sent; try again tomorrow.`,
  "mailing.case-over": () => "The case has ended since the preview. Its applicant was not written to.",
  "mailing.not-found": () => "There is no such letter to many applicants.",
  "letter.not-sent-yet": () => `This letter is on its way for the first time. ${unchanged}`,
  "letter.addressee-left": ({ name }) =>
    `${word(name)} would not get this letter today: they are no contact of the company any more, or their role or review has ended. Nothing was sent, and the letter stays with the case. Write to the present contact in the messages of the case.`,
  "letter.nobody": () => `Nobody can be written to at this name any more. ${unchanged}`,
  "review-form.not-yours": () => `This form was made for another review, or for somebody else. ${unchanged}`,
  "review-form.outdated": () =>
    `This form is older than your present task: the case is reviewed anew, or by other criteria. ${unchanged} Fetch a new form.`,
  "thread.not-found": () => "There is no such thread here, or you have no part in it.",
  "offer.run-out": () =>
    `The provider's offer has run out, so no award can stand on it. ${unchanged} Ask the provider to confirm it again: it can do so on its page of the case.`,
  "offer.withdrawn": () =>
    `The provider no longer stands by its offer, so no award can stand on it. ${unchanged} Ask the provider to confirm it again on its page of the case, or propose a rejection.`,
  "offer.not-awaited": () => `Nothing is awaited of this offer now. ${unchanged}`,
  "provider.is-applicant": () => "The provider must be another organisation than the applicant.",
  "provider.is-payer": () => "A park that pays cannot be the provider. Choose another one.",
  "provider.nobody-to-ask": () =>
    "Nobody at this provider can be asked yet. Choose another one, or ask them to sign in once.",
  "provider.not-listed": () => "This organisation is not in the list of providers.",
  "provider.rejected": () => "This provider was not accepted by the network. Choose another one.",
  "payee.not-reachable": () =>
    "No payment channel of the park reaches the provider's account. The provider can name another account.",
  "screening.reasons-missing": () => "Say why the application is not eligible; the applicant gets your words.",
  "screening.question-missing": () => "Write the question that the applicant is to answer.",
  "screening.questions-most": ({ most }) =>
    `The applicant was asked ${word(most)} times. Decide on what is there: eligible, or not eligible with your reasons.`,
  "screening.refused-most": ({ most }) =>
    `A colleague refused ${word(most)} times to find this application ineligible. Find it eligible, or ask the applicant.`,
  "screening.not-proposed": () => `Nobody proposed to find this application ineligible. ${unchanged}`,
  "screening.nothing-asked": () => `No question is waiting for an answer. ${unchanged}`,
  "duties.same-person": () => "You did an earlier step of this case, so a colleague does this one.",
  "duties.reviewer": () => "You reviewed this case, so a colleague of the park does this step.",
  "duties.park-interest": ({ park }) =>
    `${word(park)} owns a party of this case, houses it for free or is one, so an approver of another park who stands in for it answers. ${unchanged}`,
  "duties.own-case": () => "You belong to a party of this case, so somebody else does this step.",
  "slot.not-found": () => "This review is not asked for any more. What you wrote is kept.",
  "slot.no-reviewer": () => "No reviewer has been found for this review yet.",
  "translation.service-away": () =>
    "The park's translation service did not answer. It is asked again by itself; nothing was lost.",
  "translation.nobody-waits-yet": () =>
    "The translation is there; reviewers are chosen as soon as the case has come to that step.",
  "translation.own-language": () => "The application is in this language already. Nothing was saved.",
  "translation.wrong-state": () => "The application is not being screened or reviewed now, so nothing was saved.",
  "translation.scope-missing": () =>
    "Translate what the provider offers too, where there is an offer. Nothing was saved.",
  "calibration.no-scores": () => "There is no score yet to compare.",
  "calibration.not-a-number": ({ application, assessor }) =>
    `What ${word(assessor)} gave ${word(application)} is not a number.`,
  "calibration.scored-twice": ({ application, assessor }) =>
    `${word(assessor)} scored ${word(application)} more than once.`,
  "ranking.too-few": ({ found, wanted }) =>
    `Only ${word(found)} applications have a score; calibration asks for ${word(wanted)}.`,
  "ranking.not-frozen": () => `Nothing can be proposed in this call before its ranking is frozen. ${unchanged}`,
  "ranking.frozen": ({ at }) =>
    `The ranking was frozen${at === undefined ? "" : ` at ${word(at)}`} already. ${unchanged}`,
  "ranking.other-version": ({ round, now }) =>
    now === undefined
      ? `Version ${word(round)} of the ranking counts no more, and none was frozen since. ${unchanged}`
      : `Version ${word(now)} of the ranking counts now, not ${word(round)}. Look at it first. ${unchanged}`,
  "ranking.superseding": () =>
    `A colleague has proposed already that this version shall not count any more. Confirm that, or refuse it. ${unchanged}`,
  "ranking.not-superseding": () => `Nobody proposes now that this version shall not count any more. ${unchanged}`,
  "ranking.no-version": () => "There is no such version of the ranking.",
  "proposal.ranking-superseded": ({ round }) =>
    `This proposal rests on version ${word(round)} of the ranking, which counts no more. The case is proposed anew once the ranking is frozen anew. ${unchanged}`,
  "ranking.cases-open": ({ cases }) =>
    `Reviews are not over for ${count(cases, "case")}, so the ranking cannot be frozen yet. ${unchanged}`,
  "ranking.ties-open": ({ ties }) =>
    `Mean and criteria leave ${count(ties, "group")} of cases equal: record the vote of the panel first. ${unchanged}`,
  "ranking.nothing-to-rank": () => `No case of this call reached its reviews. ${unchanged}`,
  "ranking.drawn": () => `The published call says that a draw parts such cases, so no vote is taken. ${unchanged}`,
  "ranking.no-tie": () => `These cases are not equal, or not all that are. ${unchanged}`,
  "ranking.votes-too-many": ({ present }) =>
    `More votes were given than members were present (${word(present)}). ${unchanged}`,
  "ranking.vote-equal": () => `The vote leaves cases equal. Vote again until each has another number. ${unchanged}`,
  "receipt.not-sent": () => "This application has not been sent yet, so there is no receipt.",
  "dry-run.no-provider": () => "No provider is asked for an offer in this dry run yet. Ask one as the company.",
  "call.changed": () => `Somebody else changed the call since you opened it. Load the page again. ${unchanged}`,
  "call.budget-set": ({ parkId }) =>
    `${word(parkId)} has given money to this call under the fund or the year that would change. Set that budget to 0 first. ${unchanged}`,
  "enquiry.not-found": () => "There is no such question about this call.",
  "enquiry.call-closed": () =>
    "This call has closed, so nothing more can be asked about it. Your question was not sent.",
  "enquiry.queue-full": () =>
    "So many questions about this call wait for an answer that no more are taken. Read those that were answered, or ask in some days.",
  "enquiry.not-published": () => `Only what was published can be corrected. ${unchanged}`,
  "enquiry.changed": () => `A colleague corrected this answer meanwhile. ${unchanged} Load the page again.`,
  "enquiry.corrected-most": ({ most }) =>
    `This answer was corrected ${word(most)} times. ${unchanged} Change the call itself, or answer anew.`,
  "enquiry.answered": () => `A colleague has answered this question already. ${unchanged}`,
  "call.not-over": ({ undecided, windows }) =>
    undecided === undefined
      ? `The call is not over: cases wait for their decision, or redress may still be asked. ${unchanged}`
      : `The call is not over: ${word(undecided, "0")} cases wait for their decision, against ${word(windows, "0")} decisions redress may still be asked. ${unchanged}`,
  "ranking.rolling": () => "A rolling call has no ranking: its cases are decided one by one.",
  "run.not-found": () => "There is no such assignment run.",
  "run.another-open": () => "Another assignment of this call is not finished. Publish it or discard it first.",
  "run.nothing-in-review": () => "No case of this call is in review.",
  "run.too-many": ({ most }) => `More than ${word(most)} cases are in review; a run takes no more.`,
  "run.wrong-state": ({ state }) => `The run is ${word(state)} now, so this step is not open. ${unchanged}`,
  "run.other-round": () => `The run was changed since you opened it. Look at the new answer first. ${unchanged}`,
  "run.case-unknown": () => "A case that was named is not part of this run.",
  "plan.not-found": () => "There is no such choice of reviewers.",
  "plan.impossible": () => "There was no plan to compare with. The record says what made it impossible.",
  "assignment.pair-unknown": () => "The plan knows no such reviewer or case.",
  "assignment.rule-unknown": () => "The plan knows no such rule.",
  "proposal.none": () => `There is no open proposal. ${unchanged}`,
  "proposal.out-of-scope": () =>
    "The application was found to be outside the call, so only a rejection can be proposed.",
  "proposal.amount-missing": () => "Enter the amount of the award.",
  "proposal.wrong-currency": ({ currency }) => `The award is in ${word(currency)}, the currency of the call.`,
  "proposal.above-requested": ({ requested, currency }) =>
    `The award is above what was asked for (${amount(requested, currency)}).`,
  "proposal.above-maximum": ({ maximumAward, currency }) =>
    `The award is above the limit of this call (${amount(maximumAward, currency)}).`,
  "proposal.below-minimum": ({ minimumAward, currency }) =>
    `The award is below the least of this call (${amount(minimumAward, currency)}).`,
  "proposal.out-of-order": () =>
    "Earlier complete applications still wait, and the money would not be enough for them after this one. Give the reason, or wait.",
  "redress.none": () => `Nobody asked for redress on this case. ${unchanged}`,
  "redress.asked-before": ({ at }) =>
    `Redress was asked on this case before${at === undefined ? "" : `, at ${word(at)}`}; it can be asked once.`,
  "redress.too-late": ({ until }) => `Redress could be asked until ${word(until)}. ${unchanged}`,
  "redress.waits": ({ until }) =>
    `The cancellation of this voucher can be asked about until ${word(until)}; then what was cut of the claim can be, as long as before. ${unchanged}`,
  "redress.amount-missing": () => "Say how much: a part of it is upheld.",
  "redress.amount": ({ most, currency }) => `A part of it is less than what was asked for (${amount(most, currency)}).`,
  "redress.not-now": ({ status }) =>
    `The case is in the state ${word(status)}: uphold the request once no claim and no payment is under way. ${unchanged}`,
  "redress.nothing-left": ({ value, currency }) =>
    `Nothing is left of the award of ${amount(value, currency)}, so no more can be paid. ${unchanged}`,
  "redress.no-stacking-room": ({ percent }) =>
    `All governments together already pay ${word(percent)} percent of the cost, so no more can be paid. ${unchanged}`,
  "redress.no-record": ({ park, currency }) =>
    `This cancellation was made before it was kept what ${word(park)} got back in ${word(currency)}, so it cannot be held again to the cent. ${unchanged}`,
  "redress.no-money": ({ park, year, free, wanted, currency }) =>
    `${word(park)} has ${amount(free, currency)} free in ${word(year)} with what it keeps for redress; ${amount(wanted, currency)} is needed. ${unchanged}`,
  "redress.year-closed": ({ park, year }) =>
    `${word(park)} has closed the budget year ${word(year)} and has no later one for this call. ${unchanged}`,
  "redress.recovery-received": ({ received, currency }) =>
    `${amount(received, currency)} has come in already; the recovery cannot become less than that. ${unchanged}`,
  "redress.reasons-missing": () => "Say why the request cannot be examined; the applicant gets your words.",
  "letter.not-found": () => "This letter does not exist, or was not written to you.",
  "statement.not-signed": () => "Sign the statement for your company, or refuse it.",
  "approval.content-changed": () => "What you were asked to approve has changed. Read it again, then answer.",
  "approval.reason-missing": () => "Say why, so that the proposal can be made better.",
  "approval.missing": () => "Not every paying park has approved yet.",
  "approval.no-policy": () => "The network file has no approval rule for this amount. Ask the operator.",
  "approval.not-a-payer": () => "This park does not pay in this case.",
  "approval.not-your-turn": () =>
    "Your park is asked one person after the other, and a colleague is asked first. You get a letter when it is your turn.",
  "approval.delegated": ({ until }) =>
    `You handed this answer to a colleague until ${word(until)}. Take it back to answer yourself.`,
  "approval.no-delegation": () => "The approval rule of your park for this amount lets nobody hand an answer on.",
  "approval.delegate-again": () =>
    "This answer was handed to you. Ask the colleague who did so to take it back and to hand it to somebody else.",
  "approval.delegate-unfit": () => "This person may not answer in your place. Choose another colleague.",
  "approval.delegation-day": ({ today }) => `Choose a day from ${word(today)} on.`,
  "approval.not-delegated": () =>
    "There is nothing to take back: you handed this answer to nobody, or your colleague has answered.",
  "approval.wrong-currency": () => "The approval rule is in another currency. Ask the operator.",
};

const whyNot: Readonly<Record<string, string>> = {
  fixed: "stays as it was published: awards of one call stand on the same ground",
  reviewed: "stays as it is, because reviews have begun by it",
  closed: "cannot move any more: the call has closed",
  past: "cannot move to an instant that has passed",
  worse: "cannot become worse for those who have applied already",
};

/** Every field that may not change, with its reason. */
function hindrances(fields: unknown): string {
  const list = Array.isArray(fields) ? (fields as { field: string; why: string }[]) : [];
  return list.map(({ field, why }) => `"${word(field)}" ${whyNot[why] ?? "cannot change"}.`).join(" ");
}
