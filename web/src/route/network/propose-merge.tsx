/** The form that proposes to merge two records, on the versions that were looked at. */
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
import type { Preview } from "./merges-query.ts";
import { useMergeRefusal } from "./use-merge-refusal.ts";

const schema = z.object({
  reason: z.string().trim().min(1, /*i18n*/ "Say why they are one organisation.").max(500, /*i18n*/ "Shorten it."),
  noInterest: noInterestSchema,
});

export function ProposeMerge({ preview, onProposed }: { readonly preview: Preview; readonly onProposed: () => void }) {
  const { i18n } = useLingui();
  const refusal = useMergeRefusal();
  const form = usePageForm(schema, { reason: "", noInterest: false });
  const propose = useAct({
    send: (values: z.output<typeof schema>, key) =>
      api("post", "/api/merges", {
        params: {},
        body: {
          ...values,
          keptId: preview.kept.organisationId,
          mergedId: preview.merged.organisationId,
          keptVersion: preview.kept.version,
          mergedVersion: preview.merged.version,
        },
        key,
      }),
    onDone: onProposed,
    stale: [["merges"]],
  });
  return (
    <Card title={i18n._("Propose to merge them")}>
      <Form name="propose" form={form} onSend={(values) => propose.mutate(values)} problem={refusal(propose.error)}>
        <TextField
          name="reason"
          label={i18n._("Why they are one organisation")}
          hint={i18n._("Kept with the history of both. A second person confirms; nothing changes before.")}
        />
        <NoInterestField of="organisations" />
        <div>
          <Button type="submit" kind="primary" busy={propose.isPending}>
            {i18n._("Propose")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
