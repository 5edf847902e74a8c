/** The arithmetic from accepted cost to what is payable, one line per step. */
import { useLingui } from "@lingui/react";
import type { UseQueryResult } from "@tanstack/react-query";
import { Loaded } from "../../component/loaded.tsx";
import { type SumLine, SumTable } from "../../component/sum-table.tsx";
import { useFormat } from "../case/use-format.ts";
import type { ClaimPreview } from "./use-claim-preview.ts";

export function ClaimSum({ preview }: { readonly preview: UseQueryResult<ClaimPreview> }) {
  return (
    <section className="effect">
      <Loaded query={preview} lines={4}>
        {(shown) => <Sum preview={shown} />}
      </Loaded>
    </section>
  );
}

function Sum({ preview }: { readonly preview: ClaimPreview }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { lines, acceptedNet, ownShare, paidByApplicant, left, intensity, pays, payable } = preview;
  const steps: SumLine[] = [
    ...lines.map(({ line, accepted, converted, rate, rateDate, rateSource }) => ({
      label: i18n._("Line {line}, accepted net", { line }),
      amount: converted.amount,
      ...(accepted.currency === converted.currency
        ? {}
        : {
            source: i18n._("{original} at {rate} of {day}, {source}", {
              original: format.money(accepted),
              rate,
              day: format.day(rateDate),
              source: rateSource,
            }),
          }),
    })),
    { label: i18n._("Accepted net cost"), amount: acceptedNet.amount },
    {
      label: i18n._("Own share of the company"),
      amount: ownShare.amount,
      kind: "aside",
      source: i18n._("Proven: {paid}", { paid: format.money(paidByApplicant) }),
    },
    {
      label: i18n._("Left of the award"),
      amount: left.amount,
      kind: "aside",
      source: i18n._("The most that can be paid"),
    },
    {
      label: i18n._("Payable"),
      amount: payable.amount,
      kind: "total",
      source:
        pays === "provider"
          ? i18n._("{intensity}% of the accepted cost that the proven share carries, to the provider", { intensity })
          : i18n._("{intensity}% of the accepted cost that the company paid, to the company", { intensity }),
    },
  ];
  return <SumTable caption={i18n._("From accepted cost to payable")} currency={payable.currency} lines={steps} />;
}
