/** What can be imported, in the reader's language. */
import { useLingui } from "@lingui/react";
import type { ImportKind } from "./imports-query.ts";

export function useKindWords(): Readonly<Record<ImportKind, string>> {
  const { i18n } = useLingui();
  return {
    vouchers: i18n._("Running vouchers"),
    aid: i18n._("Earlier awards"),
    "aid-back": i18n._("Awards taken back"),
  };
}
