/** What a reader is told where a text does not exist in their language: which it is in instead. */
import { useLingui } from "@lingui/react";
import { useLocales } from "../language/use-locales.ts";

/** @param language of the text that is shown; nothing is said where it is the reader's */
export function OtherLanguage({ language }: { readonly language: string }) {
  const { i18n } = useLingui();
  const locales = useLocales();
  if (language === i18n.locale) return null;
  const name = new Intl.DisplayNames([...locales], { type: "language", fallback: "code" }).of(language) ?? language;
  return (
    <span className="tiny muted plain">
      {i18n._("Not available in your language; shown in: {language}.", { language: name })}
    </span>
  );
}
