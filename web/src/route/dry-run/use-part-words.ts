/** In whose place one is in a dry run. */
import { useLingui } from "@lingui/react";
import type { DryRunId } from "../../dry-run-id.ts";

export function usePartWords(): Readonly<Record<DryRunId["part"], string>> {
  const { i18n } = useLingui();
  return {
    applicant: i18n._("As the company"),
    provider: i18n._("As the provider"),
    reviewer: i18n._("As a reviewer"),
  };
}
