/** The proposal's form: award or rejection, amount within the limits with its effect beside it, conditions, reasons. */
import { useLingui } from "@lingui/react";
import { useWatch } from "react-hook-form";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { MoneyField } from "../../component/money-field.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { amountSchema } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useLocales } from "../../language/use-locales.ts";
import { useAct } from "../../use-act.ts";
import type { Call, CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import type { Evidence } from "../staff/staff-query.ts";
import { typedAmount } from "../staff/typed-amount.ts";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";
import { AwardEffect, useOutOfOrder } from "./award-effect.tsx";

interface Props {
  readonly view: CaseView;
  readonly call: Call;
  /** For what was requested. */
  readonly evidence: Evidence;
}

function schemaFor(currency: string, locale: string) {
  const amount = amountSchema(currency, locale, /*i18n*/ "Enter an amount, like 8,000.00.");
  return z
    .object({
      kind: z.string().pipe(z.enum(["award", "reject"], /*i18n*/ "Choose award or rejection.")),
      amount: z.string(),
      conditions: z.string().trim().max(2000, /*i18n*/ "Shorten the conditions to 2,000 characters."),
      reasons: z
        .string()
        .trim()
        .min(1, /*i18n*/ "Give the reasons: approvers decide on them, and they go into the letter.")
        .max(4000, /*i18n*/ "Shorten the reasons to 4,000 characters."),
      outOfOrderReason: z.string().trim().max(1000, /*i18n*/ "Shorten the reason to 1,000 characters."),
      noInterest: noInterestSchema,
    })
    .transform((values, context) => {
      if (values.kind === "reject") return { ...values, amount: undefined };
      const read = amount.safeParse(values.amount);
      if (read.success) return { ...values, amount: { amount: read.data, currency } };
      context.addIssue({ code: "custom", path: ["amount"], message: read.error.issues[0]?.message ?? "" });
      return z.NEVER;
    });
}
type Values = z.output<ReturnType<typeof schemaFor>>;

export function ProposalForm({ view, call, evidence }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const locale = useLocales()[0] ?? "en-GB";
  const refusal = useStaffRefusal();
  const { currency } = call;
  const most = Math.min(call.maximumAward, view.requested?.amount ?? call.maximumAward);
  const form = usePageForm(schemaFor(currency, locale), {
    kind: "",
    amount:
      view.requested === undefined
        ? ""
        : typedAmount({ amount: Math.min(view.requested.amount, most), currency }, locale),
    conditions: "",
    reasons: "",
    outOfOrderReason: "",
    noInterest: false,
  });
  const [kind, amount] = useWatch({ control: form.control, name: ["kind", "amount"] });
  const read = amountSchema(currency, locale, "").safeParse(amount);
  const wanted = kind === "award" && read.success ? read.data : undefined;
  const outOfOrder = useOutOfOrder(view.caseId, call.leadPark, wanted);
  const act = useAct({
    send: ({ amount: award, ...values }: Values, key) =>
      api("post", "/api/cases/{caseId}/proposal", {
        params: { caseId: view.caseId },
        body: { ...values, ...(award === undefined ? {} : { amount: award }) },
        key,
      }),
  });
  const { mean, threshold } = evidence.scores;
  const options = [
    {
      value: "award",
      label: i18n._("Award"),
      hint: i18n._("The money of every paying park and the aid room are reserved at once, or nothing is."),
    },
    {
      value: "reject",
      label: i18n._("Rejection"),
      hint: i18n._("The letter gives the score per criterion, the comments and how to ask redress."),
    },
  ];
  return (
    <Card
      title={i18n._("Your proposal")}
      aside={
        mean === undefined
          ? undefined
          : i18n._("{mean}%, threshold {threshold}%", {
              mean: format.number(mean),
              threshold: format.number(threshold),
            })
      }
    >
      <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <RadioField name="kind" label={i18n._("What do you propose?")} options={options} />
        {kind === "award" && (
          <>
            <MoneyField
              name="amount"
              label={i18n._("Amount of the award")}
              currency={currency}
              hint={i18n._("From {least} to {most}. Asked: {asked}.", {
                least: format.money({ amount: call.minimumAward, currency }),
                most: format.money({ amount: most, currency }),
                asked: format.money(view.requested),
              })}
            />
            {wanted !== undefined && <AwardEffect caseId={view.caseId} amount={wanted} />}
            {outOfOrder !== undefined && (
              <TextAreaField
                name="outOfOrderReason"
                label={i18n._("Why this case comes before earlier ones")}
                hint={i18n._(
                  "{earlier, plural, one {# earlier case asks} other {# earlier cases ask}} {asked} together; the pot would not carry them after this award. Recorded with the proposal.",
                  { earlier: outOfOrder.earlier, asked: format.money(outOfOrder.asked) },
                )}
                rows={3}
                limit={1000}
              />
            )}
            <TextAreaField
              name="conditions"
              label={i18n._("Conditions (optional)")}
              hint={i18n._("They stand in the letter and on the voucher.")}
              rows={3}
              limit={2000}
            />
          </>
        )}
        <TextAreaField
          name="reasons"
          label={i18n._("Reasons")}
          hint={i18n._("Approvers decide on them, and they go into the letter.")}
          limit={4000}
        />
        <NoInterestField />
        <div>
          <Button type="submit" kind="primary" busy={act.isPending}>
            {i18n._("Send to the approvers")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
