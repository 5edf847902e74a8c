/** The router of the web: all pages under one frame. */
import { createRouter } from "@tanstack/react-router";
import { CrashPage } from "./frame/crash-page.tsx";
import { rootRoute } from "./frame/root.tsx";
import { pages } from "./route/registry.ts";

export const router = createRouter({
  routeTree: rootRoute.addChildren(pages),
  defaultErrorComponent: CrashPage,
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
