/** Shown instead of a page that has a fault; frame and navigation stay. */
import { useLingui } from "@lingui/react";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { Page } from "../component/page.tsx";
import { ProblemNote } from "../component/problem-note.tsx";

export function CrashPage({ error, reset }: ErrorComponentProps) {
  const { i18n } = useLingui();
  return (
    <Page title={i18n._("This page cannot be shown")}>
      <ProblemNote problem={error} onRetry={reset} />
    </Page>
  );
}
