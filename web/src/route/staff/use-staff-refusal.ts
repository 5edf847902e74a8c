/** Refusals of the API that staff may meet, in the reader's own language. */
import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { ApiProblem } from "../../problem.ts";
import { type Facts, recordsOf, textOf } from "../case/facts-text.ts";
import { type Format, useFormat } from "../case/use-format.ts";
import { useDutyWords } from "./duty-words.ts";
import { moneyRefusals } from "./money-refusals.ts";
import { useRequirementNames } from "./requirement-list.tsx";

/** Gives a problem its sentence; one without keeps the API's. */
export function useStaffRefusal(): (problem: ApiProblem | null) => ApiProblem | null {
  const { i18n } = useLingui();
  const format = useFormat();
  const duty = useDutyWords();
  const requirementName = useRequirementNames();
  return (problem) => {
    if (problem === null) return null;
    const { status, code, facts, errors, faultId } = problem;
    const sentence =
      status === 403 &&
      (code.startsWith("duties.") ||
        code.startsWith("approval.") ||
        code === "second-factor.stale" ||
        code === "actor.role-needed")
        ? duty({ code, facts })
        : sentences(i18n, format, facts, requirementName)[code]?.();
    if (sentence === undefined) return problem;
    return new ApiProblem(status, code, sentence, { errors, facts, ...(faultId === undefined ? {} : { faultId }) });
  };
}

