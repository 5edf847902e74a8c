/** A run in one line: its state with progress, its size, its cost and how sure that is. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import { Note } from "../../component/note.tsx";
import type { RunView } from "./assignment-query.ts";
import { RunState } from "./run-state.tsx";
import { usePlanWords } from "./use-plan-words.ts";

export function RunSum({ run }: { readonly run: RunView }) {
  const { i18n } = useLingui();
  const words = usePlanWords();
  const loads = run.reviewers.map(({ load }) => load);
  const branches = run.answers.find(({ round }) => round === run.round)?.branches ?? 1;
  const facts: [string, string][] = [
    [i18n._("Cases"), i18n._("{wanting} of {cases} in review", { wanting: run.wanting, cases: run.cases })],
    [i18n._("Reviewers"), String(run.reviewers.length)],
    ...(run.cost === undefined
      ? []
      : ([
          [i18n._("Cost of the plan"), words.cost(run.cost)],
          [
            i18n._("Cases per reviewer"),
            i18n._("{least} to {most}", { least: Math.min(...loads), most: Math.max(...loads) }),
          ],
        ] as [string, string][])),
  ];
  return (
    <Card title={i18n._("The run")} aside={<RunState run={run} />}>
      <Progress run={run} />
      <dl className="run-facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      {run.cost !== undefined && (
        <p className="small muted">
          {branches > 1
            ? i18n._(
                "No plan costs less: proved by prices and {branches} branches, checked by a second program. A missing match costs 1, a soft conflict 0.35, a translation 0.15; each further case of a reviewer costs more.",
                { branches },
              )
            : i18n._(
                "No plan costs less: proved by prices, checked by a second program. A missing match costs 1, a soft conflict 0.35, a translation 0.15; each further case of a reviewer costs more.",
              )}
        </p>
      )}
      {run.state === "ready" && (
        <Note>
          <p>{i18n._("This is a dry run. Nobody has been invited.")}</p>
        </Note>
      )}
      {run.skipped > 0 && (
        <Note kind="warn">
          <p>
            {i18n._(
              "{count, plural, one {# case had moved on and was left alone; its task waits for the manager.} other {# cases had moved on and were left alone; their tasks wait for the manager.}}",
              { count: run.skipped },
            )}
          </p>
        </Note>
      )}
    </Card>
  );
}

function Progress({ run }: { readonly run: RunView }) {
  const { i18n } = useLingui();
  if (run.state === "solving") return <p role="status">{i18n._("Computing the best plan…")}</p>;
  const [done, all] =
    run.state === "collecting"
      ? [run.collected, run.cases]
      : run.state === "publishing"
        ? [run.published + run.skipped, run.wanting]
        : [0, 0];
  if (all === 0) return null;
  return (
    <div className="run-progress" role="status">
      <progress max={all} value={done} aria-label={i18n._("Progress")} />
      <span className="num small">
        {run.state === "collecting"
          ? i18n._("{done} of {all} cases read", { done, all })
          : i18n._("{done} of {all} cases published", { done, all })}
      </span>
    </div>
  );
}
