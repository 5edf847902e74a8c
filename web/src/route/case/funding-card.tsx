/** The arithmetic of the price: what the offer costs, what the voucher would pay, what the company pays itself. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import { type SumLine, SumTable } from "../../component/sum-table.tsx";
import type { CaseView, Check } from "./case-query.ts";
import { useFormat } from "./use-format.ts";

interface Props {
  readonly funding: Readonly<NonNullable<Check["funding"]>>;
  readonly offer: CaseView["offer"];
  /** How the company is called: the reader, or by what it is. */
  readonly payer?: "you" | "company";
}

export function FundingCard(props: Props) {
  const { i18n } = useLingui();
  return (
    <Card title={i18n._("Price and what you pay")}>
      <FundingTable {...props} />
    </Card>
  );
}

export function FundingTable({ funding, offer, payer = "you" }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { price, intensity, byIntensity, maximum, requested, own, capped } = funding;
  const converted = offer?.converted;
  const lines: SumLine[] = [
    {
      label: i18n._("Offer, net"),
      amount: price.amount,
      ...(converted === undefined
        ? {}
        : {
            source: i18n._("{original} at {rate} on {day}, {source}", {
              original: format.money(offer?.content?.price),
              rate: format.rate(converted.rate),
              day: format.day(converted.rateDate),
              source: converted.source,
            }),
          }),
    },
    {
      label: capped ? i18n._("Voucher pays its limit") : i18n._("Voucher pays {percent}%", { percent: intensity }),
      amount: -requested.amount,
      source: capped
        ? i18n._("{percent}% would be {amount}; the limit of the call is {limit}", {
            percent: intensity,
            amount: format.money(byIntensity),
            limit: format.money(maximum),
          })
        : i18n._("limit of the call {limit}, not reached", { limit: format.money(maximum) }),
    },
    {
      label: payer === "you" ? i18n._("You pay") : i18n._("Company pays"),
      amount: own.amount,
      kind: "total",
      source: i18n._("VAT comes on top; a voucher never pays it"),
    },
  ];
  return (
    <SumTable
      caption={i18n._("Arithmetic of price, voucher and own contribution")}
      currency={price.currency}
      lines={lines}
    />
  );
}
