/** Every cell of a file that cannot be right, by the name that spreadsheets give it. */
import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import { type Column, DataTable } from "../../component/data-table.tsx";
import type { Preview } from "./imports-query.ts";
import { useProblemWords } from "./problem-words.ts";

type Problem = Preview["problems"][number];

export function ProblemTable({ problems }: { readonly problems: readonly Problem[] }) {
  const { i18n } = useLingui();
  const words = useProblemWords();
  const columns = useMemo(
    (): readonly Column<Problem>[] => [
      { id: "cell", head: i18n._("Cell"), cell: ({ cell }) => <span className="mono">{cell}</span> },
      { id: "name", head: i18n._("Column"), cell: ({ name }) => <code>{name}</code> },
      { id: "text", head: i18n._("What is wrong"), cell: ({ code, text }) => words[code] ?? text },
    ],
    [i18n, words],
  );
  return (
    <DataTable
      caption={i18n._("What is wrong")}
      columns={columns}
      rows={problems}
      rowKey={({ cell, code }) => `${cell} ${code}`}
    />
  );
}
