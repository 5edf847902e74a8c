/** The manager sets a filed review aside: it is kept and counts no more, and its place is open for somebody else. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Form } from "../../component/form.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { NoInterestField, noInterestSchema } from "./no-interest.tsx";
import { useStaffRefusal } from "./use-staff-refusal.ts";

const schema = z.object({
  reason: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Give your reasons.")
    .max(1000, /*i18n*/ "Say it in at most 1,000 characters."),
  noInterest: noInterestSchema,
});

export function SetAsideForm({ caseId, slot }: { readonly caseId: string; readonly slot: string }) {
  const { i18n } = useLingui();
  const refusal = useStaffRefusal();
  const form = usePageForm(schema, { reason: "", noInterest: false });
  const act = useAct({
    send: (body: z.output<typeof schema>, key) =>
      api("post", "/api/cases/{caseId}/slots/{slot}/set-aside", { params: { caseId, slot }, body, key }),
  });
  return (
    <details className="more">
      <summary>{i18n._("Set this review aside")}</summary>
      <Form form={form} name={`${slot} aside`} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <p className="small">
          {i18n._(
            "For a tie that its reviewer had not declared and no rule found. The review is kept and counts no more; somebody else is asked, and a proposal that rests on it is void.",
          )}
        </p>
        <TextAreaField name="reason" label={i18n._("Why, kept in the record of the case")} rows={2} limit={1000} />
        <NoInterestField />
        <div>
          <Button type="submit" busy={act.isPending}>
            {i18n._("Set aside")}
          </Button>
        </div>
      </Form>
    </details>
  );
}
