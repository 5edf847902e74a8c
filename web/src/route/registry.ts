/** The list of all pages: one line per page, in the order of the navigation. */
import { pageRoute } from "./page-route.ts";

const party = ["case", "applicant"];

export const pages = [
  pageRoute("/my", party, () => import("./applicant/home-page.tsx"), {
    label: /*i18n*/ "My cases",
    for: ["applicant"],
  }),
  pageRoute("/reviews", ["case", "reviewer"], () => import("./reviewer/home-page.tsx"), {
    label: /*i18n*/ "My reviews",
    for: ["reviewer"],
  }),
  pageRoute("/", "public", () => import("./public/home-page.tsx"), {
    label: /*i18n*/ "Open calls",
    for: ["visitor", "applicant"],
  }),
  pageRoute("/calls/$callId", ["public", "case"], () => import("./public/call-page.tsx")),
  pageRoute("/cases/$caseId", "case", () => import("./case/case-page.tsx")),
  pageRoute("/cases/$caseId/project", party, () => import("./applicant/project-page.tsx")),
  pageRoute("/cases/$caseId/company", party, () => import("./applicant/company-page.tsx")),
  pageRoute("/cases/$caseId/aid", party, () => import("./applicant/aid-page.tsx")),
  pageRoute("/cases/$caseId/declarations", party, () => import("./applicant/declarations-page.tsx")),
  pageRoute("/cases/$caseId/provider", party, () => import("./applicant/provider-page.tsx")),
  pageRoute("/cases/$caseId/check", party, () => import("./applicant/check-page.tsx")),
  pageRoute("/cases/$caseId/receipt", party, () => import("./applicant/receipt-page.tsx")),
  pageRoute("/cases/$caseId/letters", "case", () => import("./case/letters-page.tsx")),
  pageRoute("/cases/$caseId/report", "case", () => import("./case/report-page.tsx")),
  pageRoute("/sign-in", "sign-in", () => import("./sign-in/sign-in-page.tsx")),
  pageRoute("/dev/inbox", "dev", () => import("./dev/inbox-page.tsx")),
  pageRoute("/accessibility", "public", () => import("./public/accessibility-page.tsx")),
  pageRoute("/privacy", "public", () => import("./public/privacy-page.tsx")),
] as const;
