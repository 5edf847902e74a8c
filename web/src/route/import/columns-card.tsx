/** The template of a kind of import, and what each of its columns holds. */
import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { TableLinks } from "../../component/table-links.tsx";
import { useColumnWords } from "./column-words.ts";
import type { ImportKind } from "./imports-query.ts";

export function ColumnsCard({ kind }: { readonly kind: ImportKind }) {
  const { i18n } = useLingui();
  const rows = useColumnWords(kind);
  const columns = useMemo(
    (): readonly Column<(typeof rows)[number]>[] => [
      { id: "name", head: i18n._("Column"), cell: ({ name }) => <code>{name}</code> },
      { id: "text", head: i18n._("What it holds"), cell: ({ text }) => text },
      {
        id: "needed",
        head: i18n._("Needed"),
        cell: ({ needed }) => (needed ? i18n._("Yes") : i18n._("May be empty")),
      },
    ],
    [i18n],
  );
  return (
    <Card
      title={i18n._("The file")}
      aside={
        <span className="row">
          {i18n._("Template")}
          <TableLinks name={i18n._("Template")} path="/api/import-template" params={{}} query={{ kind }} />
        </span>
      }
    >
      <p>
        {i18n._(
          "Fill in the template, a line each. Organisations and people must be known here first. Days are written like 2026-11-30, amounts like 9600.00.",
        )}
      </p>
      <details className="more">
        <summary>{i18n._("What each column holds")}</summary>
        <DataTable caption={i18n._("Columns")} columns={columns} rows={rows} rowKey={({ name }) => name} />
      </details>
    </Card>
  );
}
