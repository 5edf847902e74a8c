/** The pipeline as a table: the same rows as the board, sorted as the address says. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { Age } from "../../component/age.tsx";
import { type Column, DataTable, type Sort } from "../../component/data-table.tsx";
import { Money } from "../../component/money.tsx";
import { ParkMark } from "../../component/park-mark.tsx";
import { useParks } from "../../network.ts";
import { useFormat } from "../case/use-format.ts";
import { StaffStatusTag } from "../staff/staff-status.tsx";
import { useHolderLabel } from "./holder-label.ts";
import type { CasesPage, PipelineRow } from "./pipeline-search.ts";

interface Props {
  readonly rows: readonly PipelineRow[];
  readonly page: CasesPage;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

export function CaseTable({ rows, page, sort, onSort }: Props) {
  const { i18n } = useLingui();
  return (
    <section className="card card--flush pipeline-table" aria-label={i18n._("Cases")}>
      <DataTable
        caption={i18n._("Cases")}
        columns={useColumns(page, rows[0]?.parkId)}
        rows={rows}
        rowKey={({ caseId }) => caseId}
        sort={sort}
        onSort={onSort}
      />
    </section>
  );
}

function useColumns(page: CasesPage, parkId: string | undefined): readonly Column<PipelineRow>[] {
  const { i18n } = useLingui();
  const format = useFormat();
  const parks = useParks();
  const label = useHolderLabel(page, parkId);
  return [
    {
      id: "reference",
      head: i18n._("Reference"),
      sortBy: ({ reference }) => reference,
      cell: ({ caseId, reference }) => (
        <Link className="mono nowrap" to="/cases/$caseId" params={{ caseId }}>
          {reference}
        </Link>
      ),
    },
    {
      id: "applicant",
      head: i18n._("Company and title"),
      sortBy: ({ applicant }) => applicant,
      cell: ({ applicant, title }) => (
        <div>
          <span className="m">{applicant}</span>
          <div className="tiny muted">{title}</div>
        </div>
      ),
    },
    {
      id: "provider",
      head: i18n._("Provider"),
      cell: ({ provider, providerPark }) => {
        const park = parks.find(({ id }) => id === providerPark);
        return (
          <div>
            {park !== undefined && <ParkMark park={park} />}
            <div className="tiny muted">{provider}</div>
          </div>
        );
      },
    },
    { id: "status", head: i18n._("State"), cell: ({ status }) => <StaffStatusTag status={status} /> },
    { id: "holder", head: i18n._("Holder"), cell: ({ holders }) => holders.map(label).join(", ") },
    {
      id: "since",
      head: i18n._("Age"),
      sortBy: ({ since }) => since,
      cell: ({ elapsed, workingDaysLeft }) =>
        elapsed === undefined || workingDaysLeft === undefined ? null : (
          <Age elapsed={elapsed} workingDaysLeft={workingDaysLeft} />
        ),
    },
    {
      id: "due",
      head: i18n._("Due"),
      sortBy: ({ due }) => due ?? "9999",
      cell: ({ due, decisionBy }) => (
        <>
          {due !== undefined && <span className="nowrap">{format.date(due, "day")}</span>}
          {decisionBy !== undefined && (
            <div className="tiny muted">
              {i18n._("decision promised by {day}", { day: format.date(decisionBy, "day") })}
            </div>
          )}
        </>
      ),
    },
    {
      id: "asked",
      head: i18n._("Asked or awarded"),
      number: true,
      cell: ({ awarded, requested, currency }) => {
        const amount = awarded ?? requested;
        return amount === undefined || currency === undefined ? null : <Money amount={amount} currency={currency} />;
      },
    },
  ];
}
