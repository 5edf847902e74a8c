/** Refusals of the API that the parties of a case may meet, in the reader's own language. */
import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { ApiProblem } from "../../problem.ts";
import { channelReasons } from "./channel-words.ts";
import { type Facts, recordsOf, textOf } from "./facts-text.ts";
import { type Format, useFormat } from "./use-format.ts";

/** Gives a problem its sentence in the reader's language; one without keeps the API's. */
export function useRefusal(): (problem: ApiProblem | null) => ApiProblem | null {
  const { i18n } = useLingui();
  const format = useFormat();
  return (problem) => {
    if (problem === null) return null;
    const sentence = sentences(i18n, format, problem.facts)[problem.code]?.();
    if (sentence === undefined) return problem;
    const { status, code, errors, facts, faultId } = problem;
    return new ApiProblem(status, code, sentence, { errors, facts, ...(faultId === undefined ? {} : { faultId }) });
  };
}

function sentences(i18n: I18n, format: Format, facts: Facts): Readonly<Record<string, () => string>> {
  const moment = (name: string) => format.moment(textOf(facts, name));
  return {
    "account.number-wrong": () =>
      i18n._(
        "The number of the account or the BIC cannot be right. Compare it with your statement. Nothing was changed.",
      ),
    "account.change-waiting": () =>
      i18n._("Another account was named before and is not in force yet. Nothing was changed."),
    "application.not-ready": () => i18n._("Something is still missing. Nothing was sent."),
    "case.wrong-status": () => i18n._("The case has moved on, so this step is closed. Nothing was changed."),
    "call.not-open": () => i18n._("The call is not open. Nothing was changed."),
    "task.already-answered": () => {
      const at = textOf(facts, "at");
      return at === ""
        ? i18n._("Somebody answered this before you. Nothing was changed by your answer.")
        : i18n._("Somebody answered this before you, on {moment}. Nothing was changed by your answer.", {
            moment: format.moment(at),
          });
    },
    "redress.asked-before": () => i18n._("A new look was asked for before; that can be done once."),
    "redress.pending": () =>
      i18n._("A request on this case is being examined. You can ask about this decision once it is answered."),
    "redress.too-late": () =>
      i18n._("A new look could be asked for until {moment}. Nothing was sent.", { moment: moment("until") }),
    "statement.not-signed": () => i18n._("Sign the statement for your company, or refuse it."),
    "task.not-open": () => i18n._("Nobody is asked for this answer now. Nothing was changed."),
    "actor.member-needed": () => i18n._("Your part in the organisation does not allow this. An owner can change it."),
    "duties.same-person": () =>
      i18n._("You have accepted for the other side already, so another person accepts for this one."),
    "offer.not-awaited": () => i18n._("Nothing is awaited of this offer now. Nothing was changed."),
    "provider.asked-often": () =>
      i18n._("At most {most} providers can be asked by mail. Nothing was sent. Choose one of the list.", {
        most: textOf(facts, "most"),
      }),
    "provider.invited-often": () =>
      i18n._(
        "One application can ask at most {most} providers one after the other. Nobody was asked. Keep the one that is asked now, or start another application.",
        { most: textOf(facts, "most") },
      ),
    "provider.asked-too-often": () =>
      i18n._(
        "Too many providers were asked by mail today, or this one was asked often. Nothing was sent. Try again tomorrow, or choose one of the list.",
      ),
    "provider.ask-over": () =>
      i18n._(
        "This request was taken back, another provider has answered, or its 30 days are over. Ask the company to send it again.",
      ),
    "invitation.not-found": () =>
      i18n._(
        "There is no such request, or not any more: it was answered, another provider was chosen, or it was sent to another address. Sign in with the address that got it.",
      ),
    "provider.not-listed": () => i18n._("This provider is not on the list any more."),
    "provider.is-applicant": () => i18n._("Your own company cannot be the provider."),
    "provider.is-payer": () => i18n._("The park that pays cannot be the provider."),
    "provider.rejected": () => i18n._("A park has refused this provider. Choose another."),
    "provider.nobody-to-ask": () =>
      i18n._("Nobody of this provider can be reached yet. Ask your park to add a contact."),
    "payee.not-reachable": () =>
      i18n._(
        "No payment of the park reaches your account ({reasons}). Name one on the page of your organisation, or ask your park; then confirm again.",
        {
          reasons: channelReasons(
            i18n,
            format,
            recordsOf(facts, "unreached").flatMap((one) => recordsOf(one, "reasons")),
          ).join("; "),
        },
      ),
    "voucher.expired": () =>
      i18n._("The voucher expired on {day}, and the 30 days to report are over.", { day: moment("expires") }),
    "voucher.change-pending": () =>
      i18n._("Another description of the service waits for an answer; that comes first. Nothing was changed."),
    "voucher.scope-closed": () =>
      i18n._(
        "The service can be described anew while the voucher is in use and its work is not reported. Nothing was changed.",
      ),
    "voucher.scope-days": () =>
      i18n._("The work starts and ends between {first} and {last}, and ends no sooner than it starts.", {
        first: format.day(textOf(facts, "first")),
        last: format.day(textOf(facts, "last")),
      }),
    "voucher.scope-changed": () =>
      i18n._("Another description was proposed meanwhile. Reload the page and read what is proposed now."),
    "voucher.nothing-proposed": () => i18n._("Nothing is proposed for this voucher any more. Nothing was changed."),
    "claim.finished-in-future": () => i18n._("The work was finished today or earlier. Nothing was sent."),
    "claim.begun-missing": () => i18n._("Enter the day on which the work began. Nothing was sent."),
    "claim.begun-before-award": () =>
      i18n._("By this call, work that began before the award, on {day}, cannot be paid. Nothing was sent.", {
        day: format.day(textOf(facts, "awarded")),
      }),
    "claim.begun-after-finish": () => i18n._("The work began no later than it was finished. Nothing was sent."),
    "claim.finished-after-expiry": () =>
      i18n._("The work must be finished before the voucher expires, on {day}.", { day: moment("expires") }),
    "claim.evidence-missing": () => i18n._("The call asks for files that are not there yet. Add them and send again."),
    "file.still-checked": () => i18n._("A file is still being checked. That takes some seconds; then send again."),
    "claim.lines": () => lineProblems(i18n, facts),
    "claim.invoice-used": () => lineProblems(i18n, facts),
    "claim.reason-needed": () => i18n._("Say what is wrong with the service."),
    "handover.no-member": () =>
      i18n._("Only another owner or editor of your organisation can become the contact. Nothing was changed."),
    "handover.contact-there": () =>
      i18n._("The contact still belongs to your organisation. Ask them to hand the case over, or remove them first."),
    "handover.not-asked": () => i18n._("You are not asked to take this case over, or not any more."),
    "membership.last-owner": () =>
      i18n._("An organisation has at least one owner. Somebody else must become owner before the contact leaves."),
    "follow-up.nothing-said": () => i18n._("Answer at least one question."),
    "review.hard-conflict": () =>
      i18n._("The network knows of a tie that does not allow you to review this case. Declare a conflict instead."),
    "review.incomplete": () => i18n._("Each criterion needs a mark and a reason. Nothing was sent."),
    "review.already-filed": () => i18n._("You have sent this review. It cannot be changed."),
    "review.not-accepted": () => i18n._("This review is no longer yours. Nothing was changed."),
    "review.changed": () => i18n._("This review was changed in another window, on {moment}.", { moment: moment("at") }),
    "session.missing": () => i18n._("You are signed out. Sign in again; what you typed is kept in this window."),
  };
}

function lineProblems(i18n: I18n, facts: Facts): string {
  const words: Readonly<Record<string, string>> = {
    "currency-unknown": i18n._("the currency is not known"),
    "currencies-differ": i18n._("all amounts need one currency"),
    "net-not-positive": i18n._("the net amount must be above zero"),
    "vat-negative": i18n._("VAT cannot be below zero"),
    "reverse-charge-with-vat": i18n._("an invoice under reverse charge asks no VAT"),
    "dated-in-future": i18n._("the date is in the future"),
    "number-twice": i18n._(
      "the invoice number is there twice; two lines of one invoice are for work in two places, of one day",
    ),
    "number-used": i18n._("the invoice number was claimed before"),
  };
  return recordsOf(facts, "problems")
    .map((problem) => {
      const reason = textOf(problem, "reason");
      return i18n._("Line {line}: {reason}.", { line: textOf(problem, "line"), reason: words[reason] ?? reason });
    })
    .join(" ");
}
