/** The form of an act of a manager on a voucher that wants nothing but its reasons and the statement of no interest. */
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import * as z from "zod";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";

export const reasonsSchema = z
  .string()
  .trim()
  .min(1, /*i18n*/ "Give the reasons.")
  .max(2000, /*i18n*/ "Shorten the reasons to 2,000 characters.");

export function ReasonsField({ hint }: { readonly hint: string }) {
  const { i18n } = useLingui();
  return <TextAreaField name="reasons" label={i18n._("Reasons")} hint={hint} limit={2000} />;
}

/** The button of a form, alone in its row. */
export function Send({ busy, children }: { readonly busy: boolean; readonly children: ReactNode }) {
  return (
    <div>
      <Button type="submit" busy={busy}>
        {children}
      </Button>
    </div>
  );
}

const schema = z.object({ reasons: reasonsSchema, noInterest: noInterestSchema });

interface Props {
  readonly title: string;
  /** What will happen. */
  readonly lead?: string;
  /** Of the form, unique on its page. */
  readonly name: string;
  /** Who reads the reasons. */
  readonly hint: string;
  /** On the button. */
  readonly act: string;
  readonly send: (body: z.output<typeof schema>, key: string) => Promise<unknown>;
}

export function ReasonsCard({ title, lead, name, hint, act, send }: Props) {
  const refusal = useStaffRefusal();
  const form = usePageForm(schema, { reasons: "", noInterest: false });
  const sending = useAct({ send, onDone: () => form.reset() });
  return (
    <Card title={title}>
      {lead !== undefined && <p className="small muted">{lead}</p>}
      <Form name={name} form={form} onSend={(values) => sending.mutate(values)} problem={refusal(sending.error)}>
        <ReasonsField hint={hint} />
        <NoInterestField />
        <Send busy={sending.isPending}>{act}</Send>
      </Form>
    </Card>
  );
}
