/** Letters as they would be sent, each in its own language, one under another. */

import { useLingui } from "@lingui/react";
import { withSite } from "@multihelix/core/letter/site.ts";
import { Card } from "../../component/card.tsx";
import { languages } from "../../language/language.ts";
import type { ReleasePreview } from "../staff/staff-query.ts";

export function PreviewLetters({ letters }: { readonly letters: ReleasePreview["letters"] }) {
  const { i18n } = useLingui();
  const nameOf = (id: string) => languages.find((language) => language.id === id)?.name ?? id;
  return (
    <Card
      title={i18n._("Letters")}
      aside={i18n._("{count, plural, one {# letter, not sent yet} other {# letters, not sent yet}}", {
        count: letters.length,
      })}
    >
      {letters.map((letter, index) => (
        // Two letters to one person differ in kind, two of a kind in person.
        <details key={`${letter.kind} ${letter.to} ${letter.subject}`} className="more" open={index === 0}>
          <summary>
            {i18n._("To {name}, in {language}", { name: letter.to, language: nameOf(letter.language) })}
          </summary>
          <article className="letter-preview" lang={letter.language}>
            <h3>{letter.subject}</h3>
            <div className="quoted">{withSite(letter.text, window.location.origin)}</div>
          </article>
        </details>
      ))}
    </Card>
  );
}
