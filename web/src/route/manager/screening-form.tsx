/** The answer of the screening. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useWatch } from "react-hook-form";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { type CaseView, checkQuery } from "../case/case-query.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";

const schema = z
  .object({
    outcome: z.string().pipe(z.enum(["eligible", "ineligible", "ask"], /*i18n*/ "Choose what you found.")),
    reasons: z.string().trim().max(4000, /*i18n*/ "Shorten the reasons to 4,000 characters."),
    question: z.string().trim().max(2000, /*i18n*/ "Shorten the question to 2,000 characters."),
    noInterest: noInterestSchema,
  })
  .refine(({ outcome, reasons }) => outcome !== "ineligible" || reasons !== "", {
    path: ["reasons"],
    message: /*i18n*/ "Say why: the company reads it once a second person has confirmed it.",
  })
  .refine(({ outcome, question }) => outcome !== "ask" || question !== "", {
    path: ["question"],
    message: /*i18n*/ "Write the question.",
  });
type Values = z.output<typeof schema>;

export function ScreeningForm({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const refusal = useStaffRefusal();
  const failing = useQuery(checkQuery(view.caseId)).data?.requirements.filter(({ ok }) => !ok).length ?? 0;
  const form = usePageForm(schema, { outcome: "", reasons: "", question: "", noInterest: false });
  const outcome = useWatch({ control: form.control, name: "outcome" });
  const act = useAct({
    send: ({ outcome: chosen, reasons, question, noInterest }: Values, key) =>
      api("post", "/api/cases/{caseId}/screening", {
        params: { caseId: view.caseId },
        body: {
          outcome: chosen,
          noInterest,
          reasons: chosen === "ineligible" ? reasons : "",
          question: chosen === "ask" ? question : "",
        },
        key,
      }),
  });
  const options = [
    {
      value: "eligible",
      label: i18n._("Eligible"),
      hint:
        failing === 0
          ? i18n._("It goes to review.")
          : i18n._("Not possible while {failing, plural, one {# requirement is} other {# requirements are}} not met.", {
              failing,
            }),
    },
    {
      value: "ineligible",
      label: i18n._("Not eligible"),
      hint: i18n._("A second person of the park confirms it before the company is told."),
    },
    {
      value: "ask",
      label: i18n._("Ask the company"),
      hint: i18n._("It has 10 working days to answer; then the application counts as withdrawn."),
    },
  ];
  return (
    <Card title={i18n._("Your screening")}>
      <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <RadioField name="outcome" label={i18n._("What did you find?")} options={options} />
        {outcome === "ineligible" && (
          <TextAreaField
            name="reasons"
            label={i18n._("Reasons, for the letter to the company")}
            hint={i18n._("Name the requirement and the fact. The company may ask redress.")}
            limit={4000}
          />
        )}
        {outcome === "ask" && (
          <TextAreaField
            name="question"
            label={i18n._("Question to the company")}
            hint={i18n._("One question with everything that is missing: it is asked once.")}
            rows={4}
            limit={2000}
          />
        )}
        <NoInterestField />
        <div>
          <Button type="submit" kind="primary" busy={act.isPending}>
            {i18n._("Send the screening")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
