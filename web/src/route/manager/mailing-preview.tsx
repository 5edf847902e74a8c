/** The letter as it leaves in each language, how many, and the button that sends exactly that. */
import { useLingui } from "@lingui/react";
import { withSite } from "@multihelix/core/letter/site.ts";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Note } from "../../component/note.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { useAct } from "../../use-act.ts";
import { useFormat } from "../case/use-format.ts";
import type { Previewed } from "./mailing-form.tsx";
import type { MailingPreview } from "./mailing-query.ts";
import { useMailingRefusal } from "./mailing-words.ts";

interface Props {
  readonly parkId: string;
  readonly preview: MailingPreview;
  readonly sent: Previewed;
  readonly stale: readonly unknown[];
  readonly onBack: () => void;
  readonly onSent: () => void;
}

export function MailingPreviewCard({ parkId, preview, sent, stale, onBack, onSent }: Props) {
  const { i18n } = useLingui();
  const refusal = useMailingRefusal();
  const format = useFormat();
  const act = useAct({
    send: (hash: string, key) =>
      api("post", "/api/parks/{parkId}/mailings", { params: { parkId }, body: { ...sent, hash }, key }),
    stale: [stale],
    onDone: onSent,
  });
  const problem = refusal(act.error);
  return (
    <Card
      title={i18n._("Preview")}
      aside={i18n._("{count, plural, one {# letter, not sent yet} other {# letters, not sent yet}}", {
        count: preview.letters,
      })}
    >
      <div className="act-page">
        {preview.examples.map(({ language, count, other, to, subject, text }) => (
          <section key={language}>
            <p className="small muted">
              {i18n._("{count, plural, one {# letter in {language}} other {# letters in {language}}}, here to {name}", {
                count,
                language: format.language(language),
                name: to,
              })}
            </p>
            {other && <Note kind="warn">{i18n._("Nothing was written in this language; the letter says so.")}</Note>}
            <article className="letter-preview" lang={language}>
              <h3>{subject}</h3>
              <div className="quoted">{withSite(text, window.location.origin)}</div>
            </article>
          </section>
        ))}
        <Note>
          {i18n._(
            "Only these people are written to, each by a letter of their own. If the server stops in between, it goes on where it was; nothing is sent twice.",
          )}
        </Note>
        {problem !== null && <ProblemNote problem={problem} kept="typed" />}
        <p className="row">
          <Button kind="primary" busy={act.isPending} onClick={() => act.mutate(preview.hash)}>
            {i18n._("Send {count, plural, one {# letter} other {# letters}}", { count: preview.letters })}
          </Button>
          <Button onClick={onBack}>{i18n._("Change the words")}</Button>
        </p>
      </div>
    </Card>
  );
}
