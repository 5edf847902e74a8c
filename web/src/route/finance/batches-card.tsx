/** The batches of a park, newest first. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Money } from "../../component/money.tsx";
import { TableLinks } from "../../component/table-links.tsx";
import { useFormat } from "../case/use-format.ts";
import { useDutyWords } from "../staff/duty-words.ts";
import { BatchTag, useChannelWords } from "./batch-words.tsx";
import type { Batch, Payments } from "./finance-query.ts";

interface Props {
  readonly payments: Payments;
  readonly parkId: string;
}

/** How many orders of a batch came back. */
export function returnedOf(batch: Pick<Batch, "orders">, orders: Payments["orders"]): number {
  return batch.orders.filter(({ endToEndId }) => orders[endToEndId]?.status === "returned").length;
}

/** Short for people: the last six of the id's time part tell batches of a park apart. */
export function batchName(batchId: string): string {
  return batchId.replace(/^bat_/, "").slice(4, 10);
}

export function BatchesCard({ payments, parkId }: Props) {
  const { i18n } = useLingui();
  const duty = useDutyWords();
  const columns = useColumns(payments, parkId);
  const { batches, refusals } = payments;
  const barred = batches.flatMap(({ batchId }) => refusals[batchId] ?? [])[0];
  return (
    <Card
      title={i18n._("Payment batches")}
      aside={
        batches.length === 0 ? undefined : (
          <TableLinks name={i18n._("Payment batches")} path="/api/parks/{parkId}/tables/batches" params={{ parkId }} />
        )
      }
      flush={batches.length > 0}
    >
      {batches.length === 0 ? (
        <EmptyState>{i18n._("No batch was prepared yet.")}</EmptyState>
      ) : (
        <>
          <DataTable
            caption={i18n._("Payment batches")}
            columns={columns}
            rows={batches}
            rowKey={({ batchId }) => batchId}
          />
          {barred !== undefined && <p className="card-foot small muted">{duty(barred)}</p>}
        </>
      )}
    </Card>
  );
}

function useColumns(payments: Payments, parkId: string): readonly Column<Batch>[] {
  const { i18n } = useLingui();
  const format = useFormat();
  const channel = useChannelWords();
  const byWhom = (id: string | undefined, at: string | undefined) =>
    id === undefined || at === undefined ? null : `${payments.names[id] ?? ""}, ${format.date(at, "short")}`;
  return [
    {
      id: "batch",
      head: i18n._("Batch"),
      cell: ({ batchId, executionDate, channel: kind }) => (
        <>
          <Link className="mono" to="/payments/$parkId/$batchId" params={{ parkId, batchId }}>
            {batchName(batchId)}
          </Link>
          <div className="tiny muted plain">
            {`${channel(kind)}, ${i18n._("pays on {day}", { day: format.day(executionDate, "short") })}`}
          </div>
        </>
      ),
    },
    {
      id: "state",
      head: i18n._("State"),
      cell: (batch) => <BatchTag batch={batch} returned={returnedOf(batch, payments.orders)} />,
    },
    { id: "count", head: i18n._("Payments"), number: true, cell: ({ orders }) => orders.length },
    {
      id: "sum",
      head: i18n._("Sum"),
      number: true,
      cell: ({ total, currency }) => <Money amount={total} currency={currency} />,
    },
    { id: "prepared", head: i18n._("Prepared"), cell: ({ preparedBy, preparedAt }) => byWhom(preparedBy, preparedAt) },
    { id: "released", head: i18n._("Released"), cell: ({ releasedBy, releasedAt }) => byWhom(releasedBy, releasedAt) },
  ];
}
