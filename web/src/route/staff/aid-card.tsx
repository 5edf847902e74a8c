/** The ceilings of state aid that a case falls under: one line each, with what counts behind it. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { Money } from "../../component/money.tsx";
import { Tag } from "../../component/tag.tsx";
import { useBasisName } from "../case/basis-words.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { AidLines } from "./aid-lines.tsx";
import type { Evidence, HeadroomView } from "./staff-query.ts";

interface Props {
  readonly view: Pick<CaseView, "applicant" | "awarded">;
  readonly evidence: Pick<Evidence, "headrooms">;
}

export function AidCard({ view, evidence }: Props) {
  const { i18n } = useLingui();
  const columns = useColumns(view);
  const { headrooms } = evidence;
  const fits = headrooms.every((one) => one.fits);
  return (
    <Card
      title={i18n._("Aid arithmetic")}
      aside={
        view.awarded === undefined && headrooms.length > 0 ? (
          <Tag state={fits ? "ok" : "bad"}>{fits ? i18n._("Fits") : i18n._("Does not fit")}</Tag>
        ) : (
          i18n._("As counted today, without this case’s own grant")
        )
      }
      flush
    >
      {headrooms.length === 0 ? (
        <p className="card-foot small muted">{i18n._("There is no amount yet.")}</p>
      ) : (
        <>
          <DataTable
            caption={i18n._("Ceilings of state aid")}
            columns={columns}
            rows={headrooms}
            rowKey={({ basis, jurisdiction }) => `${basis} ${jurisdiction}`}
          />
          {headrooms.map((headroom) => (
            <details key={`${headroom.basis} ${headroom.jurisdiction}`} className="more card-foot">
              <summary>{i18n._("What counts already")}</summary>
              <AidLines headroom={headroom} />
            </details>
          ))}
        </>
      )}
    </Card>
  );
}

function useColumns(view: Props["view"]): readonly Column<HeadroomView>[] {
  const { i18n } = useLingui();
  const basisName = useBasisName();
  const format = useFormat();
  const figure = (headroom: HeadroomView, amount: number | undefined) =>
    headroom.currency === undefined || amount === undefined ? null : (
      <Money amount={amount} currency={headroom.currency} />
    );
  return [
    {
      id: "rule",
      head: i18n._("Company and rule"),
      cell: ({ basis, jurisdiction, period }) => (
        <>
          {view.applicant.name}
          <div className="tiny muted plain">
            {`${basisName(basis)}, ${format.country(jurisdiction)}`}
            {period !== undefined &&
              `, ${i18n._("{from} to {until}", { from: format.day(period.from, "long"), until: format.day(period.until, "long") })}`}
          </div>
        </>
      ),
    },
    { id: "ceiling", head: i18n._("Ceiling"), number: true, cell: (one) => figure(one, one.ceiling) },
    { id: "counted", head: i18n._("Counted already"), number: true, cell: (one) => figure(one, one.counted) },
    { id: "asked", head: i18n._("This award"), number: true, cell: (one) => figure(one, one.asked) },
    {
      id: "left",
      head: i18n._("Room left"),
      number: true,
      cell: (one) => (
        <b className={one.fits ? undefined : "too-little"}>{figure(one, (one.room ?? 0) - (one.asked ?? 0))}</b>
      ),
    },
  ];
}
