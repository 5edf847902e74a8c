/** The strand of a case in plain words for its parties: who does what, how long it takes; a picture of staff keeps its own words. */

import { useLingui } from "@lingui/react";
import { taskRules } from "@multihelix/core/task/kind.ts";
import type { StrandBlock, Strands } from "@multihelix/core/view/strands.ts";
import { useQuery } from "@tanstack/react-query";
import { useParks } from "../../network.ts";
import { type CaseView, workflowQuery } from "./case-query.ts";

interface Words {
  readonly label: string;
  /** What it means while it is still to come or going on. */
  readonly text: string;
}

/** Stations that matter before there is an award; what comes after would promise one. */
const beforeDecision = ["Submitted", "Screen", "Reviews", "Release"];
const withoutAward: readonly CaseView["status"][] = [
  "draft",
  "screening",
  "more-information",
  "in-review",
  "rejected",
  "ineligible",
];

/** @param view of an applicant or provider */
export function usePartyStrands(view: CaseView): Strands | undefined {
  const { i18n } = useLingui();
  const strands = useQuery(workflowQuery(view.caseId, i18n.locale)).data;
  const words = useWords(view);
  if (strands === undefined) return undefined;
  const open = withoutAward.includes(view.status);
  const blocks = strands.blocks.filter(({ id }) => !open || beforeDecision.includes(id));
  // A provider has nothing to fill in: the sentence of a draft is the applicant's.
  const next =
    view.status === "draft" && view.audience === "provider"
      ? i18n._("{company} sends its application when you have confirmed your offer.", { company: view.applicant.name })
      : strands.next;
  return { ...strands, next, blocks: blocks.map((block) => inWords(block, words[block.id])) };
}

function inWords(block: StrandBlock, words: Words | undefined): StrandBlock {
  if (words === undefined || block.kind !== "trunk") return block;
  // Once there is a day, it says more than how long it usually takes.
  const ahead = block.state === "to-come" || (block.state === "present" && block.due === undefined);
  const { sublabel: _, ...rest } = block;
  return { ...rest, label: words.label, ...(ahead && words.text !== "" ? { sublabel: words.text } : {}) };
}

function useWords(view: CaseView): Readonly<Record<string, Words>> {
  const { i18n } = useLingui();
  const parks = useParks();
  const park = parks.find(({ id }) => id === view.leadPark)?.name ?? i18n._("The park");
  const company = view.applicant.name;
  const provider = view.provider?.name ?? i18n._("The provider");
  const mine = view.audience === "applicant";
  const within = (days: number) =>
    i18n._("{days, plural, one {Within # working day.} other {Within # working days.}}", { days });
  return {
    Submitted: {
      label: mine ? i18n._("You complete and send") : i18n._("{company} completes and sends", { company }),
      text: mine ? i18n._("You get a receipt with reference and time at once.") : "",
    },
    Screen: {
      label: i18n._("{park} checks it", { park }),
      text: `${within(days("screen"))} ${i18n._("It may ask one question.")}`,
    },
    Reviews: {
      label: i18n._("Independent reviewers read it"),
      text: `${within(days("review"))} ${i18n._("At least one is from neither park.")}`,
    },
    Release: {
      label: i18n._("{park} decides", { park }),
      text: mine ? i18n._("You get the scores, the reasons and how to object.") : "",
    },
    Condition: {
      label: mine
        ? i18n._("You state the aid you have had")
        : i18n._("{company} states the aid it has had", { company }),
      text: "",
    },
    Accept: { label: i18n._("Both accept the terms"), text: "" },
    Use: {
      label: mine ? i18n._("{provider} does the work", { provider }) : i18n._("You do the work and report"),
      text: "",
    },
    ConfirmService: {
      label: mine ? i18n._("You confirm the service") : i18n._("{company} confirms the service", { company }),
      text: "",
    },
    CheckClaim: { label: i18n._("{park} checks the claim", { park }), text: within(days("check-claim")) },
    FollowUp: {
      label: mine ? i18n._("You say what came of it") : i18n._("{company} says what came of it", { company }),
      text: "",
    },
    Pay: { label: i18n._("{park} pays", { park }), text: i18n._("Done when the bank has booked it.") },
  };
}

/** Working days that a task is usually given. */
function days(kind: keyof typeof taskRules): number {
  const { due } = taskRules[kind];
  return "wd" in due ? due.wd : due.days;
}
