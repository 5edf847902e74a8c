/** What a park gives to a draft: set or changed from the desk of the call by who may for that park. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Form } from "../../component/form.tsx";
import { MoneyField } from "../../component/money-field.tsx";
import { typedAmount } from "../../form/as-typed.ts";
import { amountSchema } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useLocales } from "../../language/use-locales.ts";
import { useAct } from "../../use-act.ts";
import type { CallDesk } from "./call-query.ts";
import { useCallRefusal } from "./use-call-refusal.ts";

interface Props {
  readonly callId: CallDesk["call"]["callId"];
  readonly payer: CallDesk["payers"][number];
  readonly park: string;
}

export function BudgetForm({ callId, payer, park }: Props) {
  const { i18n } = useLingui();
  const refusal = useCallRefusal();
  const locale = useLocales()[0] ?? i18n.locale;
  const { parkId, fundId, budgetYear, currency, available } = payer;
  const schema = z.object({
    amount: amountSchema(currency, locale, /*i18n*/ "Enter an amount, like 10 000.00."),
  });
  const form = usePageForm(schema, {
    amount: available === 0 ? "" : typedAmount({ amount: available, currency }, locale),
  });
  const act = useAct({
    send: (amount: number, key) =>
      api("post", "/api/budgets", {
        params: {},
        body: { ledger: { parkId, fundId, callId, budgetYear, currency }, amount },
        key,
      }),
  });
  return (
    <Form
      name={`budget-${parkId}`}
      form={form}
      onSend={({ amount }) => act.mutate(amount)}
      problem={refusal(act.error)}
    >
      <MoneyField
        name="amount"
        label={i18n._("What {park} gives to the call", { park })}
        hint={i18n._("The whole amount in its budget year, not what is added.")}
        currency={currency}
      />
      <div>
        <Button type="submit" busy={act.isPending}>
          {i18n._("Set the budget of {park}", { park })}
        </Button>
      </div>
    </Form>
  );
}
