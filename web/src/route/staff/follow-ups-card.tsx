/** What companies said came of a voucher, 6, 12 and 24 months after it was paid. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import { languageOf } from "../../language/language.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";

export function FollowUpsCard({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const language = languageOf(i18n.locale);
  const followUps = view.voucher?.followUps ?? [];
  if (followUps.length === 0) return null;
  return (
    <Card title={i18n._("What came of the voucher")}>
      {followUps.map(({ month, askedAt, questions, answers, answeredAt }) => (
        <section key={month}>
          <h3>{i18n._("After {month} months", { month })}</h3>
          <p className="small muted">
            {answeredAt === undefined
              ? i18n._("Asked on {day}, not answered. That has no consequence.", { day: format.date(askedAt) })
              : i18n._("Answered on {day}", { day: format.date(answeredAt) })}
          </p>
          <dl className="words">
            {(answers ?? []).map(({ id, text }) => {
              const asked = questions.find((question) => question.id === id)?.text;
              return (
                <div key={id}>
                  <dt>{asked?.[language] ?? Object.values(asked ?? {})[0] ?? id}</dt>
                  <dd>{text}</dd>
                </div>
              );
            })}
          </dl>
        </section>
      ))}
    </Card>
  );
}
