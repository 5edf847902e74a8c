/** The history of a call's assignment runs. */
import { useLingui } from "@lingui/react";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { useFormat } from "../case/use-format.ts";
import type { Runs } from "./assignment-query.ts";
import { RunState } from "./run-state.tsx";
import { usePlanWords } from "./use-plan-words.ts";

type Run = Runs["runs"][number];

interface Props {
  readonly runs: readonly Run[];
  readonly shown: string | undefined;
  readonly onShow: (runId: string) => void;
}

export function RunsCard({ runs, shown, onShow }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const words = usePlanWords();
  const columns: readonly Column<Run>[] = [
    { id: "when", head: i18n._("Begun"), cell: ({ startedAt }) => format.moment(startedAt) },
    { id: "who", head: i18n._("By"), cell: ({ startedByName }) => startedByName },
    { id: "state", head: i18n._("State"), cell: (run) => <RunState run={run} /> },
    { id: "cases", head: i18n._("Cases"), number: true, cell: ({ wanting }) => format.number(wanting) },
    {
      id: "changes",
      head: i18n._("Changes by hand"),
      number: true,
      cell: ({ moves, waived }) => format.number(moves + waived),
    },
    {
      id: "cost",
      head: i18n._("Cost"),
      number: true,
      cell: ({ cost }) => (cost === undefined ? "–" : words.cost(cost)),
    },
    {
      id: "open",
      head: i18n._("Look"),
      cell: ({ runId, startedAt }) =>
        runId === shown ? (
          i18n._("shown above")
        ) : (
          <Button
            kind="quiet"
            small
            onClick={() => onShow(runId)}
            aria-label={i18n._("Show the run of {when}", { when: format.moment(startedAt) })}
          >
            {i18n._("Show")}
          </Button>
        ),
    },
  ];
  return (
    <Card title={i18n._("History of runs")} flush>
      <DataTable caption={i18n._("History of runs")} columns={columns} rows={runs} rowKey={({ runId }) => runId} />
    </Card>
  );
}
