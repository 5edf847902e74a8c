/** The rule which letters may wait for a daily digest: every kind is decided on here, and a new one does not compile before it is. */
import type { CaseId, LetterId } from "../../kernel/id.ts";
import type { LetterKind } from "../list.ts";

/** Where a notice is read, for who finds it in a digest. */
type Place = (caseId: CaseId, letterId: LetterId) => string;

const itself: Place = (caseId, letterId) => `/cases/${caseId}/letters?letter=${letterId}`;
const thread: Place = (caseId) => `/cases/${caseId}/messages`;

/**
 * `at-once`: decides something, asks for something, has or starts a date, proves something, or guards an account. A place:
 * a notice, after which nothing has to be done by a date; a letter of it that is marked `atOnce` is never held either.
 */
export const deferral: Readonly<Record<LetterKind, "at-once" | Place>> = {
  // Asked for, with a due date; and what follows when it passes.
  reminder: "at-once",
  escalation: "at-once",
  "change-asked": "at-once",
  reassigned: "at-once",
  "review-invitation": "at-once",
  "approval-asked": "at-once",
  question: "at-once",
  "service-to-confirm": "at-once",
  "voucher-terms": "at-once",
  query: "at-once",
  "provider-invited": "at-once",
  "provider-asked": "at-once",
  "offer-again": "at-once",
  "offer-not-needed": "at-once",
  "offer-over": "at-once",
  "kpi-asked": "at-once",
  "draft-age": "at-once",
  "member-invited": "at-once",
  "organisation-checked": "at-once",
  "enquiry-waiting": "at-once",
  "recovery-asked": "at-once",
  "recovery-cancelled": "at-once",
  // Decisions, and whatever starts or moves a term.
  ineligible: "at-once",
  "decision-award": "at-once",
  "decision-rejection": "at-once",
  "mfa-notification": "at-once",
  "mfa-confirmation": "at-once",
  "mfa-lapsed": "at-once",
  "declaration-asked": "at-once",
  "declaration-lapsed": "at-once",
  "award-anew": "at-once",
  voucher: "at-once",
  validity: "at-once",
  "claim-decision": "at-once",
  "claim-refused": "at-once",
  "claim-reversed": "at-once",
  "value-changed": "at-once",
  "scope-change": "at-once",
  withdrawn: "at-once",
  lapsed: "at-once",
  expired: "at-once",
  cancelled: "at-once",
  redress: "at-once",
  // Receipts.
  receipt: "at-once",
  "payment-advice": "at-once",
  // The account itself.
  "sign-in-code": "at-once",
  "factor-changed": "at-once",
  "factor-reset": "at-once",
  // To an address that no account stands behind.
  "enquiry-answered": "at-once",
  digest: "at-once",
  // Notices.
  message: thread,
  mailing: itself,
  "offer-answered": itself,
  handover: itself,
  "call-amended": itself,
};

/** Where a kept letter is read if it may wait; undefined for what may not, and for kinds of an older version. */
export function placeOf({ kind, atOnce }: { readonly kind: string; readonly atOnce?: true | undefined }) {
  const rule = Object.hasOwn(deferral, kind) ? deferral[kind as LetterKind] : "at-once";
  return rule === "at-once" || atOnce === true ? undefined : rule;
}
