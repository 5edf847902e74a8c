/** The language of everything, as the browser's own select; each language is named in itself. */
import { useLingui } from "@lingui/react";
import { switchLanguage } from "../language/catalogue.ts";
import { isLanguage, languages } from "../language/language.ts";

export function LanguageSelect() {
  const { i18n } = useLingui();
  return (
    <label className="language">
      <span className="sr">{i18n._("Language")}</span>
      <select
        value={i18n.locale}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          if (isLanguage(chosen)) void switchLanguage(chosen);
        }}
      >
        {languages.map(({ id, name }) => (
          <option key={id} value={id} lang={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
