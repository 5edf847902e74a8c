/** In which language the reviewer reads the proposal: the original, or a translation that is marked as one. */
import { useLingui } from "@lingui/react";
import { useId } from "react";
import { Note } from "../../component/note.tsx";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";

interface Props {
  readonly view: CaseView;
  /** Language of the translation; empty for the original. */
  readonly shownIn: string;
  readonly onChoose: (language: string) => void;
}

export function ReadingLanguage({ view, shownIn, onChoose }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const id = useId();
  const shown = view.translations.find(({ language }) => language === shownIn);
  if (view.translations.length === 0)
    return (
      <p className="small muted">{i18n._("Written in {language}.", { language: format.language(view.language) })}</p>
    );
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{i18n._("Read it in")}</label>
        <select id={id} className="input" value={shownIn} onChange={({ target }) => onChoose(target.value)}>
          <option value="">{i18n._("{language}, the original", { language: format.language(view.language) })}</option>
          {view.translations.map(({ language }) => (
            <option key={language} value={language}>
              {i18n._("{language}, a translation", { language: format.language(language) })}
            </option>
          ))}
        </select>
      </div>
      {shown !== undefined && (
        <Note kind={shown.current ? "info" : "warn"} live>
          <p>
            {shown.source === "service"
              ? i18n._("Translated by the service {name}; nobody has read it over. The original is what counts.", {
                  name: shown.translator,
                })
              : i18n._("Translated by {name}. The original is what counts.", { name: shown.translator })}{" "}
            {!shown.current && i18n._("The original was changed afterwards.")}
          </p>
        </Note>
      )}
    </>
  );
}
