/** The statement before aid is granted: other aid as it was declared last, the arithmetic, a signature; or a refusal. */
import { useLingui } from "@lingui/react";
import { useState } from "react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { CheckField } from "../../component/check-field.tsx";
import { Form } from "../../component/form.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { type SumLine, SumTable } from "../../component/sum-table.tsx";
import { forget, keptValues, useKeptForm } from "../../form/kept.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useLocales } from "../../language/use-locales.ts";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { mayWrite, useLevel } from "../case/use-level.ts";
import { useRefusal } from "../case/use-refusal.ts";
import { Grants } from "./aid-grants.tsx";
import { declaredField, declaredSchema, type Grant, type TypedDeclared } from "./declared-aid.ts";

type Condition = NonNullable<CaseView["condition"]>;

interface Typed {
  outcome: string;
  declared: TypedDeclared;
  signed: boolean;
}

interface Sent {
  readonly outcome: "given" | "refused";
  readonly declared: Grant[];
  readonly signed: boolean;
}

interface Props {
  readonly view: CaseView;
  readonly condition: Condition;
  readonly due: string;
}

export function GiveStatement({ view, condition, due }: Props) {
  const { i18n } = useLingui();
  const refusal = useRefusal();
  const [locale = "en-GB"] = useLocales();
  const { caseId } = view;
  const level = useLevel(view.applicant.organisationId);
  // As the application's own section, in the call's currency.
  const currency = view.requested?.currency ?? condition.gross.currency;
  const country = condition.jurisdiction;
  const field = declaredField("", currency, locale, country, "");
  const keptAs = `statement:${caseId}:${condition.askedAt}`;
  const [first] = useState(() =>
    keptValues<Typed>(keptAs, {
      outcome: "",
      declared: field.typed(condition.before?.declared ?? view.sections["aid"]?.data["declared"]),
      signed: false,
    }),
  );
  const form = usePageForm(statementSchema(declaredSchema(currency, locale)), first);
  useKeptForm(form, keptAs);
  const given = form.watch("outcome") === "given";
  const anew = condition.kind === "declaration";
  const send = useAct({
    send: (body: Sent, key) => api("post", "/api/cases/{caseId}/statement", { params: { caseId }, body, key }),
    onDone: () => forget(keptAs),
  });
  return (
    <Card title={anew ? i18n._("Sign your declaration again") : i18n._("Your statement before the grant")}>
      <Form form={form} onSend={(values) => send.mutate(values)} problem={refusal(send.error)}>
        <Asked condition={condition} due={due} />
        <Arithmetic condition={condition} />
        <RadioField
          name="outcome"
          label={i18n._("Your statement")}
          options={[
            { value: "given", label: i18n._("We stay within the ceiling and want the award") },
            {
              value: "refused",
              label: i18n._("We refuse the award"),
              hint: i18n._("The award lapses at once, and this cannot be undone."),
            },
          ]}
        />
        {given && (
          <>
            <RadioField
              name="declared.any"
              label={
                anew
                  ? i18n._("Did your company get other state aid?")
                  : i18n._("Did your company get other such assistance?")
              }
              options={[
                { value: "no", label: i18n._("No") },
                { value: "yes", label: i18n._("Yes") },
              ]}
            />
            <Grants currency={currency} country={country} />
            <CheckField
              name="signed"
              label={i18n._("I state this for my company")}
              hint={i18n._("Counts as your signature. A wrong statement means paying the assistance back.")}
            />
          </>
        )}
        <div>
          {mayWrite(level) ? (
            <Button type="submit" kind="primary" busy={send.isPending}>
              {i18n._("Send the statement")}
            </Button>
          ) : (
            <Button notAllowed={i18n._("An owner or editor of your company answers.")}>
              {i18n._("Send the statement")}
            </Button>
          )}
        </div>
      </Form>
    </Card>
  );
}

/** What is asked, why, and by when. */
function Asked({ condition: { kind, law, signed }, due }: Pick<Props, "condition" | "due">) {
  const { i18n } = useLingui();
  const format = useFormat();
  const day = format.date(due, "full");
  if (kind === "notification")
    return (
      <p>
        {i18n._(
          "The award is minimal financial assistance: nothing is granted before your company has stated that it stays within the ceiling. Answer by {day}; without an answer the award lapses.",
          { day },
        )}
      </p>
    );
  return (
    <>
      <p>
        {i18n._(
          "The award is state aid under {law}: your declaration of other aid may be at most {days, plural, one {# day} other {# days}} old when it is granted.",
          { law, days: signed?.days ?? 0 },
        )}{" "}
        {signed?.on !== undefined && i18n._("You signed it last on {day}.", { day: format.day(signed.on) })}
      </p>
      <p>
        {i18n._(
          "What you declared last stands below. Correct what has changed and sign it again by {day}; without an answer the award lapses.",
          { day },
        )}
      </p>
    </>
  );
}

/** The ceiling, this award, and what is left for everything else that counts. */
function Arithmetic({ condition }: { readonly condition: Condition }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { ceiling, gross, from, law } = condition;
  const lines: SumLine[] = [
    {
      label: i18n._("Ceiling"),
      amount: ceiling.amount,
      source: `${law}. ${i18n._("Counted from {day} on", { day: format.day(from) })}`,
    },
    { label: i18n._("This award, gross"), amount: -gross.amount },
    { label: i18n._("Left for all other such assistance"), amount: ceiling.amount - gross.amount, kind: "total" },
  ];
  return <SumTable caption={i18n._("Arithmetic of the ceiling")} currency={ceiling.currency} lines={lines} />;
}

function statementSchema(declared: z.ZodType<Grant[], TypedDeclared>): z.ZodType<Sent, Typed> {
  const refused = z
    .object({ outcome: z.literal("refused"), declared: z.unknown(), signed: z.boolean() })
    .transform((): Sent => ({ outcome: "refused", declared: [], signed: false }));
  const given = z.object({
    outcome: z.literal("given"),
    declared,
    signed: z.literal(true, /*i18n*/ "Sign your statement."),
  });
  return z.discriminatedUnion(
    "outcome",
    [refused, given],
    /*i18n*/ "Say whether your company wants the award.",
  ) as unknown as z.ZodType<Sent, Typed>;
}
