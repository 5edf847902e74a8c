/** The assignment workbench of a call: runs so far, the plan of one as a matrix, why and why not, changes by hand with their price. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import * as z from "zod";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { languageOf } from "../../language/language.ts";
import { callQuery } from "../case/case-query.ts";
import { usePageSearch } from "../use-page-search.ts";
import { runQuery, runsQuery, useCallId } from "./assignment-query.ts";
import { ImpossibleNote } from "./impossible-note.tsx";
import { PairCard } from "./pair-card.tsx";
import { RunActs } from "./run-acts.tsx";
import { RunMatrix } from "./run-matrix.tsx";
import { RunSum } from "./run-sum.tsx";
import { RunsCard } from "./runs-card.tsx";
import { StartForm } from "./start-form.tsx";
import "../staff/staff.css";
import "./assignment.css";

const searchSchema = z.object({
  run: z.string().optional(),
  from: z.coerce.number().int().min(0).max(2000).default(0),
  case: z.string().optional(),
  reviewer: z.string().optional(),
});
export type Search = z.infer<typeof searchSchema>;

export function RoutePage() {
  const { i18n } = useLingui();
  const callId = useCallId();
  const [search, change] = usePageSearch(searchSchema);
  const call = useQuery(callQuery(callId)).data;
  const runs = useQuery(runsQuery(callId));
  const title = call?.title[languageOf(i18n.locale)] ?? Object.values(call?.title ?? {})[0];
  return (
    <Page
      title={i18n._("Assignment of reviewers")}
      windowTitle={i18n._("Assignment of reviewers: {code}", { code: call?.code ?? callId })}
      width="expert"
      up={{ to: "/reviewing", label: i18n._("Reviewers") }}
      lead={title}
    >
      <Loaded query={runs} lines={8}>
        {(list) => {
          const runId = search.run ?? list.runs[0]?.runId;
          const open = list.runs.some(({ state }) => state !== "published" && state !== "discarded");
          return (
            <div className="act-page">
              {list.mine && !open && (
                <StartForm callId={callId} first={list.runs.length === 0} onDone={(run) => change({ run, from: 0 })} />
              )}
              {runId !== undefined && <OneRun callId={callId} runId={runId} search={search} change={change} />}
              {list.runs.length > 0 && (
                <RunsCard runs={list.runs} shown={runId} onShow={(run) => change({ run, from: 0 })} />
              )}
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}

interface Props {
  readonly callId: string;
  readonly runId: string;
  readonly search: Search;
  readonly change: (change: Partial<Search>) => void;
}

function OneRun({ callId, runId, search, change }: Props) {
  const query = useQuery(runQuery(callId, runId, search.from));
  return (
    <Loaded query={query} lines={12}>
      {(run) => {
        const name = (personId: string) => run.reviewers.find((one) => one.personId === personId)?.name ?? personId;
        const reference = (caseId: string) =>
          run.rows.find((one) => one.caseId === caseId)?.reference ?? caseId.slice(-6);
        const pair =
          search.case === undefined || search.reviewer === undefined
            ? undefined
            : { caseId: search.case, personId: search.reviewer };
        return (
          <>
            <RunSum run={run} />
            {run.impossible !== undefined && (
              <ImpossibleNote found={run.impossible} name={name} reference={reference} />
            )}
            {pair !== undefined && run.state !== "collecting" && run.state !== "solving" && (
              <PairCard
                key={`${pair.caseId} ${pair.personId}`}
                run={run}
                pair={pair}
                name={name}
                reference={reference}
                onClose={() => change({ case: undefined, reviewer: undefined })}
              />
            )}
            {run.rows.length > 0 && (
              <RunMatrix
                run={run}
                from={search.from}
                pair={pair}
                onFrom={(from) => change({ from, case: undefined, reviewer: undefined })}
                onPair={({ caseId, personId }) => change({ case: caseId, reviewer: personId })}
              />
            )}
            <RunActs run={run} />
          </>
        );
      }}
    </Loaded>
  );
}
