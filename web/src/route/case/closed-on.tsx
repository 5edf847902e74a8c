/** Beside the status of an ended case: since when nothing can come of it any more. */
import { useLingui } from "@lingui/react";
import type { CaseView } from "./case-query.ts";
import { useFormat } from "./use-format.ts";

export function ClosedOn({ view }: { readonly view: Pick<CaseView, "closedAt"> }) {
  const { i18n } = useLingui();
  const format = useFormat();
  return view.closedAt === undefined ? null : i18n._("Closed on {day}.", { day: format.date(view.closedAt) });
}
