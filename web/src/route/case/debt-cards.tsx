/** Money that is asked back, for the organisation that owes it: how much, why, by when, where to pay and what has come in. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import type { ApiResult } from "../../client.ts";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { Tag, type TagState } from "../../component/tag.tsx";
import { useParks } from "../../network.ts";
import { AccountLines } from "./account-lines.tsx";
import { type CaseView, debtsQuery } from "./case-query.ts";
import { useFormat } from "./use-format.ts";

type Debt = ApiResult<"get", "/api/cases/{caseId}/debts">["debts"][number];

export function DebtCards({ view }: { readonly view: CaseView }) {
  // Nothing can be asked back where nothing was ever granted.
  const query = useQuery({ ...debtsQuery(view.caseId), enabled: view.voucher !== undefined });
  return (query.data?.debts ?? []).map((debt) => (
    <DebtCard key={debt.recovery} debt={debt} reference={view.reference} />
  ));
}

function DebtCard({ debt, reference }: { readonly debt: Debt; readonly reference: string }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { parkId, amount, owed, due, status, askedAt, received, lowered, payTo } = debt;
  const park = useParks().find(({ id }) => id === parkId)?.name ?? parkId;
  const { currency } = amount;
  const states: Record<Debt["status"], readonly [TagState, string]> = {
    asked: ["warn", i18n._("To be paid by {day}", { day: format.day(due) })],
    received: ["ok", i18n._("Paid back")],
    cancelled: ["ok", i18n._("Nothing is asked any more")],
    ended: ["ok", i18n._("The park asks no more of it")],
  };
  const [state, words] = states[status];
  return (
    <Card title={i18n._("{park} asks money back", { park })} aside={<Tag state={state}>{words}</Tag>}>
      <dl className="kv">
        <dt>{i18n._("Amount to pay back")}</dt>
        <dd>{format.money(amount)}</dd>
        {lowered !== undefined && (
          <>
            <dt>{i18n._("Asked before your request was upheld")}</dt>
            <dd>{format.money(lowered.from)}</dd>
          </>
        )}
        <dt>{i18n._("Asked on")}</dt>
        <dd>
          <DateTime at={askedAt} show="date" />
        </dd>
        {received.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two parts of one day may be equal, and none is ever taken out
          <div key={at} className="pair">
            <dt>{i18n._("Came in on {day}", { day: format.day(part.bookedOn) })}</dt>
            <dd>{format.money({ amount: part.amount, currency })}</dd>
          </div>
        ))}
        {status === "asked" && received.length > 0 && (
          <>
            <dt>{i18n._("Still to be paid")}</dt>
            <dd>{format.money(owed)}</dd>
          </>
        )}
      </dl>
      <blockquote className="asked">{debt.reasons}</blockquote>
      {status === "asked" && (
        <>
          <p>
            {payTo === undefined
              ? i18n._("Where to pay is not said here: ask the park in a message on this page. Name {reference}.", {
                  reference,
                })
              : i18n._("Pay to this account and name {reference}.", { reference })}
          </p>
          {payTo !== undefined && <AccountLines account={payTo} />}
        </>
      )}
    </Card>
  );
}
