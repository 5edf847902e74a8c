/** Open reviews of each reviewer against capacity, and what they were asked for in each of twelve months. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { ParkMark } from "../../component/park-mark.tsx";
import { useParks } from "../../network.ts";
import { useFormat } from "../case/use-format.ts";
import type { ReviewerLoad } from "./assignment-query.ts";

type Reviewer = ReviewerLoad["reviewers"][number];

export function LoadCard({ load }: { readonly load: ReviewerLoad }) {
  const { i18n } = useLingui();
  return (
    <Card title={i18n._("Load of reviewers")} aside={i18n._("over all calls of the network")} flush>
      <DataTable
        caption={i18n._("Load of reviewers")}
        columns={useColumns(load)}
        rows={load.reviewers}
        rowKey={({ personId }) => personId}
      />
    </Card>
  );
}

function useColumns({ months }: ReviewerLoad): readonly Column<Reviewer>[] {
  const { i18n } = useLingui();
  const parks = useParks();
  const format = useFormat();
  const month = new Intl.DateTimeFormat(i18n.locales ?? i18n.locale, { month: "short", year: "numeric" });
  const monthName = (text: string) => month.format(new Date(`${text}-15T00:00:00Z`));
  return [
    { id: "name", head: i18n._("Reviewer"), cell: ({ name }) => name },
    {
      id: "park",
      head: i18n._("Park"),
      cell: ({ parkId }) => {
        const park = parks.find(({ id }) => id === parkId);
        return park === undefined ? i18n._("none") : <ParkMark park={park} />;
      },
    },
    {
      id: "open",
      head: i18n._("Open now"),
      cell: ({ open, capacity }) => <Meter open={open} capacity={capacity} />,
    },
    {
      id: "months",
      head: i18n._("Asked, month by month"),
      cell: ({ byMonth }) => {
        const most = Math.max(1, ...byMonth.map(({ asked }) => asked));
        const text = byMonth
          .flatMap(({ asked }, at) => (asked === 0 ? [] : [`${monthName(months[at] ?? "")}: ${asked}`]))
          .join(", ");
        return (
          <svg
            className="months"
            viewBox="0 0 120 28"
            width="120"
            height="28"
            role="img"
            aria-label={text === "" ? i18n._("nothing") : text}
          >
            <title>{text === "" ? i18n._("nothing") : text}</title>
            {byMonth.map(({ asked }, at) => (
              <rect
                key={months[at]}
                x={at * 10 + 1}
                width="8"
                y={28 - Math.max(1, (asked / most) * 26)}
                height={Math.max(1, (asked / most) * 26)}
              />
            ))}
          </svg>
        );
      },
    },
    {
      id: "year",
      head: i18n._("In twelve months"),
      cell: ({ byMonth }) => {
        const sum = (field: "asked" | "filed" | "left") => byMonth.reduce((total, one) => total + one[field], 0);
        return i18n._("{asked} asked, {filed} filed, {left} left", {
          asked: sum("asked"),
          filed: sum("filed"),
          left: sum("left"),
        });
      },
    },
    {
      id: "days",
      head: i18n._("Days to file"),
      number: true,
      cell: ({ days }) => (days === undefined ? "–" : format.number(days)),
    },
    {
      id: "away",
      head: i18n._("Out of office"),
      cell: ({ away }) =>
        away.length === 0
          ? "–"
          : away.map(({ from, until }) => `${format.day(from, "short")} – ${format.day(until, "short")}`).join(", "),
    },
  ];
}

export function Meter({ open, capacity }: { readonly open: number; readonly capacity: number }) {
  const { i18n } = useLingui();
  return (
    <span className="load">
      <span className="meter" aria-hidden="true">
        <i style={{ width: `${Math.min(100, capacity === 0 ? 100 : (100 * open) / capacity)}%` }} />
      </span>
      <span className="num">{i18n._("{open} of {capacity}", { open, capacity })}</span>
    </span>
  );
}
