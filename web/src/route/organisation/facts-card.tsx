/** What the register says of an organisation, whether a park has verified it, and where it is paid to. */
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { Tag } from "../../component/tag.tsx";
import type { Organisation } from "./organisation-query.ts";

export function FactsCard({ organisation }: { readonly organisation: Organisation }) {
  const { i18n } = useLingui();
  const { address, register, registerId, numberHolds, verification, rejectedFor, accounts, accountChange } =
    organisation;
  const { mergedFrom, formerly } = organisation;
  const states = {
    unverified: <Tag state="now">{i18n._("A park has not verified it yet")}</Tag>,
    verified: <Tag state="ok">{i18n._("Verified by a park")}</Tag>,
    rejected: (
      <>
        <Tag state="bad">{i18n._("A park could not verify it")}</Tag>
        {rejectedFor !== undefined && <p className="quoted">{rejectedFor}</p>}
        <p className="small muted">{i18n._("Whatever you correct below asks for a new look.")}</p>
      </>
    ),
  };
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      i18n._("Register number"),
      <>
        {registerId} <span className="muted">({register.name})</span>{" "}
        {!numberHolds && <Tag state="bad">{i18n._("The check digit is wrong")}</Tag>}
      </>,
    ],
    ...(mergedFrom.length === 0
      ? []
      : [
          [
            i18n._("Merged into it"),
            mergedFrom.map(({ legalName, registerId }) => `${legalName}, ${registerId}`).join("; "),
          ] as const,
        ]),
    ...(formerly.length === 0
      ? []
      : [
          [
            i18n._("Until it was changed"),
            formerly.map(({ legalName, registerId, until }) => (
              <div key={until}>
                {legalName}, {registerId}{" "}
                <span className="muted">
                  <DateTime at={until} show="date" />
                </span>
              </div>
            )),
          ] as const,
        ]),
    [i18n._("Verification"), states[verification]],
    [i18n._("Address"), `${address.street} ${address.number}, ${address.postcode} ${address.town}, ${address.country}`],
    ...(accounts === undefined
      ? []
      : [[i18n._("Bank accounts"), <Accounts key="accounts" accounts={accounts} />] as const]),
    ...(accountChange === undefined
      ? []
      : [[i18n._("Another account"), <Change key="change" change={accountChange} />] as const]),
  ];
  return (
    <Card title={i18n._("As the register says")}>
      <dl className="said">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="muted">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Accounts({ accounts }: { readonly accounts: NonNullable<Organisation["accounts"]> }) {
  const { i18n } = useLingui();
  if (accounts.length === 0) return i18n._("None yet. An owner names it; without one nobody can be paid.");
  return accounts.map(({ holder, ending, currency, country }) => (
    <div key={`${ending}${currency}`}>
      {i18n._("{holder}, account ending in {ending}", { holder, ending })}{" "}
      <span className="muted">
        {currency}, {country}
      </span>
    </div>
  ));
}

function Change({ change }: { readonly change: NonNullable<Organisation["accountChange"]> }) {
  const { i18n } = useLingui();
  const words = {
    proposed: i18n._("Proposed; a park asks back before it counts"),
    confirmed: i18n._("Confirmed by a park; it counts two working days later"),
    applied: i18n._("In force"),
    refused: i18n._("Refused by a park"),
  };
  return (
    <>
      {words[change.status]}{" "}
      <span className="muted">
        <DateTime at={change.validFrom ?? change.proposedAt} show="date" />
      </span>
    </>
  );
}
