/** What happened to a call, in words, newest first. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import { useFormat } from "../case/use-format.ts";
import type { CallDesk } from "./call-query.ts";

export function CallEvents({ desk }: { readonly desk: CallDesk }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const words: Readonly<Record<string, string>> = {
    "call.created": i18n._("Drafted"),
    "call.draft-changed": i18n._("Draft changed"),
    "call.published": i18n._("Published"),
    "call.amendment-proposed": i18n._("Change proposed"),
    "call.amended": i18n._("Change published"),
    "call.amendment-withdrawn": i18n._("Change withdrawn"),
    "call.open": i18n._("Opened"),
    "call.closed": i18n._("Closed"),
    "call.deciding": i18n._("All reviews are over"),
    "call.decided": i18n._("Every decision was told"),
    "call.archived": i18n._("Archived"),
    "ranking.frozen": i18n._("Ranking frozen"),
    "ranking.superseded": i18n._("Version of the ranking superseded"),
    "ranking.superseding-proposed": i18n._("Superseding the ranking proposed"),
    "ranking.superseding-refused": i18n._("Superseding the ranking refused or taken back"),
    "ranking.voted": i18n._("Vote of the panel recorded"),
    "ranking.calibration-asked": i18n._("Calibration of the scores asked"),
    "run.started": i18n._("Assignment of reviewers begun"),
  };
  const shown = desk.events.filter(({ type }) => words[type] !== undefined).toReversed();
  if (shown.length === 0) return null;
  return (
    <Card title={i18n._("What happened")}>
      <ul className="plain-list">
        {shown.map(({ type, at, by }) => (
          <li key={`${type} ${at}`}>
            {words[type]} <span className="small muted">{[format.moment(at), by].filter(Boolean).join(", ")}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
