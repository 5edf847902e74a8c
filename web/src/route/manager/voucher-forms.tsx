/** The forms of a voucher's changes: what is asked, its reasons, and the statement of no interest. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { MoneyField } from "../../component/money-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { amountSchema, wholeNumberSchema } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useLocales } from "../../language/use-locales.ts";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";
import { ReasonsCard, ReasonsField, reasonsSchema, Send } from "./reasons-card.tsx";

interface Props {
  readonly view: CaseView;
}

interface ExtensionProps extends Props {
  /** Months that finance is asked to confirm. */
  readonly proposed?: number;
}

export function Extension({ view: { caseId }, proposed }: ExtensionProps) {
  const { i18n } = useLingui();
  const refusal = useStaffRefusal();
  const schema = z.object({
    months: wholeNumberSchema(/*i18n*/ "Type a number of months from 1 to 6."),
    reasons: reasonsSchema,
    noInterest: noInterestSchema,
  });
  const form = usePageForm(schema, {
    months: proposed === undefined ? "" : String(proposed),
    reasons: "",
    noInterest: false,
  });
  const act = useAct({
    send: (body: z.output<typeof schema>, key) =>
      api("post", "/api/cases/{caseId}/extension", { params: { caseId }, body, key }),
    onDone: () => form.reset(),
  });
  return (
    <Card title={i18n._("Extend the voucher")}>
      <Form name="extension" form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <TextField
          name="months"
          label={i18n._("Months")}
          hint={i18n._("Once, at most six. Past the last eligible day of a fund, finance asks for the same.")}
        />
        <ReasonsField hint={i18n._("They stay with the case.")} />
        <NoInterestField />
        <Send busy={act.isPending}>{i18n._("Extend")}</Send>
      </Form>
    </Card>
  );
}

export function OtherValue({ view: { caseId, voucher } }: Props) {
  const { i18n } = useLingui();
  const refusal = useStaffRefusal();
  const currency = voucher?.value.currency ?? "EUR";
  const schema = z.object({
    value: amountSchema(currency, useLocales()[0] ?? i18n.locale, /*i18n*/ "Type an amount like 8,000.00."),
    reasons: reasonsSchema,
    noInterest: noInterestSchema,
  });
  const form = usePageForm(schema, { value: "", reasons: "", noInterest: false });
  const act = useAct({
    send: (body: z.output<typeof schema>, key) =>
      api("post", "/api/cases/{caseId}/value-proposal", { params: { caseId }, body, key }),
    onDone: () => form.reset(),
  });
  return (
    <Card title={i18n._("Propose another value")}>
      <Form name="other-value" form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <MoneyField
          name="value"
          label={i18n._("Whole value after it")}
          hint={i18n._("An approver of every paying park approves; then money and aid follow.")}
          currency={currency}
        />
        <ReasonsField hint={i18n._("Both parties read them, once the value is approved.")} />
        <NoInterestField />
        <Send busy={act.isPending}>{i18n._("Propose the value")}</Send>
      </Form>
    </Card>
  );
}

export function Cancellation({ view: { caseId } }: Props) {
  const { i18n } = useLingui();
  return (
    <ReasonsCard
      name="cancellation"
      title={i18n._("Propose to cancel the voucher")}
      hint={i18n._("Both parties read them, once an approver cancels it.")}
      act={i18n._("Propose to cancel")}
      send={(body, key) => api("post", "/api/cases/{caseId}/cancellation-proposal", { params: { caseId }, body, key })}
    />
  );
}

const sureSchema = z.object({ noInterest: noInterestSchema });

export function CancellationConfirmed({ view: { caseId } }: Props) {
  const { i18n } = useLingui();
  const refusal = useStaffRefusal();
  const form = usePageForm(sureSchema, { noInterest: false });
  const act = useAct({
    send: (body: z.output<typeof sureSchema>, key) =>
      api("post", "/api/cases/{caseId}/cancellation", { params: { caseId }, body, key }),
  });
  return (
    <Card title={i18n._("Cancel the voucher")}>
      <p className="small muted">
        {i18n._("The voucher ends, its open tasks close, its money returns to the budgets, both parties get a letter.")}
      </p>
      <Form
        name="cancellation-confirmed"
        form={form}
        onSend={(values) => act.mutate(values)}
        problem={refusal(act.error)}
      >
        <NoInterestField />
        <div>
          <Button type="submit" kind="danger" busy={act.isPending}>
            {i18n._("Cancel the voucher")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

interface ValueProps extends Props {
  readonly parkId: string;
  readonly park: string;
}

/** What is approved is what the card shows: a value proposed meanwhile is refused. */
export function ValueApproval({ view: { caseId, voucher, names }, parkId, park }: ValueProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useStaffRefusal();
  const form = usePageForm(sureSchema, { noInterest: false });
  const change = voucher?.valueChange;
  const contentHash = change?.contentHash ?? "";
  const given = (change?.approved ?? []).filter((one) => one.parkId === parkId).map(({ by }) => names[by] ?? "");
  const act = useAct({
    send: (body: z.output<typeof sureSchema>, key) =>
      api("post", "/api/cases/{caseId}/value-approval", {
        params: { caseId },
        body: { ...body, parkId, contentHash },
        key,
      }),
  });
  return (
    <Card title={i18n._("Approve {amount} for {park}", { amount: format.money(change?.value), park })}>
      <dl className="kv">
        <dt>{i18n._("Value until now")}</dt>
        <dd>{format.money(voucher?.value)}</dd>
        <dt>{i18n._("Whole value after it")}</dt>
        <dd>{format.money(change?.value)}</dd>
        <dt>{i18n._("Proposed by")}</dt>
        <dd>{names[change?.by ?? ""] ?? ""}</dd>
        <dt>{i18n._("Reasons")}</dt>
        <dd>{change?.reasons}</dd>
        {given.length > 0 && (
          <>
            <dt>{i18n._("Approved already")}</dt>
            <dd>{given.join(", ")}</dd>
          </>
        )}
      </dl>
      <Form
        name={`value-approval-${parkId}`}
        form={form}
        onSend={(values) => act.mutate(values)}
        problem={refusal(act.error)}
      >
        <NoInterestField />
        <Send busy={act.isPending}>{i18n._("Approve the value")}</Send>
      </Form>
    </Card>
  );
}
