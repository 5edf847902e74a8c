/** The reader's locales for `Intl`, best first; components that format re-render when the language changes. */
import { useLingui } from "@lingui/react";

export function useLocales(): readonly string[] {
  const { i18n } = useLingui();
  const locales = i18n.locales;
  if (locales === undefined) return ["en-GB"];
  return typeof locales === "string" ? [locales] : locales;
}
