/** The arithmetic of an assessed claim as its parties read it: from what was accepted of each line to what the park pays. */
import { useLingui } from "@lingui/react";
import { type SumLine, SumTable } from "../../component/sum-table.tsx";
import type { CaseView } from "./case-query.ts";
import { useFormat } from "./use-format.ts";

type Assessment = NonNullable<CaseView["claims"][number]["assessment"]>;

export function ClaimArithmetic({ assessment }: { readonly assessment: Assessment }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { lines, acceptedNet, acceptedVat, otherSupport, supportBefore, paidByApplicant, payable } = assessment;
  const steps: SumLine[] = [
    ...lines.map(({ line, accepted, converted, rate, rateDate }) => ({
      label: i18n._("Line {line}, accepted net", { line }),
      amount: converted.amount,
      ...(accepted.currency === converted.currency
        ? {}
        : {
            source: i18n._("{original} at {rate} of {day}", {
              original: format.money(accepted),
              rate,
              day: format.day(rateDate),
            }),
          }),
    })),
    ...(acceptedVat === undefined ? [] : [{ label: i18n._("VAT that counts as cost"), amount: acceptedVat.amount }]),
    { label: i18n._("Accepted cost"), amount: acceptedNet.amount + (acceptedVat?.amount ?? 0) },
    { label: i18n._("Paid by the company, as proven"), amount: paidByApplicant.amount, kind: "aside" },
    ...(otherSupport === undefined || otherSupport.amount === 0
      ? []
      : [
          {
            label: i18n._("Other public money for the same cost"),
            amount: otherSupport.amount,
            kind: "aside" as const,
          },
        ]),
    ...(supportBefore === undefined
      ? []
      : [
          {
            label: i18n._("Other public money stated with earlier claims"),
            amount: supportBefore.amount,
            kind: "aside" as const,
          },
        ]),
    { label: i18n._("The park pays"), amount: payable.amount, kind: "total" },
  ];
  return <SumTable caption={i18n._("From accepted cost to payment")} currency={payable.currency} lines={steps} />;
}
