/** The translations of an application as staff see them: into which language, by whom, and whether the original has changed since. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { Note } from "../../component/note.tsx";
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
      {view.translating !== undefined && <Service {...view.translating} />}
    </Card>
  );
}

/** How it stands with the park's translation service, for which the case waits. */
function Service({ service, language, state, fault, at }: NonNullable<CaseView["translating"]>) {
  const { i18n } = useLingui();
  const format = useFormat();
  const when = { service, moment: format.moment(at) };
  if (state === "asked")
    return (
      <Note live>
        <p>
          {i18n._(
            "{service} is asked for a translation into {language}, since {moment}. The case goes on by itself when it answers.",
            { ...when, language: format.language(language) },
          )}
        </p>
      </Note>
    );
  const failures: Readonly<Record<NonNullable<typeof fault>, string>> = {
    away: i18n._(
      "{service} did not answer at {moment}. It is asked again by itself for some minutes; after that, have reviewers chosen anew to ask it once more, or add a translation.",
      when,
    ),
    refused: i18n._("{service} does not translate this text, it said at {moment}. Add a translation.", when),
    garbled: i18n._("{service} answered at {moment} with what is no translation. Add one.", when),
    "no-key": i18n._(
      "The operator has set no key for {service}, so it was not asked at {moment}. Add a translation.",
      when,
    ),
  };
  return (
    <Note kind="warn" live>
      <p>{failures[fault ?? "away"]}</p>
    </Note>
  );
}
