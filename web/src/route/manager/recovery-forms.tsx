/** The forms of money that is asked back: asking, and what comes in. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Card } from "../../component/card.tsx";
import { DateFields } from "../../component/date-fields.tsx";
import { Form } from "../../component/form.tsx";
import { MoneyField } from "../../component/money-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { amountSchema, dateSchema, noDate } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useLocales } from "../../language/use-locales.ts";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";
import { ReasonsCard, ReasonsField, reasonsSchema, Send } from "./reasons-card.tsx";

interface AskProps {
  readonly view: CaseView;
  readonly parkId: string;
  readonly park: string;
}

/** What a task wants asked back: the voucher ended before the own share of what was paid was proven. */
function taskOf(view: CaseView, parkId: string) {
  return view.tasks.find(({ kind, slot, status }) => kind === "ask-back" && slot === parkId && status === "open");
}

/** The other answer to that task. */
export function NothingBack({ view, parkId, park }: AskProps) {
  const { i18n } = useLingui();
  if (taskOf(view, parkId)?.amount === undefined) return null;
  return (
    <ReasonsCard
      name={`nothing-back-${parkId}`}
      title={i18n._("Ask nothing back for {park}", { park })}
      lead={i18n._("Use it where the company has proven its own share after all.")}
      hint={i18n._("They stay with the case.")}
      act={i18n._("Ask nothing back")}
      send={(body, key) =>
        api("post", "/api/cases/{caseId}/recoveries/none", {
          params: { caseId: view.caseId },
          body: { ...body, parkId },
          key,
        })
      }
    />
  );
}

/** With a part asked back, the form begins anew from what is still wanted. */
export function AskBack(props: AskProps) {
  const wanted = taskOf(props.view, props.parkId)?.amount?.amount;
  return <AskForm key={wanted ?? "free"} {...props} />;
}

function AskForm({ view, parkId, park }: AskProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useStaffRefusal();
  const { caseId } = view;
  const paid = view.shares.filter((share) => share.parkId === parkId && share.disbursed > 0);
  const currency = paid[0]?.ledger.currency ?? "EUR";
  const schema = z.object({
    amount: amountSchema(currency, useLocales()[0] ?? i18n.locale, /*i18n*/ "Type an amount like 8,000.00."),
    due: dateSchema(/*i18n*/ "Type the last day on which it is to be paid back."),
    reasons: reasonsSchema,
    noInterest: noInterestSchema,
  });
  const task = taskOf(view, parkId);
  const wanted = task?.amount;
  const paidMost = Math.max(0, ...paid.map(({ disbursed }) => disbursed));
  const form = usePageForm(schema, {
    // Of two years at most one is asked at once; the rest stays wanted.
    amount: wanted === undefined ? "" : format.money({ ...wanted, amount: Math.min(wanted.amount, paidMost) }),
    due: noDate,
    reasons: wanted === undefined ? "" : i18n._("The voucher ended, and the company’s own share was not proven."),
    noInterest: false,
  });
  const act = useAct({
    send: (body: z.output<typeof schema>, key) =>
      api("post", "/api/cases/{caseId}/recoveries", {
        params: { caseId },
        body: { ...body, parkId, ...(wanted === undefined || task === undefined ? {} : { answers: task.round }) },
        key,
      }),
    onDone: () => form.reset(),
  });
  if (paid.length === 0) return null;
  const most = format.money({ amount: paidMost, currency });
  return (
    <Card title={i18n._("Ask money back for {park}", { park })}>
      {wanted !== undefined && (
        <p className="small muted">
          {i18n._(
            "The voucher has ended. {amount} of what was paid is more than the own share that the company has proven supports.",
            { amount: format.money(wanted) },
          )}
        </p>
      )}
      <Form
        name={`ask-back-${parkId}`}
        form={form}
        onSend={(values) => act.mutate(values)}
        problem={refusal(act.error)}
      >
        <MoneyField
          name="amount"
          label={i18n._("Amount to pay back")}
          hint={i18n._("At most {most}, what was paid.", { most })}
          currency={currency}
        />
        <DateFields name="due" label={i18n._("To be paid back until")} />
        <ReasonsField hint={i18n._("Whoever was paid reads them in a letter, with the legal remedy.")} />
        <NoInterestField />
        <Send busy={act.isPending}>{i18n._("Ask it back")}</Send>
      </Form>
    </Card>
  );
}

interface CameInProps {
  readonly caseId: string;
  readonly recovery: CaseView["recoveries"][number];
  readonly mayBook: boolean;
}

export function CameIn({ caseId, recovery, mayBook }: CameInProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useStaffRefusal();
  const { amount, received, status, due } = recovery;
  const owed = amount.amount - received.reduce((sum, one) => sum + one.amount, 0);
  const schema = z.object({
    amount: amountSchema(amount.currency, useLocales()[0] ?? i18n.locale, /*i18n*/ "Type an amount like 8,000.00."),
    bookedOn: dateSchema(/*i18n*/ "Type the day on which the bank booked it."),
    bankReference: z
      .string()
      .trim()
      .min(1, /*i18n*/ "Type the reference that the bank's statement has.")
      .max(60, /*i18n*/ "The bank's reference has at most 60 characters."),
  });
  const form = usePageForm(schema, { amount: "", bookedOn: noDate, bankReference: "" });
  const act = useAct({
    send: (body: z.output<typeof schema>, key) =>
      api("post", "/api/cases/{caseId}/recoveries/{recovery}/receipt", {
        params: { caseId, recovery: String(recovery.recovery) },
        body,
        key,
      }),
    onDone: () => form.reset(),
  });
  const states: Readonly<Record<string, string>> = {
    asked: i18n._("{owed} still owed, due {day}", {
      owed: format.money({ amount: owed, currency: amount.currency }),
      day: format.day(due),
    }),
    received: i18n._("paid back"),
    cancelled: i18n._("cancelled"),
    "written-off": i18n._("written off"),
  };
  return (
    <Card
      title={i18n._("Recovery {number}: {amount}", { number: recovery.recovery, amount: format.money(amount) })}
      aside={states[status]}
    >
      <p>{recovery.reasons}</p>
      {mayBook && status === "asked" && (
        <Form
          name={`came-in-${recovery.recovery}`}
          form={form}
          onSend={(values) => act.mutate(values)}
          problem={refusal(act.error)}
        >
          <MoneyField name="amount" label={i18n._("Amount that came in")} currency={amount.currency} />
          <DateFields name="bookedOn" label={i18n._("Booked by the bank on")} />
          <TextField
            name="bankReference"
            label={i18n._("Reference on the bank's statement")}
            hint={i18n._("By it the same receipt is not entered twice.")}
          />
          <Send busy={act.isPending}>{i18n._("Book it")}</Send>
        </Form>
      )}
    </Card>
  );
}
