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
      <div className="stack">
        {kind === "aid" && (
          <p>
            {i18n._(
              "Aid that was granted elsewhere under a ceiling over years counts against that ceiling from its own day, for the company and all that are linked to it. What a company declares of the same award itself counts once where grantor, day and amount agree.",
            )}
          </p>
        )}
        {kind === "aid-back" && (
          <p>
            {i18n._(
              "An award that was brought by mistake counts no more once two people took it back. It stays on record with the reason. You can also choose lines on the page of the import that brought them.",
            )}
          </p>
        )}
        <p>
          {i18n._(
            "Fill in the template, a line each. Organisations and people must be known here first. Days are written like 2026-11-30, amounts like 9600.00.",
          )}
        </p>
      </div>
      <details className="more">
        <summary>{i18n._("What each column holds")}</summary>
        <DataTable caption={i18n._("Columns")} columns={columns} rows={rows} rowKey={({ name }) => name} />
      </details>
    </Card>
  );
}