function sentences(
  i18n: I18n,
  format: Format,
  facts: Facts,
  requirementName: (id: string) => string,
): Readonly<Record<string, () => string>> {
  const money = (name: string) => {
    const amount = facts[name];
    const currency = textOf(facts, "currency");
    return typeof amount === "number" && currency !== "" ? format.money({ amount, currency }) : "";
  };
  return {
    "case.wrong-status": () => i18n._("The case has moved on, so this step is closed. Nothing was changed."),
    "offer.run-out": () =>
      i18n._(
        "The offer has run out, so no award can stand on it. Nothing was changed. Ask the provider to confirm it again: it can do so on its page of the case.",
      ),
    "offer.withdrawn": () =>
      i18n._(
        "The provider has taken its offer back, so no award can stand on it. Nothing was changed. Ask it to confirm again on its page of the case, or propose a rejection.",
      ),
    "task.already-answered": () => {
      const at = textOf(facts, "at");
      return at === ""
        ? i18n._("Somebody answered this before you. Nothing was changed by your answer.")
        : i18n._("Somebody answered this before you, {moment}. Nothing was changed by your answer.", {
            moment: format.moment(at),
          });
    },
    "task.not-open": () => i18n._("Nobody is asked for this answer now. Nothing was changed."),
    "eligibility.not-met": () =>
      i18n._("Not every requirement holds: {names}. Nothing was changed.", {
        names: recordsOf(facts, "failing")
          .map((one) => requirementName(textOf(one, "requirement")))
          .join(", "),
      }),
    "proposal.above-requested": () =>
      i18n._("The amount is above what was asked, {requested}.", { requested: money("requested") }),
    "proposal.above-maximum": () =>
      i18n._("The amount is above the most of this call, {maximum}.", { maximum: money("maximumAward") }),
    "proposal.below-minimum": () =>
      i18n._("The amount is below the least of this call, {minimum}.", { minimum: money("minimumAward") }),
    "proposal.out-of-order": () =>
      i18n._(
        "Earlier cases ask {earlier}, and the pot would not carry them after this one. Say why this one comes first.",
        {
          earlier: money("earlierAsked"),
        },
      ),
    "budget.too-little": () =>
      i18n._("The pot holds {available}, less than the {asked} of this award. Nothing was reserved.", {
        available: money("available"),
        asked: money("asked"),
      }),
    "aid.no-room": () =>
      i18n._("Under the aid ceiling {room} is left, less than {asked}. Nothing was reserved.", {
        room: money("room"),
        asked: money("asked"),
      }),
    "approval.content-changed": () =>
      i18n._("The proposal changed since you read it. Read it again, then answer. Nothing was changed."),
    "approval.reason-missing": () => i18n._("Say why: your words go back with the proposal."),
    "review.wrong-count": () =>
      i18n._("This plan wants {wanted, plural, one {# reviewer} other {# reviewers}}.", {
        wanted: Number(facts.wanted),
      }),
    "review.bound-broken": () => i18n._("This choice breaks a bound of the plan. Say why, or choose others."),
    "review.none-filed": () => i18n._("This review counts no more already. Reload the page. Nothing was changed."),
    "review.aside-late": () => i18n._("The decision is released, so what it rests on stays. Nothing was changed."),
    "review.aside-ranked": () =>
      i18n._(
        "The frozen ranking counts this review. Two managers supersede that version first; then set the review aside. Nothing was changed.",
      ),
    "review.hard-conflict": () => i18n._("A hard conflict bars this reviewer. Choose another."),
    "review.already-tried": () => i18n._("This reviewer was asked for this case before. Choose another."),
    "review.waits-for-run": () =>
      i18n._("This call assigns the reviewers of all its cases in one run. Start it, or name reviewers by hand."),
    "review.waits-for-translation": () =>
      i18n._("The application is in none of the call’s review languages. Add a translation first."),
    "review.no-plan": () => i18n._("There is still no plan that keeps every rule. Nothing was changed."),
    "translation.wrong-state": () =>
      i18n._("The application is not being screened or reviewed now. Nothing was saved."),
    "translation.scope-missing": () => i18n._("Translate what the provider offers too. Nothing was saved."),
    "claim.reason-needed": () => i18n._("Say why: the claimant reads it."),
    "claim.nothing-payable": () => i18n._("Nothing would be payable. Ask the claimant, or accept more."),
    "claim.accepted-too-much": () => i18n._("A line cannot be accepted above its net amount."),
    "claim.not-assessed": () => i18n._("The manager has not assessed the claim yet."),
    "redress.pending": () => i18n._("A request for redress is being examined; its outcome comes first."),
    "redress.amount-missing": () => i18n._("Type the amount: a part of it is upheld."),
    "redress.amount": () => i18n._("The amount must be less than what was asked back."),
    "redress.not-now": () =>
      i18n._("A claim or a payment is under way. Uphold the request once it is settled. Nothing was changed."),
    "redress.nothing-left": () => i18n._("Nothing is left of the award, so no more can be paid. Nothing was changed."),
    "redress.no-stacking-room": () =>
      i18n._(
        "All governments together already pay as much of the cost as they may, so no more can be paid. Nothing was changed.",
      ),
    "redress.no-record": () =>
      i18n._(
        "This cancellation was made before it was kept what {park} got back in {currency}, so it cannot be held again to the cent. Nothing was changed.",
        { park: textOf(facts, "park"), currency: textOf(facts, "currency") },
      ),
    "redress.no-money": () =>
      i18n._(
        "{park} has {free} free in {year}, with what it keeps for redress; {wanted} is needed. Nothing was changed.",
        {
          park: textOf(facts, "park"),
          year: textOf(facts, "year"),
          free: money("free"),
          wanted: money("wanted"),
        },
      ),
    "redress.year-closed": () =>
      i18n._("{park} has closed the budget year {year} and has no later one for this call. Nothing was changed.", {
        park: textOf(facts, "park"),
        year: textOf(facts, "year"),
      }),
    "redress.recovery-received": () =>
      i18n._("{received} has come in already; the recovery cannot become less than that. Nothing was changed.", {
        received: money("received"),
      }),
    "claim.supplement": () =>
      textOf(facts, "wanted") === "again"
        ? i18n._("Redress asked to check this again, and the voucher is used further: let it go on.")
        : i18n._("Redress asked to check this again on a voucher that was paid: end it."),
    "redress.still-open": () =>
      i18n._("Redress may still be asked, until {day}. The voucher cannot end before.", {
        day: format.date(textOf(facts, "until")),
      }),
    ...moneyRefusals(i18n, format, facts, money),
  };
}
