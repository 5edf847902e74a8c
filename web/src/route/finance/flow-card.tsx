/** The picture from fund to payment, one currency at a time, with the same figures as a table. */
import { useLingui } from "@lingui/react";
import { useState } from "react";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { DataTable } from "../../component/data-table.tsx";
import { useFormat } from "../case/use-format.ts";
import { Chart } from "./chart.tsx";
import { Figure, FigureLink } from "./figure.tsx";
import type { LedgerKeyView } from "./finance-query.ts";
import { useCallTitle } from "./ledger-key.ts";
import { type Flow, type FlowNode, flowOf, flowSize, placeFlow } from "./money-flow.ts";

interface Props {
  /** All of one currency. */
  readonly keys: readonly LedgerKeyView[];
  readonly currency: string;
}
interface DrawnProps {
  readonly flow: Flow;
  readonly currency: string;
  readonly park: string;
}

export function FlowCard({ keys, currency }: Props) {
  const { i18n } = useLingui();
  // Where there is no room for a picture, the same figures come as a table first.
  const [table, setTable] = useState(() => window.matchMedia("(max-width: 640px)").matches);
  const call = useCallTitle();
  const flow = flowOf(keys, {
    call,
    available: i18n._("Available"),
    reserved: i18n._("Reserved"),
    awarded: i18n._("Awarded"),
    returned: i18n._("Returned to the fund"),
    paid: i18n._("Paid"),
    unpaid: i18n._("Awarded, not yet paid"),
    recoverable: i18n._("To recover"),
    writtenOff: i18n._("Written off"),
  });
  const park = keys[0]?.ledger.parkId;
  if (flow.nodes.length === 0 || park === undefined) return null;
  return (
    <Card
      title={i18n._("From fund to payment")}
      aside={
        <Button kind="quiet" small onClick={() => setTable(!table)}>
          {table ? i18n._("Picture") : i18n._("Table")}
        </Button>
      }
    >
      {table ? (
        <FlowTable flow={flow} currency={currency} park={park} />
      ) : (
        <Picture flow={flow} currency={currency} park={park} />
      )}
      <p className="tiny muted">{i18n._("{currency} only: other currencies have their own picture.", { currency })}</p>
    </Card>
  );
}

function Picture({ flow, currency, park }: DrawnProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { nodes, ribbons } = placeFlow(flow);
  const heads = [i18n._("Fund"), i18n._("Call"), i18n._("Award"), i18n._("Payment")];
  const summary = flow.nodes.map(({ label, amount }) => `${label} ${format.money({ amount, currency })}`).join(", ");
  return (
    <Chart label={summary} size={flowSize}>
      {heads.map((head, column) => (
        <text key={head} x={column * (1180 / 3)} y={12} className="chart-small">
          {head}
        </text>
      ))}
      {ribbons.map(({ id, path, colour }) => (
        <path key={id} d={path} fill={colour} opacity={0.3} />
      ))}
      {nodes.map(({ id, label, x, y, height, amount, colour, of }) => (
        <g key={id}>
          <rect x={x} y={y} width={14} height={height} rx={2} fill={colour} />
          <text x={x + 22} y={y + 14} className="chart-name">
            {label.length > 34 ? `${label.slice(0, 33)}…` : label}
          </text>
          <FigureLink of={{ park, currency, ...of }} className="chart-figure">
            <text x={x + 22} y={y + 30} className="chart-small">
              {format.money({ amount, currency })}
            </text>
          </FigureLink>
        </g>
      ))}
    </Chart>
  );
}

function FlowTable({ flow, currency, park }: DrawnProps) {
  const { i18n } = useLingui();
  const heads = [i18n._("Fund"), i18n._("Call"), i18n._("Award"), i18n._("Payment")];
  return (
    <DataTable
      caption={i18n._("From fund to payment")}
      rows={flow.nodes}
      rowKey={({ id }: FlowNode) => id}
      columns={[
        { id: "step", head: i18n._("Step"), cell: ({ column }: FlowNode) => heads[column] ?? "" },
        { id: "what", head: i18n._("What"), cell: ({ label }: FlowNode) => label },
        {
          id: "amount",
          head: i18n._("Amount"),
          number: true,
          cell: ({ amount, of }: FlowNode) => (
            <Figure amount={amount} currency={currency} of={{ park, currency, ...of }} />
          ),
        },
      ]}
    />
  );
}
