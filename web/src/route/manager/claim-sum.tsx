/** The arithmetic from accepted cost to what is payable, one line per step. */
import { useLingui } from "@lingui/react";
import type { UseQueryResult } from "@tanstack/react-query";
import { Loaded } from "../../component/loaded.tsx";
import { type SumLine, SumTable } from "../../component/sum-table.tsx";
import { useFormat } from "../case/use-format.ts";
import { Withheld } from "../case/withheld.tsx";
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
  const { lines, acceptedNet, acceptedVat, earlier, interim, ownShare, paidByApplicant, left } = preview;
  const { intensity, pays, stacking, supplemented, most, payable } = preview;
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
    ...(acceptedVat.amount === 0
      ? []
      : [
          {
            label: i18n._("VAT that the company cannot recover"),
            amount: acceptedVat.amount,
            source: i18n._("A cost under this call, in proportion to the accepted net"),
          },
        ]),
    ...(earlier === undefined
      ? []
      : [
          {
            label: i18n._("Accepted cost of earlier claims"),
            amount: earlier.cost.amount,
            kind: "aside" as const,
            source: i18n._("{payable} were payable of it, {paid} proven", {
              payable: format.money(earlier.payable),
              paid: format.money(earlier.paidByApplicant),
            }),
          },
        ]),
    ...(supplemented === undefined
      ? []
      : [
          {
            label: i18n._("Accepted cost of claim {claim}, of which this is what was cut", {
              claim: supplemented.claim,
            }),
            amount: supplemented.cost.amount,
            kind: "aside" as const,
            source: i18n._("{payable} were payable of it; what both come to is made up", {
              payable: format.money(supplemented.payable),
            }),
          },
        ]),
    {
      label: i18n._("Own share of the company"),
      amount: ownShare.amount,
      kind: "aside",
      source: interim
        ? i18n._("Asked with the last claim; a further one follows")
        : i18n._("Proven: {paid}", { paid: format.money(paidByApplicant) }),
    },
    ...(most === undefined
      ? []
      : [
          {
            label: i18n._("The most that redress granted"),
            amount: most.amount,
            kind: "aside" as const,
            source: i18n._("It was upheld in part"),
          },
        ]),
    ...(stacking === undefined
      ? []
      : [
          {
            label: i18n._("Room under the stacking limit"),
            amount: stacking.room.amount,
            kind: "aside" as const,
            source:
              stacking.supportBefore.amount === 0
                ? i18n._("{percent}% of the cost from all governments, less {other} from others", {
                    percent: stacking.percent,
                    other: format.money(stacking.otherSupport),
                  })
                : i18n._(
                    "{percent}% of the cost from all governments, less {other} from others, and {before} stated with other claims",
                    {
                      percent: stacking.percent,
                      other: format.money(stacking.otherSupport),
                      before: format.money(stacking.supportBefore),
                    },
                  ),
          },
        ]),
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
  return (
    <>
      <SumTable caption={i18n._("From accepted cost to payable")} currency={payable.currency} lines={steps} />
      <Withheld rows={preview.withheld ?? []} />
    </>
  );
}
