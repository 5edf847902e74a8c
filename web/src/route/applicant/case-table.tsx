/** All cases of one's organisations, as applicant or provider. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import * as z from "zod";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { StatusTag, useStatusWords } from "../case/status-tag.tsx";
import { usePageSearch } from "../use-page-search.ts";
import type { MyCase } from "./my-cases-query.ts";

const searchSchema = z.object({ sort: z.string().optional(), desc: z.boolean().optional() });

export function CaseTable({ cases }: { readonly cases: readonly MyCase[] }) {
  const { i18n } = useLingui();
  const words = useStatusWords();
  const [{ sort, desc = false }, change] = usePageSearch(searchSchema);
  const columns: Column<MyCase>[] = [
    {
      id: "title",
      head: i18n._("Case"),
      sortBy: (one) => one.title,
      cell: (one) => (
        <>
          <Link to="/cases/$caseId" params={{ caseId: one.caseId }}>
            {one.title || i18n._("Application without a title yet")}
          </Link>
          <div className="tiny muted mono">{one.reference}</div>
        </>
      ),
    },
    {
      id: "status",
      head: i18n._("Status"),
      sortBy: (one) => words[one.status],
      cell: (one) => <StatusTag status={one.status} />,
    },
    { id: "company", head: i18n._("Company"), sortBy: (one) => one.applicant, cell: (one) => one.applicant },
    { id: "provider", head: i18n._("Provider"), sortBy: (one) => one.provider ?? "", cell: (one) => one.provider },
    {
      id: "since",
      head: i18n._("Since"),
      sortBy: (one) => one.since ?? "",
      cell: (one) => (one.since === undefined ? null : <DateTime at={one.since} show="date" />),
    },
  ];
  return (
    <DataTable
      caption={i18n._("All cases")}
      columns={columns}
      rows={cases}
      rowKey={(one) => one.caseId}
      {...(sort === undefined ? {} : { sort: { id: sort, desc } })}
      onSort={({ id, desc: down }) => change({ sort: id, desc: down || undefined })}
    />
  );
}
