/** The voucher as its parties see it: number, value, what is left, until when, and who has accepted the terms. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { Money } from "../../component/money.tsx";
import { useParks } from "../../network.ts";
import type { CaseView } from "./case-query.ts";

interface Props {
  readonly voucher: NonNullable<CaseView["voucher"]>;
  readonly view: CaseView;
}

export function VoucherCard({ voucher, view }: Props) {
  const { i18n } = useLingui();
  const zone = useParks().find(({ id }) => id === view.leadPark)?.zone;
  const accepted = (party: "applicant" | "provider") => voucher.accepted.find((one) => one.party === party);
  const stopped = voucher.suspensions?.find(({ resumed }) => resumed === undefined);
  const sides = [
    { party: "applicant" as const, name: view.applicant.name },
    { party: "provider" as const, name: view.provider?.name ?? "" },
  ];
  return (
    <Card title={i18n._("Voucher")} aside={<span className="mono">{voucher.number}</span>}>
      <dl className="kv">
        <dt>{i18n._("Value")}</dt>
        <dd>
          <Money amount={voucher.value.amount} currency={voucher.value.currency} />
        </dd>
        {voucher.left.amount !== voucher.value.amount && (
          <>
            <dt>{i18n._("Not used yet")}</dt>
            <dd>
              <Money amount={voucher.left.amount} currency={voucher.left.currency} />
            </dd>
          </>
        )}
        <dt>{i18n._("Valid until")}</dt>
        <dd>
          <DateTime at={voucher.expires} show="date" {...(zone === undefined ? {} : { zone })} />
        </dd>
        {stopped !== undefined && (
          <>
            <dt>{i18n._("Suspended")}</dt>
            <dd>
              <DateTime at={stopped.at} show="date" {...(zone === undefined ? {} : { zone })} />. {stopped.reasons}
            </dd>
          </>
        )}
        {sides.map(({ party, name }) => {
          const acceptance = accepted(party);
          return (
            <div key={party} className="pair">
              <dt>{i18n._("Terms, {name}", { name })}</dt>
              <dd>
                {acceptance === undefined ? (
                  <span className="muted">{i18n._("not accepted yet")}</span>
                ) : (
                  <>
                    {i18n._("accepted on")} <DateTime at={acceptance.at} show="date" />
                  </>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="small">
        <Link to="/cases/$caseId/account" params={{ caseId: view.caseId }}>
          {i18n._("Bank account it is paid to")}
        </Link>
      </p>
    </Card>
  );
}
