/** The human tasks in words: what each asks, what its button says, and the page on which it is answered. */
import { useLingui } from "@lingui/react";
import { useParks } from "../../network.ts";
import type { TaskKind } from "../case/case-query.ts";

export interface ActWords {
  /** As a line in a list: `Approve for Wales`. */
  readonly title: string;
  /** Address of the page on which staff answer it; absent for what only others answer. */
  readonly to?: string;
}

interface Asked {
  readonly caseId: string;
  /** Where the page on which it is answered is one of the whole call. */
  readonly callId?: string;
  readonly kind: TaskKind;
  readonly slot: string;
}

export function useActWords(): (asked: Asked) => ActWords {
  const { i18n } = useLingui();
  const parks = useParks();
  return ({ caseId, callId, kind, slot }) => {
    const park = parks.find(({ id }) => id === slot)?.name ?? slot;
    const review = slot === "-" ? "" : slot.replace(/^r/, "");
    const at = (page: string) => `/cases/${caseId}/${page}`;
    const words: Record<TaskKind, ActWords> = {
      screen: { title: i18n._("Screen the application"), to: at("screening") },
      "renew-offer": { title: i18n._("Say whether the offer still stands") },
      "answer-question": { title: i18n._("Answer the question of the park") },
      "confirm-ineligible": { title: i18n._("Confirm that it is not eligible"), to: at("ineligibility") },
      "assign-reviewer": {
        title:
          review === ""
            ? i18n._("Name the reviewers")
            : i18n._("Name a reviewer for review {number}", { number: review }),
        to: at(`reviewers/${slot}`),
      },
      declare: { title: i18n._("Declare interests, review {number}", { number: review }) },
      review: { title: i18n._("Write review {number}", { number: review }) },
      "settle-scope": { title: i18n._("Settle whether it is within the call"), to: at("scope") },
      "await-ranking": {
        title: i18n._("Freeze the ranking of the call"),
        to: callId === undefined ? "/reviewing" : `/calls/${callId}/ranking`,
      },
      propose: { title: i18n._("Propose a decision"), to: at("proposal") },
      approve: { title: i18n._("Approve for {park}", { park }), to: at(`approvals/${slot}`) },
      release: { title: i18n._("Release the decision"), to: at("release") },
      "give-statement": { title: i18n._("State the assistance received") },
      accept: {
        title: slot === "provider" ? i18n._("Accept the terms, provider") : i18n._("Accept the terms, company"),
      },
      use: { title: i18n._("Do the work and report") },
      "confirm-change":
        slot === "applicant" || slot === "provider"
          ? {
              title:
                slot === "provider"
                  ? i18n._("Agree to a change of the voucher, provider")
                  : i18n._("Agree to a change of the voucher, company"),
            }
          : { title: i18n._("Confirm a change of the voucher, or refuse it"), to: at("voucher") },
      resume: { title: i18n._("Let the voucher go on, or cancel it"), to: at("voucher") },
      "confirm-service": { title: i18n._("Confirm the service") },
      "settle-dispute": { title: i18n._("Settle the dispute"), to: at("dispute") },
      "check-claim": { title: i18n._("Check the claim"), to: at("claim") },
      "answer-query": { title: i18n._("Answer the question about the claim") },
      "finance-check": { title: i18n._("Clear the claim for payment"), to: at("finance-check") },
      "settle-refusal": { title: i18n._("Settle what follows the refused claim"), to: at("voucher") },
      "answer-kpi": { title: i18n._("Say what came of the voucher") },
      "file-slip": { title: i18n._("File the slip of withheld tax"), to: at("voucher") },
      "chase-recovery": { title: i18n._("See to what was not paid back in time"), to: at("voucher") },
      "ask-back": { title: i18n._("Ask back what no own share was proven for"), to: at("voucher") },
      "admit-redress": { title: i18n._("Admit the request for redress"), to: at("redress/admission") },
      "decide-redress": { title: i18n._("Decide on the request for redress"), to: at("redress/outcome") },
      "answer-account": { title: i18n._("Confirm the payee’s new account, or refuse it"), to: at("account") },
      "pay-again": { title: i18n._("Pay again what came back"), to: "/payments" },
      pay: { title: i18n._("Pay"), to: "/payments" },
    };
    return words[kind];
  };
}

/** How a task ended, in words. */
export function useOutcomeWords(): (kind: TaskKind, outcome: string | undefined) => string {
  const { i18n } = useLingui();
  return (kind, outcome) => {
    if (outcome === "confirmed" && kind === "confirm-ineligible") return i18n._("Not eligible, confirmed");
    if (outcome === "back" && kind === "confirm-ineligible") return i18n._("Back to screening");
    if (outcome === "back" && kind === "finance-check") return i18n._("Back to the manager");
    if (outcome === "accepted" && kind === "declare") return i18n._("No interest declared");
    if (outcome === "rejected" && kind === "decide-redress") return i18n._("Redress rejected");
    if (outcome === "confirmed" && kind === "renew-offer") return i18n._("Offer confirmed again");
    if (outcome === "over" && kind === "renew-offer") return i18n._("Not needed any more");
    if (outcome === "confirmed" && kind === "answer-account") return i18n._("Account confirmed");
    const words: Readonly<Record<string, string>> = {
      "in-scope": i18n._("Within the call"),
      outside: i18n._("Outside the call"),
      admitted: i18n._("Admitted"),
      inadmissible: i18n._("Not admitted"),
      upheld: i18n._("Redress upheld"),
      partly: i18n._("Redress partly upheld"),
      eligible: i18n._("Eligible"),
      ineligible: i18n._("Not eligible, proposed"),
      ask: i18n._("Question asked"),
      answered: i18n._("Answered"),
      confirmed: i18n._("Service confirmed"),
      disputed: i18n._("Disputed"),
      again: i18n._("To be done again"),
      assigned: i18n._("Named"),
      accepted: i18n._("Accepted"),
      declined: i18n._("Declined"),
      conflicted: i18n._("Conflict declared"),
      silent: i18n._("No answer in time"),
      filed: i18n._("Filed"),
      frozen: i18n._("Ranking frozen"),
      vacant: i18n._("Nobody asked yet"),
      proposed: i18n._("Proposed"),
      approve: i18n._("Approved"),
      decline: i18n._("Declined"),
      released: i18n._("Released, awarded"),
      rejected: i18n._("Released, not awarded"),
      condition: i18n._("Released, statement asked"),
      waits: i18n._("Stated, the award waits"),
      granted: i18n._("Granted"),
      back: i18n._("Sent back"),
      reported: i18n._("Reported"),
      suspended: i18n._("Suspended"),
      refused: i18n._("Refused"),
      end: i18n._("Voucher ended"),
      resumed: i18n._("Goes on"),
      assessed: i18n._("Assessed"),
      queried: i18n._("Question asked"),
      unanswered: i18n._("No answer in time"),
      booked: i18n._("Booked by the bank"),
      withdrawn: i18n._("Withdrawn"),
      lapsed: i18n._("Lapsed"),
      expired: i18n._("Expired"),
      cancelled: i18n._("Cancelled"),
      asked: i18n._("Asked back"),
      left: i18n._("Nothing asked back"),
      received: i18n._("Paid back"),
      "written-off": i18n._("Written off"),
    };
    return outcome === undefined ? i18n._("Closed") : (words[outcome] ?? outcome);
  };
}
