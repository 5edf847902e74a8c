/** The entries of a case's record in words, with the figures that they are about. */
import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { useParks } from "../../network.ts";
import { type Facts, textOf } from "../case/facts-text.ts";
import { type Format, useFormat } from "../case/use-format.ts";
import { useActWords } from "./act-words.ts";
import type { History } from "./staff-query.ts";
import { useStaffStatusWords } from "./staff-status.tsx";
import { taskOfState } from "./task-of-state.ts";

type Entry = History["entries"][number];

export interface EventWords {
  readonly what: string;
  /** Who, and the figures; empty where there is nothing to say. */
  readonly more: string;
}

export function useEventWords(): (entry: Entry, names: Readonly<Record<string, string>>) => EventWords {
  const { i18n } = useLingui();
  const format = useFormat();
  const parks = useParks();
  const act = useActWords();
  const statuses = useStaffStatusWords();
  return ({ type, actor, facts, to, statement }, names) => {
    const park = parks.find(({ id }) => id === textOf(facts, "parkId"))?.name ?? textOf(facts, "parkId");
    const who = actor.startsWith("system:") ? systemName(i18n, actor) : (names[actor] ?? "");
    const figures = figuresOf(format, facts);
    const stated =
      statement === undefined
        ? ""
        : statement.soft === undefined
          ? i18n._("no interest declared")
          : i18n._("a soft interest was known");
    const more = [who, figures, stated].filter(Boolean).join("; ");
    const kind = taskOfState[textOf(facts, "state")];
    if (type === "task.opened" && kind !== undefined) {
      return { what: act({ caseId: "", kind, slot: textOf(facts, "slot") }).title, more: i18n._("asked") };
    }
    const what = whatOf(i18n, type, facts, park);
    const status = statuses[to as keyof typeof statuses];
    return what === type && status !== undefined ? { what: i18n._("Now: {status}", { status }), more } : { what, more };
  };
}

function systemName(i18n: I18n, actor: string): string {
  return actor === "system:sweep" ? i18n._("by the clock") : "";
}

/** An amount in minor units beside its currency, where the entry has one. */
function figuresOf(format: Format, facts: Facts): string {
  const currency = textOf(facts, "currency");
  if (currency === "") return "";
  return ["amount", "payable"]
    .flatMap((name) => {
      const amount = facts[name];
      return typeof amount === "number" ? [format.money({ amount, currency })] : [];
    })
    .join(", ");
}

