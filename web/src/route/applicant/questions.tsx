/** Questions of the park that were answered, and the answers. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";

export function Questions({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const answered = view.questions.filter(({ answer }) => answer !== undefined);
  if (answered.length === 0) return null;
  return (
    <Card title={i18n._("Questions and answers")}>
      <dl className="said">
        {answered.map((one) => (
          <div key={one.at}>
            <dt>{i18n._("The park asked on {day}", { day: format.date(one.at) })}</dt>
            <dd>{one.question}</dd>
            <dt>{i18n._("Your answer")}</dt>
            <dd>{one.answer}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
