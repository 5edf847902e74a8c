/** How long the money lasts: what was available after each posting, and the pace that follows from it. */
import { useLingui } from "@lingui/react";
import { useState } from "react";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { DataTable } from "../../component/data-table.tsx";
import { useFormat } from "../case/use-format.ts";
import { type BurnDown, burnDownOf, type DayEnd } from "./burn-down.ts";
import { Chart } from "./chart.tsx";
import { Figure, FigureLink, type FigureOf } from "./figure.tsx";
import type { LedgerKeyView } from "./finance-query.ts";
import { keyText } from "./ledger-key.ts";

export function BurnDownCard({ ledgerKey, now }: { readonly ledgerKey: LedgerKeyView; readonly now: string }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const [table, setTable] = useState(false);
  const { currency } = ledgerKey.ledger;
  const burn = burnDownOf(ledgerKey, now);
  const left = format.money({ amount: burn.available, currency });
  const of: FigureOf = { park: ledgerKey.ledger.parkId, key: keyText(ledgerKey.ledger), account: "available" };
  return (
    <Card
      title={i18n._("How long the money lasts")}
      aside={
        <Button kind="quiet" small onClick={() => setTable(!table)}>
          {table ? i18n._("Picture") : i18n._("Table")}
        </Button>
      }
    >
      {table ? (
        <DataTable
          caption={i18n._("Available at the end of each day")}
          rows={burn.days.toReversed()}
          rowKey={({ day }: DayEnd) => day}
          columns={[
            { id: "day", head: i18n._("Day"), cell: ({ day }: DayEnd) => format.day(day) },
            {
              id: "available",
              head: i18n._("Available"),
              number: true,
              cell: ({ day, available }: DayEnd) => (
                <Figure amount={available} currency={currency} of={{ ...of, to: day }} />
              ),
            },
          ]}
        />
      ) : (
        <Picture burn={burn} now={now} label={left} currency={currency} of={of} />
      )}
      <p className="small">
        <Figure amount={burn.available} currency={currency} of={of} />{" "}
        {burn.lastsUntil === undefined
          ? i18n._("available; no pace to speak of yet.")
          : i18n._("available. At this pace until {day}.", {
              day: format.date(burn.lastsUntil),
            })}
      </p>
    </Card>
  );
}

const [width, height, right, bottom] = [560, 210, 70, 20];

interface PictureProps {
  readonly burn: BurnDown;
  readonly now: string;
  readonly label: string;
  readonly currency: string;
  readonly of: FigureOf;
}

function Picture({ burn, now, label, currency, of }: PictureProps) {
  const format = useFormat();
  const [first] = burn.steps;
  if (first === undefined || burn.most === 0) return null;
  const start = Date.parse(first.at);
  const end = Math.max(Date.parse(now), Date.parse(burn.lastsUntil ?? now), start + 1);
  const x = (at: string) => ((Date.parse(at) - start) / (end - start)) * (width - right);
  const y = (amount: number) => 18 + (1 - amount / burn.most) * (height - bottom - 18);
  const points = burn.steps.reduce<string>(
    (path, step) =>
      `${path}${path === "" ? "M" : "H"}${x(step.at)}${path === "" ? ` ${y(step.available)}` : `V${y(step.available)}`}`,
    "",
  );
  return (
    <Chart label={label} size={{ width, height }}>
      {[0, 0.5, 1].map((part) => (
        <line
          key={part}
          x1={0}
          x2={width - right}
          y1={y(burn.most * part)}
          y2={y(burn.most * part)}
          className="chart-line"
        />
      ))}
      <text x={0} y={y(burn.most) - 3} className="chart-small">
        {format.money({ amount: burn.most, currency })}
      </text>
      <text x={0} y={height - 4} className="chart-small">
        {format.date(first.at)}
      </text>
      <text x={width - right} y={height - 4} textAnchor="end" className="chart-small">
        {format.date(new Date(end).toISOString())}
      </text>
      <path d={`${points}H${x(now)}`} className="chart-step" />
      {burn.lastsUntil !== undefined && (
        <path d={`M${x(now)} ${y(burn.available)}L${x(burn.lastsUntil)} ${y(0)}`} className="chart-pace" />
      )}
      <circle cx={x(now)} cy={y(burn.available)} r={4} className="chart-dot" />
      <FigureLink of={of} className="chart-figure">
        <text x={Math.min(x(now) + 8, width - 90)} y={Math.max(14, y(burn.available) - 8)} className="chart-name">
          {label}
        </text>
      </FigureLink>
    </Chart>
  );
}
