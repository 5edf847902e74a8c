/** The list of all pages: one line per page, in the order of the navigation. */
import { pageRoute } from "./page-route.ts";

const party = ["case", "applicant"];
const manager = ["case", "staff", "manager", "sign-in"];
const approver = ["case", "staff", "approver", "sign-in"];
const finance = ["case", "staff", "finance", "sign-in"];
const reviewing = ["case", "staff", "assignment"];

export const pages = [
  pageRoute("/my", party, () => import("./applicant/home-page.tsx"), {
    label: /*i18n*/ "My cases",
    for: ["applicant"],
  }),
  pageRoute("/reviews", ["case", "reviewer"], () => import("./reviewer/home-page.tsx"), {
    label: /*i18n*/ "My reviews",
    for: ["reviewer"],
  }),
  pageRoute("/reviews/profile", ["case", "reviewer"], () => import("./reviewer/profile-page.tsx")),
  pageRoute("/work", ["case", "staff"], () => import("./staff/work-page.tsx"), {
    label: /*i18n*/ "Wanted from you",
    for: ["manager", "approver", "finance", "redress"],
  }),
  pageRoute("/work/approvals", approver, () => import("./approver/approvals-page.tsx")),
  pageRoute("/pipeline", manager, () => import("./manager/pipeline-page.tsx"), {
    label: /*i18n*/ "Pipeline",
    for: ["manager", "approver", "finance", "auditor", "secretary"],
  }),
  pageRoute("/reviewing", reviewing, () => import("./assignment/reviewing-page.tsx"), {
    label: /*i18n*/ "Reviewers",
    for: ["manager", "auditor", "secretary"],
  }),
  pageRoute("/calls", ["call", "staff"], () => import("./call/calls-page.tsx"), {
    label: /*i18n*/ "Calls",
    for: ["manager", "auditor", "secretary"],
  }),
  pageRoute("/payments", finance, () => import("./finance/payments-page.tsx"), {
    label: /*i18n*/ "Payments",
    for: ["finance"],
  }),
  pageRoute("/ledger", finance, () => import("./finance/ledger-page.tsx"), {
    label: /*i18n*/ "Ledger",
    for: ["finance", "manager", "approver", "auditor"],
  }),
  pageRoute("/imports", ["import", ...finance], () => import("./import/imports-page.tsx"), {
    label: /*i18n*/ "Imports",
    for: ["finance"],
  }),
  pageRoute("/", "public", () => import("./public/home-page.tsx"), {
    label: /*i18n*/ "Open calls",
    for: ["visitor", "applicant"],
  }),
  pageRoute("/calls/$callId", ["check", "case"], () => import("./check/call-page.tsx")),
  pageRoute("/calls/$callId/check", ["check", "case"], () => import("./check/check-page.tsx")),
  pageRoute("/calls/$callId/desk", ["call", "case", "staff", "public"], () => import("./call/call-desk-page.tsx")),
  pageRoute(
    "/calls/$callId/dry-run",
    ["dry-run", "call", "case", "applicant", "public"],
    () => import("./dry-run/dry-run-page.tsx"),
  ),
  pageRoute("/cases/$caseId", "case", () => import("./case/case-page.tsx")),
  pageRoute("/cases/$caseId/project", party, () => import("./applicant/project-page.tsx")),
  pageRoute("/cases/$caseId/questions", party, () => import("./applicant/questions-page.tsx")),
  pageRoute("/cases/$caseId/company", party, () => import("./applicant/company-page.tsx")),
  pageRoute("/cases/$caseId/aid", party, () => import("./applicant/aid-page.tsx")),
  pageRoute("/cases/$caseId/declarations", party, () => import("./applicant/declarations-page.tsx")),
  pageRoute("/cases/$caseId/documents", party, () => import("./applicant/documents-page.tsx")),
  pageRoute("/cases/$caseId/provider", party, () => import("./applicant/provider-page.tsx")),
  pageRoute("/cases/$caseId/check", party, () => import("./applicant/check-page.tsx")),
  pageRoute("/cases/$caseId/receipt", party, () => import("./applicant/receipt-page.tsx")),
  pageRoute("/cases/$caseId/letters", "case", () => import("./case/letters-page.tsx")),
  pageRoute("/cases/$caseId/messages", "case", () => import("./case/messages-page.tsx")),
  pageRoute("/cases/$caseId/contact", "case", () => import("./case/contact-page.tsx")),
  pageRoute("/cases/$caseId/report", "case", () => import("./case/report-page.tsx")),
  pageRoute("/cases/$caseId/reassign", ["network", "case", "staff"], () => import("./network/reassign-page.tsx")),
  pageRoute("/cases/$caseId/interest", ["case", "staff", "account"], () => import("./staff/interest-page.tsx")),
  pageRoute("/cases/$caseId/screening", manager, () => import("./manager/screening-page.tsx")),
  pageRoute("/cases/$caseId/ineligibility", manager, () => import("./manager/ineligibility-page.tsx")),
  pageRoute("/cases/$caseId/reviewers/$slot", manager, () => import("./manager/reviewers-page.tsx")),
  pageRoute("/cases/$caseId/translation", manager, () => import("./manager/translation-page.tsx")),
  pageRoute("/cases/$caseId/review-plans", reviewing, () => import("./assignment/review-plans-page.tsx")),
  pageRoute("/calls/$callId/assignment", reviewing, () => import("./assignment/workbench-page.tsx")),
  pageRoute("/calls/$callId/reviewers", [...reviewing, "public"], () => import("./assignment/suffice-page.tsx")),
  pageRoute("/calls/$callId/questions", ["questions", "case", "staff"], () => import("./questions/questions-page.tsx")),
  pageRoute("/calls/$callId/enquiries", ["call", "case", "staff"], () => import("./call/enquiries-page.tsx")),
  pageRoute("/pipeline/letter", manager, () => import("./manager/mailing-page.tsx")),
  pageRoute("/calls/$callId/releases", manager, () => import("./manager/releases-page.tsx")),
  pageRoute("/calls/$callId/ranking", reviewing, () => import("./assignment/ranking-page.tsx")),
  pageRoute("/calls/$callId/ranking/$round", reviewing, () => import("./assignment/comparison-page.tsx")),
  pageRoute("/cases/$caseId/proposal", manager, () => import("./manager/proposal-page.tsx")),
  pageRoute("/cases/$caseId/approvals/$parkId", approver, () => import("./approver/approval-page.tsx")),
  pageRoute("/cases/$caseId/release", manager, () => import("./manager/release-page.tsx")),
  pageRoute("/cases/$caseId/scope", manager, () => import("./manager/scope-page.tsx")),
  pageRoute("/cases/$caseId/redress/admission", manager, () => import("./manager/redress-admission-page.tsx")),
  pageRoute("/cases/$caseId/redress/outcome", manager, () => import("./manager/redress-outcome-page.tsx")),
  pageRoute("/cases/$caseId/claim", manager, () => import("./manager/claim-page.tsx")),
  pageRoute("/cases/$caseId/dispute", manager, () => import("./manager/dispute-page.tsx")),
  pageRoute("/cases/$caseId/voucher", manager, () => import("./manager/voucher-page.tsx")),
  pageRoute("/cases/$caseId/finance-check", finance, () => import("./finance/finance-check-page.tsx")),
  pageRoute("/cases/$caseId/account", ["case", "staff", "finance", "sign-in"], () => import("./case/account-page.tsx")),
  pageRoute("/cases/$caseId/ledger", finance, () => import("./finance/case-ledger-page.tsx")),
  pageRoute("/ledger/postings", finance, () => import("./finance/postings-page.tsx")),
  pageRoute("/ledger/statement", finance, () => import("./finance/statement-page.tsx")),
  pageRoute("/payments/$parkId/$batchId", finance, () => import("./finance/batch-page.tsx")),
  pageRoute("/imports/$parkId/$importId", ["import", ...finance], () => import("./import/import-page.tsx")),
  pageRoute("/sign-in", "sign-in", () => import("./sign-in/sign-in-page.tsx")),
  pageRoute("/roles", ["network", "sign-in", "staff"], () => import("./network/roles-page.tsx"), {
    label: /*i18n*/ "Roles",
    for: ["manager", "secretary"],
  }),
  pageRoute("/network/gaps", ["network", "staff", "call", "case"], () => import("./network/gaps-page.tsx"), {
    label: /*i18n*/ "Gaps",
    for: ["secretary"],
  }),
  pageRoute("/network/settings", ["network", "sign-in", "staff", "case"], () => import("./network/settings-page.tsx"), {
    label: /*i18n*/ "Settings",
    for: ["manager", "secretary"],
  }),
  pageRoute("/network/merges", ["network", "staff", "case"], () => import("./network/merges-page.tsx"), {
    label: /*i18n*/ "Duplicates",
    for: ["secretary"],
  }),
  pageRoute(
    "/organisations/new",
    ["organisation", "public", "sign-in"],
    () => import("./organisation/register-page.tsx"),
  ),
  pageRoute(
    "/organisations/$organisationId",
    ["organisation", "case"],
    () => import("./organisation/organisation-page.tsx"),
  ),
  pageRoute(
    "/invitations/$organisationId/$invitationId",
    "organisation",
    () => import("./organisation/invitation-page.tsx"),
  ),
  pageRoute(
    "/provider-invitations/$caseId/$invitationId",
    ["case", "provider"],
    () => import("./provider/ask-page.tsx"),
  ),
  pageRoute("/challenges", "organisation", () => import("./organisation/challenges-page.tsx")),
  pageRoute("/account", ["account", "sign-in"], () => import("./account/account-page.tsx")),
  pageRoute("/account/interests", "account", () => import("./account/interests-page.tsx")),
  pageRoute("/dev/inbox", "dev", () => import("./dev/inbox-page.tsx")),
  pageRoute("/accessibility", "public", () => import("./public/accessibility-page.tsx")),
  pageRoute("/privacy", "public", () => import("./public/privacy-page.tsx")),
] as const;
