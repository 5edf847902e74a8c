/** The pot of the park that is asked, before and after. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import { Money } from "../../component/money.tsx";
import { useFormat } from "../case/use-format.ts";
import { potEffect } from "../staff/pot.ts";
import { PotBar } from "../staff/pot-bar.tsx";
import type { Evidence } from "../staff/staff-query.ts";

export function BudgetCard({ evidence, parkId }: { readonly evidence: Evidence; readonly parkId: string }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const pot = evidence.pots.find((one) => one.parkId === parkId);
  if (pot === undefined) return null;
  const effect = potEffect(pot);
  const { currency } = pot.ledger;
  return (
    <Card
      title={i18n._("Your park’s budget")}
      aside={i18n._("{fund} {year}, {budget}", {
        fund: pot.fund,
        year: pot.ledger.budgetYear,
        budget: format.money({ amount: effect.budget, currency }),
      })}
    >
      <div className="before-after">
        <span>{i18n._("Before")}</span>
        <PotBar effect={effect} currency={currency} without />
        <b>
          <Money amount={effect.before} currency={currency} />
        </b>
        <span>{i18n._("After")}</span>
        <PotBar effect={effect} currency={currency} />
        <b>
          <Money amount={effect.after} currency={currency} />
        </b>
      </div>
      <p className="small muted">{i18n._("Amounts are what stays available.")}</p>
    </Card>
  );
}
