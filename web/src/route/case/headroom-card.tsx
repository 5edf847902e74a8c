/** The room under one ceiling of aid: what counts, what is asked, what is left. An open application shows as asked, never as more. */
import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { BudgetBar } from "../../component/budget-bar.tsx";
import { Card } from "../../component/card.tsx";
import { type SumLine, SumTable } from "../../component/sum-table.tsx";
import { Tag } from "../../component/tag.tsx";
import { useParks } from "../../network.ts";
import { useBasisName } from "./basis-words.ts";
import type { Check } from "./case-query.ts";
import { type Format, useFormat } from "./use-format.ts";

type Headroom = Check["headrooms"][number];

export function HeadroomCard({ headroom }: { readonly headroom: Headroom }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const basis = useBasisName()(headroom.basis);
  const where = i18n._("{basis} in {country}", { basis, country: format.country(headroom.jurisdiction) });
  const tag = headroom.fits ? <Tag state="ok">{i18n._("Fits")}</Tag> : <Tag state="bad">{i18n._("Does not fit")}</Tag>;
  return (
    <Card title={i18n._("Room under the aid ceiling")} aside={headroom.state === "assessed" ? tag : undefined}>
      {headroom.state === "assessed" ? (
        <Assessed headroom={headroom} where={where} />
      ) : (
        <p className="small">{unassessed(i18n, headroom.state, where)}</p>
      )}
    </Card>
  );
}

function unassessed(i18n: I18n, state: Headroom["state"], where: string): string {
  switch (state) {
    case "no-aid":
      return i18n._("This voucher is no state aid, so no ceiling applies.");
    case "not-in-force":
      return i18n._("No ceiling is in force for {where} on this day, so nothing can be granted under it.", { where });
    case "needs-category":
      return i18n._("The park sets the category of aid before it decides: {where}.", { where });
    default:
      return i18n._("The park does not assess a ceiling here: {where}.", { where });
  }
}

function Assessed({ headroom, where }: { readonly headroom: Headroom; readonly where: string }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const parks = useParks();
  const { currency = "", ceiling = 0, counted = 0, room = 0, asked = 0, period, source } = headroom;
  const left = room - asked;
  const segments = [
    { account: "committed" as const, amount: counted, label: i18n._("counted already") },
    { account: "disbursed" as const, amount: asked, label: i18n._("this voucher") },
    { account: "available" as const, amount: Math.max(0, left), label: i18n._("left") },
  ];
  const lines: SumLine[] = [
    {
      label: i18n._("Ceiling"),
      amount: ceiling,
      source: (
        <>
          {where}
          {period !== undefined &&
            `, ${i18n._("{from} to {until}", { from: format.day(period.from), until: format.day(period.until) })}`}
          {source !== undefined && `. ${source}`}
        </>
      ),
    },
    ...headroom.lines.map((line, index) => {
      const park = parks.find(({ id }) => id === line.parkId)?.name;
      return lineOf(line, `${index + 1}. `, park, format, i18n);
    }),
    { label: i18n._("This voucher"), amount: -asked },
    { label: left < 0 ? i18n._("Too little room by") : i18n._("Room left"), amount: left, kind: "total" },
  ];
  return (
    <>
      <BudgetBar segments={segments} currency={currency} legend />
      <SumTable caption={i18n._("Arithmetic of the aid ceiling")} currency={currency} lines={lines} />
    </>
  );
}

/** @param number tells two grants of one body apart */
function lineOf(
  line: Headroom["lines"][number],
  number: string,
  park: string | undefined,
  format: Format,
  i18n: I18n,
): SumLine {
  const words = {
    granted: i18n._("Granted in the network"),
    reserved: i18n._("Asked in an open application"),
    declared: i18n._("Declared by you"),
    earlier: i18n._("Granted before, told by a park"),
  };
  const original =
    line.original === undefined || line.rate === undefined
      ? ""
      : `, ${i18n._("{original} at {rate}", { original: format.money(line.original), rate: format.rate(line.rate) })}`;
  const twice = line.declaredToo === true ? i18n._("declared by you, too, and counted once") : undefined;
  return {
    label: `${number}${line.grantor ?? words[line.kind]}`,
    amount: -line.amount,
    source: [line.grantor === undefined ? park : words[line.kind], `${format.day(line.day)}${original}`, twice]
      .filter((part) => part !== undefined)
      .join(", "),
  };
}
