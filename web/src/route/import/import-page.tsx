/** One import: its lines and opening balances, the answer of the second person, and what became of each line. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useLocation, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { useParks } from "../../network.ts";
import { shortHash } from "../staff/short-hash.ts";
import { AnswerCard } from "./answer-card.tsx";
import { ImportLines } from "./import-lines.tsx";
import { ImportState } from "./import-state.tsx";
import { type Import, importQuery } from "./imports-query.ts";
import { useKindWords } from "./kind-words.ts";
import { TakeBackCard } from "./take-back-card.tsx";
import { Totals } from "./totals.tsx";
import "../staff/staff.css";
import "../finance/finance.css";
import "./import.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const { parkId = "", importId = "" }: { parkId?: string; importId?: string } = useParams({ strict: false });
  const query = useQuery(importQuery(parkId, importId));
  const park = useParks().find(({ id }) => id === parkId)?.name;
  return (
    <Page
      title={i18n._("Import of {file}", { file: query.data?.fileName ?? "" })}
      windowTitle={i18n._("Import {id}", { id: importId.slice(-6) })}
      width="expert"
      up={{ to: "/imports", label: i18n._("Imports") }}
      lead={park}
    >
      <Loaded query={query} lines={10}>
        {(run) => <Body run={run} />}
      </Loaded>
    </Page>
  );
}

function Body({ run }: { readonly run: Import }) {
  const { i18n } = useLingui();
  const words = useKindWords();
  useScrollToLine();
  const waits = run.state === "proposed";
  return (
    <div className="act-page">
      <Card title={i18n._("How far it is")} aside={<ImportState run={run} />}>
        <p>
          {words[run.kind]}. {i18n._("Proposed by {name}", { name: run.proposedByName })},{" "}
          <DateTime at={run.proposedAt} show="date-time" />
          {run.answeredAt !== undefined && (
            <>
              {". "}
              {i18n._("Answered by {name}", { name: run.answeredByName ?? "" })},{" "}
              <DateTime at={run.answeredAt} show="date-time" />
            </>
          )}
        </p>
        {run.hash !== undefined && (
          <p className="small muted">
            {i18n._("Content of the lines:")} <span className="mono">{shortHash(run.hash)}</span>
          </p>
        )}
        {run.state === "done" && run.refused > 0 && (
          <Note kind="warn">
            <p>
              {i18n._(
                "{refused, plural, one {# line was not taken over} other {# lines were not taken over}}; nothing of them was done. Mend what stands against them and propose the same file again: only they are new.",
                { refused: run.refused },
              )}
            </p>
          </Note>
        )}
        {waits && run.own && (
          <Note>
            <p>{i18n._("You proposed it. Another person, a finance officer of the park, confirms it.")}</p>
          </Note>
        )}
      </Card>
      <Card title={i18n._("What it brings")}>
        <div className="stack">
          <Totals kind={run.kind} totals={run.totals} />
          <ImportLines kind={run.kind} parkId={run.parkId} lines={run.entries} proposed={waits} />
        </div>
      </Card>
      {waits && (run.mayDecline || run.own) && <AnswerCard run={run} />}
      {run.kind === "aid" && run.state === "done" && <TakeBackCard run={run} />}
    </div>
  );
}

/** Whoever comes from a case is led to its line. */
function useScrollToLine(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== "") document.getElementById(hash)?.scrollIntoView({ block: "center" });
  }, [hash]);
}
