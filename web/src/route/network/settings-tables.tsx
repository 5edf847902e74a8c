/** The settings in force as tables: parks, limits of state aid, rates, holidays, funds with who approves. */
import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { Money } from "../../component/money.tsx";
import { ParkMark } from "../../component/park-mark.tsx";
import { useParks } from "../../network.ts";
import { useBasisName } from "../case/basis-words.ts";
import type { Settings } from "./settings-query.ts";
import { useDayText, useLimitFigure, whereWords } from "./settings-words.ts";

interface Props {
  readonly settings: Settings;
}
type Park = Settings["parks"][number];
type Limit = Settings["limits"][number];
type Rate = Settings["rates"][number];
type Fund = Settings["funds"][number];

export function Parks({ settings }: Props) {
  const { i18n } = useLingui();
  const day = useDayText();
  const marks = useParks();
  const columns = useMemo((): readonly Column<Park>[] => {
    const mark = (park: Park) => marks.find(({ id }) => id === park.id);
    return [
      {
        id: "name",
        head: i18n._("Park"),
        cell: (park) => <ParkMark park={{ id: park.id, name: park.name, shape: mark(park)?.shape ?? "circle" }} />,
      },
      {
        id: "place",
        head: i18n._("Calendar and zone"),
        cell: ({ calendar, zone }) => (
          <>
            {calendar}
            <div className="tiny muted plain">{zone}</div>
          </>
        ),
      },
      { id: "languages", head: i18n._("Languages"), cell: ({ languages }) => languages.join(", ") },
      {
        id: "pays",
        head: i18n._("Pays"),
        cell: ({ associate, currency, legalEntity, accountEnd }) =>
          associate ? (
            <span className="muted">{i18n._("Nothing; an associate")}</span>
          ) : (
            <>
              {currency} {accountEnd !== undefined && i18n._("from …{end}", { end: accountEnd })}
              <div className="tiny muted plain">{legalEntity}</div>
            </>
          ),
      },
      {
        id: "closures",
        head: i18n._("Closed besides holidays"),
        cell: ({ closures }) =>
          closures.length === 0 ? <span className="muted">{i18n._("Never")}</span> : closures.map(day).join(", "),
      },
    ];
  }, [i18n, marks, day]);
  return (
    <Card title={i18n._("Parks")} aside={settings.parks.length} flush>
      <DataTable caption={i18n._("Parks")} columns={columns} rows={settings.parks} rowKey={({ id }) => id} />
    </Card>
  );
}

export function Limits({ settings }: Props) {
  const { i18n } = useLingui();
  const basis = useBasisName();
  const figure = useLimitFigure();
  const day = useDayText();
  const columns = useMemo(
    (): readonly Column<Limit>[] => [
      { id: "basis", head: i18n._("Rule of aid"), cell: (limit) => basis(limit.basis) },
      { id: "where", head: i18n._("Where"), cell: ({ jurisdictions }) => whereWords(jurisdictions) },
      { id: "figure", head: i18n._("Limit"), cell: (limit) => figure(limit) },
      {
        id: "valid",
        head: i18n._("From and until"),
        cell: ({ validFrom, validUntil }) => `${day(validFrom)} – ${validUntil === undefined ? "…" : day(validUntil)}`,
      },
      {
        id: "source",
        head: i18n._("Source"),
        cell: ({ source: { act, article, url } }) =>
          url === undefined ? `${act}, ${article}` : <a href={url}>{`${act}, ${article}`}</a>,
      },
    ],
    [i18n, basis, figure, day],
  );
  return (
    <Card title={i18n._("Limits of state aid")} aside={settings.limits.length} flush>
      <DataTable
        caption={i18n._("Limits of state aid")}
        columns={columns}
        rows={settings.limits}
        rowKey={({ basis: name, jurisdictions, validFrom }) => `${name} ${jurisdictions.join(" ")} ${validFrom}`}
      />
    </Card>
  );
}

export function Rates({ settings }: Props) {
  const { i18n } = useLingui();
  const day = useDayText();
  const columns = useMemo(
    (): readonly Column<Rate>[] => [
      { id: "pair", head: i18n._("One of this"), cell: ({ base, quote }) => `${base} → ${quote}` },
      { id: "rate", head: i18n._("Is"), cell: ({ rate, quote }) => `${rate} ${quote}`, number: true },
      { id: "date", head: i18n._("Published on"), cell: ({ date }) => day(date) },
      { id: "source", head: i18n._("Source"), cell: ({ source }) => source },
    ],
    [i18n, day],
  );
  return (
    <Card title={i18n._("Newest rates")} aside={settings.pivotCurrency} flush>
      <DataTable
        caption={i18n._("Newest rates")}
        columns={columns}
        rows={settings.rates}
        rowKey={({ base, quote }) => `${base} ${quote}`}
      />
    </Card>
  );
}

export function Calendars({ settings }: Props) {
  const { i18n } = useLingui();
  const dayText = useDayText();
  return (
    <Card title={i18n._("Holidays")} aside={settings.calendars.length}>
      <ul className="gap-list">
        {settings.calendars.map(({ id, until, holidays }) => (
          <li key={id}>
            <details className="more">
              <summary>
                {id} <span className="muted">{i18n._("known until {day}", { day: dayText(until) })}</span>
              </summary>
              <ul>
                {holidays.map(({ date, name }) => (
                  <li key={date}>
                    {dayText(date)}: {name}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function Funds({ settings }: Props) {
  const { i18n } = useLingui();
  const day = useDayText();
  const columns = useMemo((): readonly Column<Fund>[] => {
    const policies = (fund: Fund) =>
      settings.approvals.filter(({ parkId, instrument }) => parkId === fund.parkId && instrument === "voucher");
    return [
      {
        id: "name",
        head: i18n._("Fund"),
        cell: ({ name, reference }) => (
          <>
            {name}
            <div className="tiny muted plain">{reference}</div>
          </>
        ),
      },
      { id: "funder", head: i18n._("Funder"), cell: ({ funder }) => funder },
      {
        id: "valid",
        head: i18n._("Costs count"),
        cell: ({ eligibleFrom, eligibleUntil }) => `${day(eligibleFrom)} – ${day(eligibleUntil)}`,
      },
      {
        id: "approvals",
        head: i18n._("Approvals of a voucher"),
        cell: (fund) => (
          <ul className="plain-list">
            {policies(fund).map(({ from, to, approvers }) => (
              <li key={from}>
                {approvers} × <Money amount={from} currency={fund.currency} whole /> –{" "}
                {to === undefined ? "…" : <Money amount={to} currency={fund.currency} whole />}
              </li>
            ))}
          </ul>
        ),
      },
    ];
  }, [i18n, settings, day]);
  return (
    <Card title={i18n._("Funds")} aside={settings.funds.length} flush>
      <DataTable caption={i18n._("Funds")} columns={columns} rows={settings.funds} rowKey={({ id }) => id} />
    </Card>
  );
}
