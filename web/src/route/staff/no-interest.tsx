/** The statement that every act of staff on a case carries: no interest in it (domain §3). */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { CheckField } from "../../component/check-field.tsx";

/** Ticked, or not sent. */
export const noInterestSchema = z
  .boolean()
  .refine((said) => said, /*i18n*/ "Confirm that you have no interest in this case, or leave it to a colleague.")
  .transform(() => true as const);

export function NoInterestField() {
  const { i18n } = useLingui();
  return (
    <CheckField
      name="noInterest"
      label={i18n._("I have no interest in this case: no tie to the company, the provider or the people behind them")}
      hint={i18n._("If you have one, leave the case to a colleague. The statement is recorded with your name.")}
    />
  );
}
