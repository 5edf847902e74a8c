/** The change that waits for its second person: who proposed it and why, what it changes line by line, and the answer. */
import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { Note } from "../../component/note.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { useAct } from "../../use-act.ts";
import { StepUp } from "../sign-in/step-up.tsx";
import type { Settings } from "./settings-query.ts";
import { useSettingsRefusal } from "./use-settings-refusal.ts";

type Change = NonNullable<Settings["change"]>;
type Answer = "apply" | "decline" | "take-back";

export function WaitingChange({ change }: { readonly change: Change }) {
  const { i18n } = useLingui();
  const refusal = useSettingsRefusal();
  const act = useAct({
    send: (answer: Answer, key) =>
      api("post", "/api/network/change/answer", { body: { answer, hash: change.hash }, key }),
    stale: [["network-settings"], ["network"]],
  });
  const { mutate, variables, isPending } = act;
  const busy = (answer: Answer) => isPending && variables === answer;
  return (
    <Card title={i18n._("A change waits for its second person")} aside={change.byName}>
      <div className="stack">
        <p>
          {change.reason} <span className="small muted">{change.byName}, </span>
          <span className="small muted">
            <DateTime at={change.at} show="date-time" />
          </span>
        </p>
        <Differences differences={change.differences} />
        {change.stale && (
          <Note kind="warn">
            <p>{i18n._("The settings were changed since. It can only be declined, and proposed again.")}</p>
          </Note>
        )}
        {change.own && (
          <Note>
            <p>{i18n._("You proposed it. Somebody else puts it in force or declines it.")}</p>
          </Note>
        )}
        {!change.own && !change.mayApply && !change.stale && (
          <Note>
            <p>{i18n._("One of the two people is a secretary of the network: a secretary puts it in force.")}</p>
          </Note>
        )}
        {act.isError && <ProblemNote problem={refusal(act.error) ?? act.error} />}
        <StepUp problem={act.error} onProved={() => variables !== undefined && mutate(variables)} />
        <div className="row">
          {change.mayApply && (
            <Button kind="primary" busy={busy("apply")} onClick={() => mutate("apply")}>
              {i18n._("Put it in force")}
            </Button>
          )}
          {change.own ? (
            <Button busy={busy("take-back")} onClick={() => mutate("take-back")}>
              {i18n._("Take it back")}
            </Button>
          ) : (
            <Button busy={busy("decline")} onClick={() => mutate("decline")}>
              {i18n._("Decline it")}
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}

type Difference = Change["differences"][number];

function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const { i18n } = useLingui();
  const columns = useMemo(
    (): readonly Column<Difference>[] => [
      { id: "path", head: i18n._("Where"), cell: ({ path }) => <code>{path}</code> },
      { id: "before", head: i18n._("Before"), cell: ({ before }) => <Value text={before} /> },
      { id: "after", head: i18n._("Afterwards"), cell: ({ after }) => <Value text={after} /> },
    ],
    [i18n],
  );
  return (
    <DataTable caption={i18n._("What it changes")} columns={columns} rows={differences} rowKey={({ path }) => path} />
  );
}

function Value({ text }: { readonly text: string | undefined }) {
  const { i18n } = useLingui();
  return text === undefined ? (
    <span className="muted">{i18n._("Nothing")}</span>
  ) : (
    <code className="value">{text}</code>
  );
}
