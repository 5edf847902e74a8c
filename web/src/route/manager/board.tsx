/** The pipeline as a board: one column per step of a case's life, a card per case. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { Age } from "../../component/age.tsx";
import { Icon } from "../../component/icon.tsx";
import { ParkPair } from "../../component/park-mark.tsx";
import { formatAmount } from "../../format/money.ts";
import { useLocales } from "../../language/use-locales.ts";
import { useParks } from "../../network.ts";
import { useStaffStatusWords } from "../staff/staff-status.tsx";
import { useHolderLabel } from "./holder-label.ts";
import { boardColumns, type CasesPage, type PipelineRow } from "./pipeline-search.ts";

interface Props {
  readonly rows: readonly PipelineRow[];
  readonly page: CasesPage;
  readonly showEnded: boolean;
}

export function Board({ rows, page, showEnded }: Props) {
  const { i18n } = useLingui();
  const phases = [
    { id: "selection", title: i18n._("Selection") },
    { id: "use", title: i18n._("Voucher in use") },
  ] as const;
  return phases.map((phase) => {
    const columns = boardColumns.filter((one) => one.phase === phase.id && (one.id !== "closed" || showEnded));
    const any = columns.some(({ statuses }) => statuses.some((status) => (page.counts[status] ?? 0) > 0));
    if (!any) return null;
    return (
      <section key={phase.id} aria-label={phase.title}>
        <h2 className="phase">{phase.title}</h2>
        <div className="board">
          {columns.map((column) => (
            <BoardColumn key={column.id} column={column} rows={rows} page={page} />
          ))}
        </div>
      </section>
    );
  });
}

interface ColumnProps {
  readonly column: (typeof boardColumns)[number];
  readonly rows: readonly PipelineRow[];
  readonly page: CasesPage;
}

function BoardColumn({ column, rows, page }: ColumnProps) {
  const { i18n } = useLingui();
  const words = useStaffStatusWords();
  const locales = useLocales();
  const shown = rows.filter(({ status }) => column.statuses.includes(status));
  const count = column.statuses.reduce((sum, status) => sum + (page.counts[status] ?? 0), 0);
  const sums = new Map<string, number>();
  for (const status of column.statuses) {
    for (const [currency, amount] of Object.entries(page.sums[status] ?? {}))
      sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  const title = column.id === "closed" ? i18n._("Ended") : words[column.id];
  return (
    <details className="col" open>
      <summary>
        <h3>
          {title} <span className="num">{count}</span>
        </h3>
        <span className="small muted num">
          {[...sums].map(([currency, amount]) => formatAmount(amount, currency, locales, true)).join(", ")}
        </span>
      </summary>
      {shown.map((row) => (
        <CaseCard key={row.caseId} row={row} page={page} single={column.statuses.length === 1} />
      ))}
    </details>
  );
}

interface CardProps {
  readonly row: PipelineRow;
  readonly page: CasesPage;
  /** The column holds one status only, so the card need not name it. */
  readonly single: boolean;
}

function CaseCard({ row, page, single }: CardProps) {
  const { i18n } = useLingui();
  const locales = useLocales();
  const words = useStaffStatusWords();
  const label = useHolderLabel(page, row.parkId);
  const parks = useParks();
  const from = parks.find(({ id }) => id === row.parkId);
  const to = parks.find(({ id }) => id === row.providerPark);
  const amount = row.awarded ?? row.requested;
  return (
    <Link className="pc" to="/cases/$caseId" params={{ caseId: row.caseId }}>
      <span className="row between tiny muted">
        <span className="mono">{row.reference}</span>
        {from !== undefined && to !== undefined && (
          <ParkPair from={from} to={to} label={i18n._("{from} to {to}", { from: from.name, to: to.name })} />
        )}
      </span>
      <span className="co m">{row.applicant}</span>
      <span className="ti small muted">{row.title}</span>
      {!single && <span className="tiny">{words[row.status]}</span>}
      <span className="row between">
        {row.elapsed === undefined || row.workingDaysLeft === undefined ? (
          <span />
        ) : (
          <Age elapsed={row.elapsed} workingDaysLeft={row.workingDaysLeft} />
        )}
        {amount !== undefined && row.currency !== undefined && (
          <span className="small num">{formatAmount(amount, row.currency, locales, true)}</span>
        )}
      </span>
      {row.holders.length > 0 && (
        <span className="row tiny muted who-holds">
          <Icon name="person" /> {row.holders.map(label).join(", ")}
        </span>
      )}
    </Link>
  );
}
