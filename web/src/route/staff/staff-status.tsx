/** The status of a case as staff read it: each step of the park by its own name. */
import { useLingui } from "@lingui/react";
import { Tag, type TagState } from "../../component/tag.tsx";
import type { CaseView } from "../case/case-query.ts";
import { states as partyStates } from "../case/status-tag.tsx";

export type Status = CaseView["status"];

/** As parties see it, but for what waits for a second person of the park. */
const states: Readonly<Record<Status, TagState>> = { ...partyStates, "ineligible-proposed": "warn" };

export function useStaffStatusWords(): Readonly<Record<Status, string>> {
  const { i18n } = useLingui();
  return {
    draft: i18n._("Draft"),
    screening: i18n._("Screening"),
    "more-information": i18n._("More information"),
    "ineligible-proposed": i18n._("Not eligible, to confirm"),
    "in-review": i18n._("In review"),
    deciding: i18n._("Deciding"),
    approving: i18n._("Approving"),
    approved: i18n._("Release"),
    conditional: i18n._("Announced, not granted yet"),
    issued: i18n._("Terms to accept"),
    "in-use": i18n._("In use"),
    suspended: i18n._("Suspended"),
    reported: i18n._("Service to confirm"),
    disputed: i18n._("Disputed"),
    "claim-check": i18n._("Claim check"),
    queried: i18n._("Question about the claim"),
    "claim-refused": i18n._("Claim refused"),
    paying: i18n._("Paying"),
    redeemed: i18n._("Paid"),
    rejected: i18n._("Not awarded"),
    ineligible: i18n._("Not eligible"),
    withdrawn: i18n._("Withdrawn"),
    lapsed: i18n._("Lapsed"),
    expired: i18n._("Expired"),
    cancelled: i18n._("Cancelled"),
    closed: i18n._("Closed"),
  };
}

export function StaffStatusTag({ status }: { readonly status: Status }) {
  const words = useStaffStatusWords();
  return <Tag state={states[status]}>{words[status]}</Tag>;
}
