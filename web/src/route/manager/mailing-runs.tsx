/** Letters to many applicants so far: how far each has come, and whether every letter arrived. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { Tag } from "../../component/tag.tsx";
import { useFormat } from "../case/use-format.ts";
import { DeliveryRow } from "./delivery-row.tsx";
import type { Mailing } from "./mailing-query.ts";
import { useMailingWords } from "./mailing-words.ts";

interface Props {
  readonly mailings: readonly Mailing[];
  readonly stale: readonly unknown[];
}

export function MailingRuns({ mailings, stale }: Props) {
  return mailings.map((one) => <RunCard key={one.mailingId} mailing={one} stale={stale} />);
}

function RunCard({ mailing, stale }: { readonly mailing: Mailing; readonly stale: readonly unknown[] }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const left = useMailingWords();
  const { done, cases, state, words, startedByName, startedAt } = mailing;
  const all = cases.length;
  return (
    <Card
      title={i18n._("Sent on {moment}", { moment: format.moment(startedAt) })}
      aside={i18n._("by {name}", { name: startedByName })}
    >
      <p>
        <b>{Object.values(words)[0]?.subject}</b>
      </p>
      {state === "running" ? (
        <p>
          <progress value={done} max={all} aria-label={i18n._("Written to so far")} />{" "}
          {i18n._("{done} of {all}", { done, all })}
        </p>
      ) : (
        <p>{i18n._("Done: {all, plural, one {# case} other {# cases}}.", { all })}</p>
      )}
      <ul className="release-list">
        {cases.map(({ caseId, reference, outcome, code, letters }) => (
          <li key={caseId}>
            <div className="release-row">
              <Link className="mono" to="/cases/$caseId" params={{ caseId }}>
                {reference}
              </Link>
              <Tag state={outcome === undefined ? "idle" : outcome === "written" ? "ok" : "warn"}>
                {outcome === undefined
                  ? i18n._("Waits")
                  : outcome === "written"
                    ? i18n._("Written to")
                    : i18n._("Left out")}
              </Tag>
            </div>
            {code !== undefined && <p className="small late">{left(code) ?? i18n._("Left out: {code}", { code })}</p>}
            <ul className="plain-list small">
              {letters.map((letter) => (
                <li key={letter.letterId}>
                  <DeliveryRow letter={letter} caseId={caseId} stale={stale} mine />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}