function whatOf(i18n: I18n, type: string, facts: Facts, park: string): string {
  const answers: Readonly<Record<string, string>> = {
    approve: i18n._("{park} approved", { park }),
    decline: i18n._("{park} declined", { park }),
    ask: i18n._("{park} asked a question", { park }),
    silent: i18n._("{park} did not answer in time", { park }),
  };
  const declared: Readonly<Record<string, string>> = {
    accepted: i18n._("A reviewer declared no interest"),
    conflicted: i18n._("A reviewer declared a conflict"),
    declined: i18n._("A reviewer declined"),
  };
  const words: Readonly<Record<string, string>> = {
    "application.started": i18n._("Application started"),
    "application.provider-invited": i18n._("Provider invited"),
    "application.provider-asked": i18n._("A provider that is not listed was asked by mail"),
    "application.provider-ask-withdrawn": i18n._("The request by mail was taken back"),
    "application.offer-confirmed": i18n._("Offer confirmed"),
    "application.offer-declined": i18n._("Offer declined"),
    "offer.asked-again": i18n._("Provider asked whether its offer still stands"),
    "offer.again-confirmed": i18n._("Offer confirmed again"),
    "offer.again-declined": i18n._("Offer taken back by the provider"),
    "offer.again-silent": i18n._("No answer whether the offer still stands"),
    "call.amended": i18n._("Told that the call was changed"),
    "mailing.written": i18n._("Park wrote to many applicants, this one too"),
    "draft.warned": i18n._("Draft: told that it will be erased"),
    "draft.erased": i18n._("Draft erased"),
    "application.submitted": i18n._("Submitted, content frozen"),
    "application.screened": i18n._("Screened as eligible"),
    "application.question-asked": i18n._("Question to the company"),
    "application.question-answered": i18n._("Question answered"),
    "application.ineligible-proposed": i18n._("Not eligible, proposed"),
    "application.ineligible": i18n._("Not eligible, confirmed"),
    "application.ineligible-refused": i18n._("Sent back to screening"),
    "application.withdrawn": i18n._("Withdrawn"),
    "review.invited": i18n._("Reviewer invited"),
    "review.no-lay-member": i18n._("No patient or lay member is free: reviewed without one"),
    "review.assigned": i18n._("Reviewer named by hand"),
    "review.filed": i18n._("Review filed"),
    "review.comment-redacted": i18n._("Comment to the company changed"),
    "review.another-asked": i18n._("One more review asked, wide spread"),
    "review.none-wanted": i18n._("The call wants no review of this amount"),
    "review.plan-infeasible": i18n._("No plan of reviewers keeps every bound"),
    "review.given-up": i18n._("Review given up: nine reviewers left its place"),
    "review.slot-unfilled": i18n._("No reviewer found for a slot"),
    "review.spread-unresolved": i18n._("Wide spread, nobody left to ask"),
    "decision.proposed": facts.kind === "reject" ? i18n._("Rejection proposed") : i18n._("Award proposed"),
    "decision.approved": i18n._("Every paying park approved"),
    "decision.sent-back": i18n._("Proposal sent back"),
    "decision.released": facts.kind === "reject" ? i18n._("Rejection released") : i18n._("Award released"),
    "decision.stated": i18n._("Statement given, the award waits"),
    "decision.statement-asked": i18n._("Statement asked anew, the first became too old"),
    "decision.granted": i18n._("Statement given, award granted"),
    "case.closed": i18n._("Case closed"),
    "decision.lapsed": i18n._("Award lapsed before the grant"),
    "review.scope-settled":
      facts.outcome === "outside" ? i18n._("Found outside the call") : i18n._("Found within the call"),
    "redress.asked": i18n._("Redress asked"),
    "redress.admitted": i18n._("Request for redress admitted"),
    "redress.inadmissible": i18n._("Request for redress not admitted"),
    "redress.decided":
      facts.outcome === "upheld"
        ? isOfVoucher(facts.against)
          ? i18n._("Redress upheld")
          : i18n._("Redress upheld: others review anew")
        : facts.outcome === "partly" && isOfVoucher(facts.against)
          ? i18n._("Redress partly upheld")
          : i18n._("Redress decided, the decision stands"),
    "file.kept": i18n._("A file was taken"),
    "file.refused": i18n._("A file was refused"),
    "file.removed": i18n._("A file was taken away"),
    "message.written": i18n._("A message was written"),
    "letter.resent": i18n._("A letter was sent again"),
    "letter.opened": i18n._("A letter was opened"),
    "voucher.terms-accepted": i18n._("Terms accepted"),
    "voucher.in-use": i18n._("Voucher in use"),
    "voucher.change-refused": i18n._("Proposed change refused or taken back"),
    "voucher.cancellation-proposed": i18n._("Cancellation proposed"),
    "voucher.partly-used": i18n._("Partly used, the rest goes on"),
    "voucher.redeemed": i18n._("Voucher redeemed"),
    "voucher.payment-returned": i18n._("In payment again"),
    "claim.filed": i18n._("Report and claim filed"),
    "claim.service-confirmed": i18n._("Service confirmed"),
    "claim.service-disputed": i18n._("Service disputed"),
    "claim.dispute-settled": i18n._("Dispute settled"),
    "claim.queried": i18n._("Question about the claim"),
    "claim.query-answered": i18n._("Question about the claim answered"),
    "claim.assessed": i18n._("Claim assessed"),
    "claim.refusal-proposed": i18n._("Refusal of the claim proposed"),
    "claim.refused": i18n._("Claim refused"),
    "claim.refusal-settled":
      facts.outcome === "end"
        ? i18n._("After the refusal the voucher ended")
        : i18n._("After the refusal it is claimed again"),
    "claim.sent-back": i18n._("Claim given back to the manager"),
    "voucher.imported": i18n._("Running voucher taken over from another system"),
    "claim.clearing-reversed": i18n._("Clearing of the claim taken back before it was paid"),
    "claim.accepted": i18n._("Claim cleared for payment"),
    "payment.booked": i18n._("Payment booked by the bank"),
    "payment.withdrawn": i18n._("Payment taken back before it was sent"),
    "payment.rejected": i18n._("Payment rejected by the bank"),
    "payment.returned": i18n._("Payment returned by the bank"),
    "letter.returned": i18n._("A letter came back"),
    "task.opened": i18n._("Task opened"),
    "case.handover-asked": i18n._("A colleague was asked to be the contact"),
    "case.handover-declined": i18n._("Declined to be the contact"),
    "case.handed-over": i18n._("Another contact speaks for a party"),
    "approval.delegated": i18n._("{park}: an approval handed to a colleague", { park }),
    "approval.taken-back": i18n._("{park}: an approval taken back", { park }),
    "interest.declared":
      facts.level === "HARD"
        ? i18n._("Declared a hard interest in a party")
        : i18n._("Declared a soft interest in a party"),
    "task.passed-on":
      facts.vacant === true
        ? i18n._("Nobody may do this any more, the secretary was told")
        : i18n._("Passed on because of an interest"),
    "task.reassigned": i18n._("The secretary gave the task to somebody"),
    "task.timed-out": i18n._("No answer in time"),
    "task.reminded": i18n._("Reminder sent"),
    "task.escalated": i18n._("Passed on, nobody answered"),
    "review.conflict-found": i18n._("Reviewer in conflict now, another is asked"),
    "review.set-aside":
      textOf(facts, "reason") === ""
        ? i18n._("Review set aside, its author is in conflict now")
        : i18n._("Review set aside by a manager: {reason}", { reason: textOf(facts, "reason") }),
    "translation.asked": i18n._("Translation service asked"),
    "translation.failed": i18n._("Translation service gave no translation"),
    "review.waits-for-translation": i18n._("Waits for a translation"),
    "translation.added": i18n._("Translation added"),
    "translation.replaced": i18n._("Translation replaced"),
    "review.waits-for-run": i18n._("Waits for the assignment of the whole call"),
    "ranking.case-ranked": i18n._("Ranking of the call frozen"),
    "ranking.case-sent-back": i18n._("Waits for the ranking anew, the version it rested on was superseded"),
    "payment.slip-filed": i18n._("Slip of withheld tax filed"),
    "payment.confirmed": i18n._("Payment confirmed, no return came"),
    "account.proposed": i18n._("New bank account proposed"),
    "ledger.carried-over": i18n._("Carried over into the next budget year"),
    "recovery.asked": i18n._("Recovery asked"),
    "recovery.overdue": i18n._("Recovery not paid in time"),
    "recovery.left": i18n._("Nothing asked back"),
    "recovery.received": i18n._("Recovery received"),
    "recovery.cancelled": i18n._("Recovery cancelled"),
    "recovery.lowered": i18n._("Recovery lowered"),
    "follow-up.asked": i18n._("Asked what came of the voucher"),
    "follow-up.answered": i18n._("Said what came of the voucher"),
    "follow-up.silent": i18n._("Nothing said about what came of it, no consequence"),
    "voucher.extension-proposed": i18n._("Extension waits for finance"),
    "voucher.suspended": i18n._("Voucher suspended"),
    "voucher.resumed": i18n._("Voucher goes on"),
    "voucher.extended": i18n._("Voucher extended"),
    "voucher.scope-proposed": i18n._("Another description of the service proposed"),
    "voucher.scope-agreed": i18n._("A party agreed to the description of the service"),
    "voucher.scope-refused": i18n._("A party refused the description of the service, or took it back"),
    "voucher.scope-changed": i18n._("The service is described anew"),
    "voucher.value-proposed": i18n._("Other value proposed"),
    "voucher.value-approved": i18n._("Other value approved"),
    "voucher.value-changed": i18n._("Value changed"),
    "case.workflow-restarted": i18n._("Workflow restarted"),
    "case.execution-failed": i18n._("Workflow failed"),
  };
  if (type === "approval.answered") return answers[textOf(facts, "answer")] ?? type;
  if (type === "review.declared") return declared[textOf(facts, "outcome")] ?? i18n._("A reviewer declared");
  return words[type] ?? type;
}

/** What redress undoes without a review of the application. */
function isOfVoucher(against: unknown): boolean {
  return against === "claim-cut" || against === "cancellation" || against === "lowering" || against === "recovery";
}
