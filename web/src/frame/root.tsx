/** The frame around every page. */
import { useLingui } from "@lingui/react";
import { createRootRoute, Outlet } from "@tanstack/react-router";
import { CrashPage } from "./crash-page.tsx";
import { DryRunFrame } from "./dry-run-frame.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { PersonaBar } from "./persona-bar.tsx";
import { useFocusOnNewPage } from "./use-focus-on-new-page.ts";

export const rootRoute = createRootRoute({
  component: Frame,
  notFoundComponent: NotFoundPage,
  errorComponent: CrashPage,
});

function Frame() {
  const { i18n } = useLingui();
  useFocusOnNewPage();
  return (
    <>
      <a className="skip" href="#main">
        {i18n._("Skip to content")}
      </a>
      <PersonaBar />
      <Header />
      <DryRunFrame />
      <Outlet />
      <Footer />
    </>
  );
}
