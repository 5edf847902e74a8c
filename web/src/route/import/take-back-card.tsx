/** Lines of earlier awards that were brought by mistake: chosen, given a reason, and proposed to be taken back by a second person. */
import { useLingui } from "@lingui/react";
import { useNavigate } from "@tanstack/react-router";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { ChoicesField } from "../../component/choices-field.tsx";
import { Form } from "../../component/form.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { StepUp } from "../sign-in/step-up.tsx";
import { useStaffParks } from "../staff/use-staff-parks.ts";
import { fileOfBack } from "./file-of-back.ts";
import type { Import } from "./imports-query.ts";
import { useImportRefusal } from "./use-import-refusal.ts";

export function TakeBackCard({ run }: { readonly run: Import }) {
  const { i18n } = useLingui();
  const mine = useStaffParks(["finance", "manager"]).some(({ id }) => id === run.parkId);
  const counting = run.entries.filter(({ outcome, takenBack }) => outcome === "taken" && takenBack === undefined);
  if (!mine || counting.length === 0) return null;
  return (
    <Card title={i18n._("Take awards back")}>
      <details className="more">
        <summary>{i18n._("Choose those that were brought by mistake")}</summary>
        <Choice run={run} counting={counting} />
      </details>
    </Card>
  );
}

interface Props {
  readonly run: Import;
  readonly counting: Import["entries"];
}

function Choice({ run: { parkId }, counting }: Props) {
  const { i18n } = useLingui();
  const refusal = useImportRefusal();
  const navigate = useNavigate();
  const schema = z.object({
    lines: z.array(z.string()).min(1, i18n._("Choose an award.")),
    reason: z.string().trim().min(3, i18n._("Say why.")).max(400, i18n._("At most 400 characters.")),
  });
  const form = usePageForm(schema, { lines: [], reason: "" });
  const act = useAct({
    send: async ({ lines, reason }: z.output<typeof schema>, key) => {
      const chosen = counting.filter(({ line }) => lines.includes(String(line)));
      const file = fileOfBack(chosen, reason);
      const { hash } = await api("post", "/api/parks/{parkId}/imports/preview", {
        params: { parkId },
        body: { kind: "aid-back", file },
      });
      const fileName = i18n._("Awards taken back");
      const body = { kind: "aid-back" as const, fileName, file, hash };
      return api("post", "/api/parks/{parkId}/imports", { params: { parkId }, body, key });
    },
    onDone: ({ importId }) => void navigate({ to: "/imports/$parkId/$importId", params: { parkId, importId } }),
    stale: [["imports"]],
  });
  return (
    <Form name="take-back" form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
      <ChoicesField
        name="lines"
        label={i18n._("Awards")}
        options={counting.map(({ line, reference, party }) => ({
          value: String(line),
          label: `${reference}, ${party}`,
        }))}
      />
      <TextAreaField name="reason" label={i18n._("Reason")} rows={3} limit={400} />
      <StepUp problem={act.error} onProved={() => act.variables !== undefined && act.mutate(act.variables)} />
      <div>
        <Button type="submit" busy={act.isPending}>
          {i18n._("Propose to take them back")}
        </Button>
      </div>
    </Form>
  );
}
