/** Every letter of a case with what the mail server made of it. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Tag, type TagState } from "../../component/tag.tsx";
import { type CaseView, type Letter, lettersQuery } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";

const first = 8;

export function LettersCard({ view }: { readonly view: Pick<CaseView, "caseId"> }) {
  const { i18n } = useLingui();
  const query = useQuery(lettersQuery(view.caseId));
  return (
    <Card
      title={i18n._("Letters")}
      aside={
        <Link to="/cases/$caseId/letters" params={{ caseId: view.caseId }}>
          {i18n._("All letters")}
        </Link>
      }
    >
      <Loaded query={query} lines={4}>
        {({ letters }) =>
          letters.length === 0 ? (
            <EmptyState>{i18n._("No letter was written yet.")}</EmptyState>
          ) : (
            <ul className="letters">
              {letters.slice(0, first).map((letter) => (
                <LetterLine key={letter.letterId} letter={letter} caseId={view.caseId} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}

function LetterLine({ letter, caseId }: { readonly letter: Letter; readonly caseId: string }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const words: Record<Letter["status"], string> = {
    queued: i18n._("On its way"),
    held: i18n._("Held for the digest of {moment}", { moment: format.moment(letter.heldUntil ?? "") }),
    sent: i18n._("Sent"),
    refused: i18n._("Refused by the mail server"),
    bounced: i18n._("Came back"),
    withheld: i18n._("Not sent, an interest came up"),
  };
  const states: Record<Letter["status"], TagState> = {
    queued: "now",
    held: "now",
    sent: "ok",
    refused: "bad",
    bounced: "bad",
    withheld: "warn",
  };
  return (
    <li>
      <Link to="/cases/$caseId/letters" params={{ caseId }} search={{ letter: letter.letterId }} lang={letter.language}>
        {letter.subject}
      </Link>
      <span className="tiny muted">
        {i18n._("To {name}, {when}", { name: letter.toName, when: format.date(letter.createdAt, "short") })}
        {letter.status !== "sent" && <Tag state={states[letter.status]}>{words[letter.status]}</Tag>}
      </span>
    </li>
  );
}
