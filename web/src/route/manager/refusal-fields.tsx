/** What a manager says of a claim that is refused as a whole: why, and what it proves all the same of work accepted before. */
import { useLingui } from "@lingui/react";
import { MoneyField } from "../../component/money-field.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import type { CaseView } from "../case/case-query.ts";

interface Props {
  readonly view: CaseView;
  readonly currency: string;
}

export function RefusalFields({ view, currency }: Props) {
  const { i18n } = useLingui();
  const accepted = view.claims.some(({ status }) => status === "accepted" || status === "paid");
  return (
    <>
      <TextAreaField
        name="reason"
        label={i18n._("Reasons of the refusal")}
        hint={i18n._("Both parties read them in a letter.")}
        rows={5}
        limit={2000}
      />
      {accepted && (
        <MoneyField
          name="paidByApplicant"
          label={i18n._("Own share of earlier claims that this one proves")}
          hint={i18n._("It counts if the voucher ends: less is asked back then. Leave it empty if it proves none.")}
          currency={currency}
        />
      )}
    </>
  );
}
