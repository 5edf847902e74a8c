/** One batch: its payments, then release by another person, the bank's file, and that it was sent. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Money } from "../../component/money.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { TableLinks } from "../../component/table-links.tsx";
import { Tag } from "../../component/tag.tsx";
import { useFormat } from "../case/use-format.ts";
import { useStaffParks } from "../staff/use-staff-parks.ts";
import { BatchActs } from "./batch-acts.tsx";
import { BatchTag, useChannelWords } from "./batch-words.tsx";
import { batchName, returnedOf } from "./batches-card.tsx";
import { type Batch, type Payments, paymentsQuery } from "./finance-query.ts";
import "../staff/staff.css";
import "./finance.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const { parkId = "", batchId = "" }: { parkId?: string; batchId?: string } = useParams({ strict: false });
  const query = useQuery(paymentsQuery(parkId));
  return (
    <Page
      title={i18n._("Batch {name}", { name: batchName(batchId) })}
      width="decision"
      up={{ to: "/payments", label: i18n._("Payments") }}
    >
      <Loaded query={query} lines={8}>
        {(payments) => {
          const batch = payments.batches.find((one) => one.batchId === batchId);
          return batch === undefined ? (
            <Note>
              <p>{i18n._("There is no such batch in this park.")}</p>
            </Note>
          ) : (
            <Body batch={batch} payments={payments} />
          );
        }}
      </Loaded>
    </Page>
  );
}

function Body({ batch, payments }: { readonly batch: Batch; readonly payments: Payments }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const channel = useChannelWords();
  const mayAct = useStaffParks(["finance"]).some(({ id }) => id === batch.parkId);
  const name = (id: string | undefined) => (id === undefined ? "" : (payments.names[id] ?? ""));
  const { total, currency } = batch;
  const steps = [
    { who: batch.preparedBy, at: batch.preparedAt, text: i18n._("Prepared") },
    { who: batch.releasedBy, at: batch.releasedAt, text: i18n._("Released") },
    { who: batch.sentBy, at: batch.sentAt, text: i18n._("Marked as sent") },
  ].filter(({ at }) => at !== undefined);
  return (
    <div className="act-page">
      <section className="card">
        <p className="asked-sum">
          <Money amount={total} currency={currency} />
        </p>
        <p>
          {i18n._("{count, plural, one {# payment} other {# payments}} by {channel}, on {day}.", {
            count: batch.orders.length,
            channel: channel(batch.channel),
            day: format.day(batch.executionDate, "full"),
          })}{" "}
          <BatchTag batch={batch} returned={returnedOf(batch, payments.orders)} />
        </p>
        <ul className="plain-list small muted">
          {steps.map(({ who, at, text }) => (
            <li key={text}>{`${text}: ${name(who)}, ${format.moment(at ?? "")}`}</li>
          ))}
        </ul>
      </section>
      <Card
        title={i18n._("Payments in this batch")}
        aside={
          <TableLinks
            name={i18n._("Payments in this batch")}
            path="/api/parks/{parkId}/tables/batches"
            params={{ parkId: batch.parkId }}
            query={{ batch: batch.batchId }}
          />
        }
        flush
      >
        <DataTable
          caption={i18n._("Payments in this batch")}
          columns={useColumns(payments, batch)}
          rows={batch.orders}
          rowKey={({ endToEndId }) => endToEndId}
          foot={[i18n._("Control sum"), null, null, <Money key="sum" amount={total} currency={currency} />]}
        />
      </Card>
      {mayAct ? (
        <BatchActs batch={batch} refusal={payments.refusals[batch.batchId]} orders={payments.orders} />
      ) : (
        <Note>
          <p>{i18n._("Batches are released by the finance officers of the park.")}</p>
        </Note>
      )}
    </div>
  );
}

function useColumns(
  payments: Payments,
  { rejections = [], withdrawn }: Batch,
): readonly Column<Batch["orders"][number]>[] {
  const { i18n } = useLingui();
  const format = useFormat();
  return [
    {
      id: "payee",
      head: i18n._("Payee"),
      cell: ({ payeeName, account, remittance }) => (
        <>
          {payeeName}
          <div className="tiny muted plain">
            <span className="mono">{account.iban ?? account.other ?? ""}</span> {remittance}
          </div>
        </>
      ),
    },
    {
      id: "case",
      head: i18n._("Case"),
      cell: ({ caseId, endToEndId }) => (
        <div>
          <Link className="mono" to="/cases/$caseId" params={{ caseId }}>
            {payments.references[caseId] ?? ""}
          </Link>
          <div className="tiny muted mono">{endToEndId}</div>
        </div>
      ),
    },
    {
      id: "bank",
      head: i18n._("Bank"),
      cell: ({ endToEndId }) => {
        const order = payments.orders[endToEndId];
        if (order?.status === "booked" && order.bookedOn !== undefined)
          return <Tag state="ok">{i18n._("booked {day}", { day: format.day(order.bookedOn, "short") })}</Tag>;
        const rejection = rejections.find((one) => one.endToEndId === endToEndId);
        if (rejection !== undefined)
          return (
            <>
              <Tag state="bad">{withdrawn === undefined ? i18n._("rejected by the bank") : i18n._("taken back")}</Tag>
              <div className="tiny muted plain">
                {`${rejection.reason} (${payments.names[rejection.by] ?? ""}, ${format.date(rejection.at, "short")})`}
              </div>
            </>
          );
        if (order?.status === "returned") return <Tag state="bad">{i18n._("came back")}</Tag>;
        return <span className="muted">{i18n._("not yet")}</span>;
      },
    },
    { id: "amount", head: i18n._("Amount"), number: true, cell: ({ amount }) => <Money {...amount} /> },
  ];
}
