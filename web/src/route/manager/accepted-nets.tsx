/** The fields for what is accepted of each invoice line, named by its invoice, and by its line where an invoice has several. */
import { useLingui } from "@lingui/react";
import { MoneyField } from "../../component/money-field.tsx";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";

type Lines = CaseView["claims"][number]["lines"];

export function AcceptedNets({ lines }: { readonly lines: Lines }) {
  const { i18n } = useLingui();
  const format = useFormat();
  return lines.map(({ invoiceNumber, invoiceDate, workIn, description, net }, index) => {
    const alone = lines.filter((other) => other.invoiceNumber === invoiceNumber).length === 1;
    const named = { invoice: invoiceNumber, line: index + 1 };
    return (
      <MoneyField
        key={`${invoiceNumber} ${invoiceDate} ${workIn}`}
        name={`lines.${index}.net`}
        label={
          alone
            ? i18n._("Accepted net of invoice {invoice}", named)
            : i18n._("Accepted net of invoice {invoice}, line {line}", named)
        }
        hint={i18n._("{description}. Claimed: {net}.", { description, net: format.money(net) })}
        currency={net.currency}
      />
    );
  });
}
