/** Releases of a call so far: how far each has come, and whether every letter arrived; one that did not is sent again. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { Tag, type TagState } from "../../component/tag.tsx";
import { useAct } from "../../use-act.ts";
import { useFormat } from "../case/use-format.ts";
import { type ReleaseDesk, type ReleaseRun, releaseDeskQuery } from "./releases-query.ts";
import { useAgainstWords } from "./use-against-words.ts";

type Entry = ReleaseRun["cases"][number];
type Delivery = Entry["letters"][number];

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
    back: i18n._("Back to the proposal, too little aid room"),
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
              <DeliveryRow letter={letter} caseId={entry.caseId} callId={callId} mine={mine} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface DeliveryProps {
  readonly letter: Delivery;
  readonly caseId: string;
  readonly callId: string;
  readonly mine: boolean;
}

function DeliveryRow({ letter, caseId, callId, mine }: DeliveryProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { letterId, subject, status, openedAt, sentAt, to } = letter;
  const again = useAct({
    send: (_: undefined, key) =>
      api("post", "/api/cases/{caseId}/letters/{letterId}/resending", { params: { caseId, letterId }, body: {}, key }),
    stale: [releaseDeskQuery(callId).queryKey, ["case", caseId]],
  });
  const failed = status === "refused" || status === "bounced";
  const words = {
    queued: i18n._("Being sent"),
    sent:
      sentAt === undefined
        ? i18n._("Sent")
        : i18n._("Accepted by the mail server, {moment}", { moment: format.moment(sentAt) }),
    refused: i18n._("Refused by the mail server"),
    bounced: i18n._("Came back"),
    withheld: i18n._("Not sent: its recipient has an interest in the case"),
  }[status];
  return (
    <>
      {subject}, {to}:{" "}
      {openedAt === undefined ? words : i18n._("Opened, {moment}", { moment: format.moment(openedAt) })}{" "}
      {failed && <Tag state="bad">{i18n._("Not delivered")}</Tag>}{" "}
      {failed && mine && (
        <Button small busy={again.isPending} onClick={() => again.mutate(undefined)}>
          {i18n._("Send again")} <span className="sr">{to}</span>
        </Button>
      )}
      {again.error !== null && <ProblemNote problem={again.error} />}
    </>
  );
}
