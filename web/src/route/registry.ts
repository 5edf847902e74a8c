/** The list of all pages: one line per page, in the order of the navigation. */
import { pageRoute } from "./page-route.ts";

export const pages = [
  pageRoute("/", "public", () => import("./public/home-page.tsx"), {
    label: /*i18n*/ "Open calls",
    for: ["visitor", "applicant"],
  }),
  pageRoute("/sign-in", "sign-in", () => import("./sign-in/sign-in-page.tsx")),
  pageRoute("/dev/inbox", "dev", () => import("./dev/inbox-page.tsx")),
  pageRoute("/accessibility", "public", () => import("./public/accessibility-page.tsx")),
  pageRoute("/privacy", "public", () => import("./public/privacy-page.tsx")),
] as const;
