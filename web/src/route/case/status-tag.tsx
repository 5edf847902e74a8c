/** The status of a case as its parties read it: plain words, never whose turn it is inside a park. */
import { useLingui } from "@lingui/react";
import { Tag, type TagState } from "../../component/tag.tsx";
import type { CaseView } from "./case-query.ts";

type Status = CaseView["status"];

/** How far along each status is, to its parties. */
export const states: Readonly<Record<Status, TagState>> = {
  draft: "idle",
  screening: "now",
  "more-information": "warn",
  "ineligible-proposed": "now",
  "in-review": "now",
  deciding: "now",
  approving: "now",
  approved: "now",
  conditional: "warn",
  issued: "ok",
  "in-use": "ok",
  suspended: "warn",
  reported: "now",
  disputed: "warn",
  "claim-check": "now",
  queried: "warn",
  "claim-refused": "bad",
  paying: "now",
  redeemed: "ok",
  rejected: "bad",
  ineligible: "bad",
  withdrawn: "idle",
  lapsed: "bad",
  expired: "bad",
  cancelled: "bad",
  closed: "idle",
};

/** The words for each status. */
export function useStatusWords(): Readonly<Record<Status, string>> {
  const { i18n } = useLingui();
  const checked = i18n._("Being checked");
  const reviewed = i18n._("Being reviewed");
  return {
    draft: i18n._("Draft"),
    screening: checked,
    "more-information": i18n._("Question to the applicant"),
    "ineligible-proposed": checked,
    "in-review": reviewed,
    deciding: reviewed,
    approving: reviewed,
    approved: reviewed,
    conditional: i18n._("Announced, not granted yet"),
    issued: i18n._("Awarded, terms to accept"),
    "in-use": i18n._("Voucher in use"),
    suspended: i18n._("Suspended"),
    reported: i18n._("Service to confirm"),
    disputed: i18n._("Disputed"),
    "claim-check": i18n._("Claim being checked"),
    queried: i18n._("Question about the claim"),
    "claim-refused": i18n._("Claim refused"),
    paying: i18n._("Being paid"),
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

export function StatusTag({ status }: { readonly status: Status }) {
  const words = useStatusWords();
  return <Tag state={states[status]}>{words[status]}</Tag>;
}
