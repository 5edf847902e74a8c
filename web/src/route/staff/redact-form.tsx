/** The manager changes what the applicant reads of one comment; the reviewer's own words stand above it. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Form } from "../../component/form.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "../case/case-query.ts";
import { NoInterestField, noInterestSchema } from "./no-interest.tsx";
import { useStaffRefusal } from "./use-staff-refusal.ts";

const schema = z.object({
  text: z.string().trim().max(4000, /*i18n*/ "Say it in at most 4,000 characters."),
  reason: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Give your reasons.")
    .max(1000, /*i18n*/ "Say it in at most 1,000 characters."),
  noInterest: noInterestSchema,
});

interface Props {
  readonly caseId: string;
  readonly slot: string;
  readonly mark: CaseView["reviews"][number]["marks"][number];
}

export function RedactForm({ caseId, slot, mark: { criterion, toApplicant, redacted } }: Props) {
  const { i18n } = useLingui();
  const refusal = useStaffRefusal();
  const form = usePageForm(schema, {
    text: redacted?.text ?? toApplicant,
    reason: redacted?.reason ?? "",
    noInterest: false,
  });
  const act = useAct({
    send: (body: z.output<typeof schema>, key) =>
      api("post", "/api/cases/{caseId}/slots/{slot}/redaction", {
        params: { caseId, slot },
        body: { ...body, criterion },
        key,
      }),
  });
  return (
    <details className="more">
      <summary>{i18n._("Change what the company reads")}</summary>
      <Form
        form={form}
        name={`${slot} ${criterion}`}
        onSend={(values) => act.mutate(values)}
        problem={refusal(act.error)}
      >
        <TextAreaField
          name="text"
          label={i18n._("The company reads")}
          hint={i18n._(
            "Leave out what hurts or what names somebody; the judgement stays. The reviewer’s words are kept.",
          )}
          rows={5}
          limit={4000}
        />
        <TextAreaField name="reason" label={i18n._("Why, read only by staff and auditors")} rows={2} limit={1000} />
        <NoInterestField />
        <div>
          <Button type="submit" busy={act.isPending}>
            {i18n._("Keep this text")}
          </Button>
        </div>
      </Form>
    </details>
  );
}
