/** What each paying park gives to the case, in its own currency, with its pot before and after. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { Money } from "../../component/money.tsx";
import { ParkMark } from "../../component/park-mark.tsx";
import { useParks } from "../../network.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { potEffect } from "./pot.ts";
import { PotBar } from "./pot-bar.tsx";
import type { Evidence, Pot } from "./staff-query.ts";

interface Props {
  readonly view: CaseView;
  readonly evidence: Evidence;
}

export function MoneyCard({ view, evidence }: Props) {
  const { i18n } = useLingui();
  const currencies = new Set(evidence.pots.map(({ ledger }) => ledger.currency)).size;
  return (
    <Card
      title={i18n._("Money")}
      aside={
        currencies > 1
          ? i18n._("{count} currencies, never added up", { count: currencies })
          : evidence.amount === undefined
            ? undefined
            : view.awarded === undefined
              ? i18n._("Asked")
              : i18n._("Awarded")
      }
      flush
    >
      <DataTable
        caption={i18n._("Money per paying park")}
        columns={useColumns(view)}
        rows={evidence.pots}
        rowKey={({ parkId }) => parkId}
      />
      <p className="card-foot small">
        <Link to="/cases/$caseId/ledger" params={{ caseId: view.caseId }}>
          {i18n._("Every posting of this case")}
        </Link>
      </p>
    </Card>
  );
}

function useColumns(view: CaseView): readonly Column<Pot>[] {
  const { i18n } = useLingui();
  const parks = useParks();
  const format = useFormat();
  const heldIn = useHeldWords(view);
  return [
    {
      id: "park",
      head: i18n._("Park and fund"),
      cell: ({ parkId, ledger, fund }) => {
        const park = parks.find(({ id }) => id === parkId);
        return (
          <>
            {park === undefined ? parkId : <ParkMark park={park} />}
            <div className="tiny muted plain">{`${fund}, ${ledger.budgetYear}`}</div>
          </>
        );
      },
    },
    {
      id: "share",
      head: i18n._("Share"),
      number: true,
      cell: (pot) => {
        const { taken } = potEffect(pot);
        return (
          <div>
            <Money amount={taken} currency={pot.ledger.currency} />
            <div className="tiny muted">{heldIn(pot.parkId)}</div>
            {pot.share?.rate !== undefined && (
              <div className="tiny muted">
                {i18n._("{percent}% at {rate} of {day}", {
                  percent: pot.share.percent,
                  rate: pot.share.rate,
                  day: format.day(pot.share.rateDate ?? "", "short"),
                })}
              </div>
            )}
          </div>
        );
      },
    },
    {
      id: "before",
      head: i18n._("Left in pot before"),
      number: true,
      cell: (pot) => <Money amount={potEffect(pot).before} currency={pot.ledger.currency} />,
    },
    {
      id: "after",
      head: i18n._("Left with it"),
      number: true,
      cell: (pot) => {
        const { after } = potEffect(pot);
        return (
          <span className={after < 0 ? "too-little" : undefined}>
            <Money amount={after} currency={pot.ledger.currency} />
          </span>
        );
      },
    },
    {
      id: "pot",
      head: i18n._("Pot"),
      cell: (pot) => (
        <div className="pot">
          <PotBar effect={potEffect(pot)} currency={pot.ledger.currency} />
        </div>
      ),
    },
  ];
}

/** In which account a park's share stands now. */
function useHeldWords(view: CaseView): (parkId: string) => string {
  const { i18n } = useLingui();
  return (parkId) => {
    const share = view.shares.find((one) => one.parkId === parkId);
    const words = [
      [share?.reserved, i18n._("reserved")],
      [share?.committed, i18n._("committed")],
      [share?.payable, i18n._("to pay")],
      [share?.disbursed, i18n._("paid")],
    ] as const;
    const held = words.flatMap(([amount, word]) => ((amount ?? 0) > 0 ? [word] : []));
    return held.length === 0 ? i18n._("nothing held yet") : held.join(", ");
  };
}
