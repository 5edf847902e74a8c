/** The grounds of a request for redress, in words. */
import { useLingui } from "@lingui/react";
import type { ApiResult } from "../../client.ts";

export type Redress = NonNullable<ApiResult<"get", "/api/cases/{caseId}/redress">["redress"]>;

export function useGroundWords(): Readonly<Record<Redress["ground"], string>> {
  const { i18n } = useLingui();
  return {
    "rule-misapplied": i18n._("A rule was misapplied"),
    "fact-overlooked": i18n._("A fact was overlooked"),
    "conflict-missed": i18n._("A conflict of interest was missed"),
  };
}
