/** The way back up from the first page of a case: to the reader's list, or out of a dry run. */
import { useLingui } from "@lingui/react";
import { dryRunOf, dryRunPath } from "../../dry-run-id.ts";

interface Up {
  readonly to: string;
  readonly label: string;
}

export function useUp(caseId: string, usual: Up): Up {
  const { i18n } = useLingui();
  const dry = dryRunOf(caseId);
  return dry === undefined ? usual : { to: dryRunPath(dry.callId), label: i18n._("Dry run") };
}
