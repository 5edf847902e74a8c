/** Sets one rule of one case aside, with the reason that is recorded. */
import { useLingui } from "@lingui/react";
import { useState } from "react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Form } from "../../component/form.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import type { RunView } from "./assignment-query.ts";
import { useRunRefusal } from "./use-run-refusal.ts";

interface Props {
  readonly run: RunView;
  readonly caseId: RunView["rules"][number]["caseId"];
  readonly rule: string;
}

const schema = z.object({ reason: z.string().trim().min(1, /*i18n*/ "Say why; it is recorded.").max(1000) });

export function WaiveForm({ run, caseId, rule }: Props) {
  const { i18n } = useLingui();
  const refusal = useRunRefusal();
  const [open, setOpen] = useState(false);
  const form = usePageForm(schema, { reason: "" });
  const act = useAct({
    send: ({ reason }: z.output<typeof schema>, key) =>
      api("post", "/api/calls/{callId}/assignment-runs/{runId}/revision", {
        params: { callId: run.callId, runId: run.runId },
        body: {
          moves: run.fixed.map(({ caseId: id, personId, change, reason: why }) => ({
            caseId: id,
            personId,
            change,
            reason: why,
          })),
          waived: [
            ...run.setAside.map((one) => ({ caseId: one.caseId, rule: one.rule, reason: one.reason })),
            { caseId, rule, reason },
          ],
        },
        key,
      }),
  });
  if (!open)
    return (
      <Button kind="quiet" small onClick={() => setOpen(true)}>
        {i18n._("Set aside…")}
      </Button>
    );
  return (
    <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
      <TextField name="reason" label={i18n._("Why the rule is set aside")} />
      <div>
        <Button type="submit" small busy={act.isPending}>
          {i18n._("Set it aside")}
        </Button>
      </div>
    </Form>
  );
}
