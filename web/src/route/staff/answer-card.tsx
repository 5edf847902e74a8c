/** The form by which staff answer a task with one choice: question, reasons where they are wanted, no interest, send. */
import type { ReactNode } from "react";
import type { DefaultValues, FieldValues } from "react-hook-form";
import type * as z from "zod";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { NoInterestField } from "./no-interest.tsx";
import { useStaffRefusal } from "./use-staff-refusal.ts";

interface AnswerCardProps<Typed extends FieldValues, Sent extends FieldValues> {
  /** Of `outcome`, `noInterest` and, where there are any, `reasons`. */
  readonly schema: z.ZodType<Sent, Typed>;
  readonly title: string;
  readonly question: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint: string }[];
  /** Left out where no reasons are asked. */
  readonly reasons?: { readonly label: string; readonly hint?: string; readonly limit: number };
  /** A field that the answer has beside these, with its empty value. */
  readonly extra?: { readonly field: ReactNode; readonly empty: Readonly<Record<string, string>> };
  /** On the button. */
  readonly act: string;
  readonly send: (body: Sent, key: string) => Promise<unknown>;
}

export function AnswerCard<Typed extends FieldValues, Sent extends FieldValues>({
  schema,
  title,
  question,
  options,
  reasons,
  extra,
  act,
  send,
}: AnswerCardProps<Typed, Sent>) {
  const refusal = useStaffRefusal();
  const empty = { outcome: "", noInterest: false, ...(reasons === undefined ? {} : { reasons: "" }), ...extra?.empty };
  const form = usePageForm(schema, empty as unknown as DefaultValues<Typed>);
  const sending = useAct({ send });
  return (
    <Card title={title}>
      <Form form={form} onSend={(values) => sending.mutate(values)} problem={refusal(sending.error)}>
        <RadioField name="outcome" label={question} options={options} />
        {reasons !== undefined && <TextAreaField name="reasons" rows={6} {...reasons} />}
        {extra?.field}
        <NoInterestField />
        <div>
          <Button type="submit" kind="primary" busy={sending.isPending}>
            {act}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
