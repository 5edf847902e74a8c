/** The translations of an application as staff see them: into which language, by whom, and whether the original has changed since. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { Tag } from "../../component/tag.tsx";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";

interface Props {
  readonly view: CaseView;
  /** With the way to the page on which one is added. */
  readonly link?: boolean;
}

export function TranslationsCard({ view, link = true }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  return (
    <Card
      title={i18n._("Languages")}
      aside={
        link && (
          <Link to="/cases/$caseId/translation" params={{ caseId: view.caseId }}>
            {i18n._("Add a translation")}
          </Link>
        )
      }
    >
      <p>{i18n._("Written in {language}.", { language: format.language(view.language) })}</p>
      {view.translations.length > 0 && (
        <ul className="plain">
          {view.translations.map(({ language, source, translator, current, addedAt }) => (
            <li key={language}>
              {source === "service"
                ? i18n._("{language}, by the service {name}, {when}", {
                    language: format.language(language),
                    name: translator,
                    when: format.date(addedAt),
                  })
                : i18n._("{language}, by {name}, {when}", {
                    language: format.language(language),
                    name: translator,
                    when: format.date(addedAt),
                  })}{" "}
              {!current && <Tag state="warn">{i18n._("The original has changed since")}</Tag>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
