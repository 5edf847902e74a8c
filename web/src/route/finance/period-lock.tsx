/** Locking a period: what it does, said before it is done, since nothing undoes it. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { DateFields } from "../../component/date-fields.tsx";
import { Form } from "../../component/form.tsx";
import { dateSchema, noDate } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { useFormat } from "../case/use-format.ts";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";

interface Props {
  readonly parkId: string;
  /** Last locked day; absent while nothing is locked. */
  readonly through: string | undefined;
}

export function PeriodLock({ parkId, through }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useStaffRefusal();
  const schema = z.object({ through: dateSchema(/*i18n*/ "Type the last day of the period, like 31 12 2026.") });
  const form = usePageForm(schema, { through: noDate });
  const act = useAct({
    send: (body: z.output<typeof schema>, key) =>
      api("post", "/api/parks/{parkId}/period-lock", { params: { parkId }, body, key }),
    onDone: () => form.reset(),
  });
  return (
    <Card
      title={i18n._("Lock a period")}
      aside={
        through === undefined
          ? i18n._("nothing is locked")
          : i18n._("locked through {day}", { day: format.day(through) })
      }
    >
      <p className="small muted lead-in">
        {i18n._(
          "Figures up to that day never change again: what the bank books late counts on the first day after it. A lock cannot be taken back.",
        )}
      </p>
      <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <DateFields name="through" label={i18n._("Last day of the period")} />
        <div>
          <Button type="submit" busy={act.isPending}>
            {i18n._("Lock the period")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
