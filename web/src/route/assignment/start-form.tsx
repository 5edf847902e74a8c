/** Begins the assignment of a whole call. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { useRunRefusal } from "./use-run-refusal.ts";

interface Props {
  readonly callId: string;
  readonly first: boolean;
  readonly onDone: (runId: string) => void;
}

const schema = z.object({
  least: z.coerce
    .number(/*i18n*/ "Enter a number from 0 to 20.")
    .int()
    .min(0)
    .max(20, /*i18n*/ "Enter a number from 0 to 20."),
  noInterest: noInterestSchema,
});

export function StartForm({ callId, first, onDone }: Props) {
  const { i18n } = useLingui();
  const refusal = useRunRefusal();
  const form = usePageForm(schema, { least: "0", noInterest: false });
  const act = useAct({
    send: (values: z.output<typeof schema>, key) =>
      api("post", "/api/calls/{callId}/assignment-runs", { params: { callId }, body: values, key }),
    onDone: ({ runId }) => onDone(runId),
  });
  return (
    <Card title={first ? i18n._("Assign the whole call") : i18n._("Assign once more")}>
      <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <p className="muted">
          {i18n._(
            "All cases in review that still want reviewers are weighed together. You see a dry run first: nobody is invited until you publish it. Work that has begun is kept.",
          )}
        </p>
        <TextField
          name="least"
          label={i18n._("Fewest cases for each reviewer")}
          hint={i18n._("0 if it does not matter.")}
        />
        <NoInterestField />
        <div>
          <Button type="submit" kind="primary" busy={act.isPending}>
            {i18n._("Make a dry run")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
