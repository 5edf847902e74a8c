/** Releases of a call so far: how far each has come, and whether every letter arrived; one that did not is sent again. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { Tag, type TagState } from "../../component/tag.tsx";
import { useFormat } from "../case/use-format.ts";
import { DeliveryRow } from "./delivery-row.tsx";
import { type ReleaseDesk, type ReleaseRun, releaseDeskQuery } from "./releases-query.ts";
import { useAgainstWords } from "./use-against-words.ts";

type Entry = ReleaseRun["cases"][number];

export function ReleaseRuns({ desk }: { readonly desk: ReleaseDesk }) {
  return desk.runs.map((run) => <RunCard key={run.runId} run={run} mine={desk.mine} />);
}

function RunCard({ run, mine }: { readonly run: ReleaseRun; readonly mine: boolean }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const all = run.cases.length;
  return (
    <Card
      title={i18n._("Released on {moment}", { moment: format.moment(run.startedAt) })}
      aside={i18n._("by {name}", { name: run.startedByName })}
    >
      {run.state === "running" ? (
        <p>
          <progress value={run.done} max={all} aria-label={i18n._("Released so far")} />{" "}
          {i18n._("{done} of {all}", { done: run.done, all })}
        </p>
      ) : (
        <p>{i18n._("All {all, plural, one {# decision} other {# decisions}} done.", { all })}</p>
      )}
      <ul className="release-list">
        {run.cases.map((entry) => (
          <li key={entry.caseId}>
            <EntryRow entry={entry} callId={run.callId} mine={mine} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function EntryRow({ entry, callId, mine }: { readonly entry: Entry; readonly callId: string; readonly mine: boolean }) {
  const { i18n } = useLingui();
  const against = useAgainstWords();
  const words: Readonly<Record<string, string>> = {
    released: i18n._("Voucher issued"),
    rejected: i18n._("Rejected"),
    condition: i18n._("Statement asked"),
    back: i18n._("Back to the proposal"),
    refused: i18n._("Not released"),
  };
  const { outcome } = entry;
  const state: TagState = outcome === undefined ? "idle" : outcome === "refused" || outcome === "back" ? "warn" : "ok";
  return (
    <>
      <div className="release-row">
        <Link className="mono" to="/cases/$caseId" params={{ caseId: entry.caseId }}>
          {entry.reference}
        </Link>
        <Tag state={state}>{outcome === undefined ? i18n._("Waits") : (words[outcome] ?? outcome)}</Tag>
      </div>
      {entry.code !== undefined && <p className="small late">{against(entry.code)}</p>}
      {entry.letters.length > 0 && (
        <ul className="plain-list small">
          {entry.letters.map((letter) => (
            <li key={letter.letterId}>
              <DeliveryRow
                letter={letter}
                caseId={entry.caseId}
                stale={releaseDeskQuery(callId).queryKey}
                mine={mine}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
