/** The answer to one question about a call: in public with the question in the park's words, to the asker alone, or declined with the reason. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { type ApiInput, api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Form } from "../../component/form.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { type LanguageId, languages } from "../../language/language.ts";
import { useAct } from "../../use-act.ts";
import type { Enquiries } from "./enquiries-page.tsx";
import { EnquiryTexts, faultsOf, textSchema, writtenOf } from "./enquiry-texts.tsx";
import { useCallRefusal } from "./use-call-refusal.ts";

type Body = ApiInput<"post", "/api/calls/{callId}/enquiries/{enquiryId}/answer">["body"];

const outcomes = ["published", "private", "declined"] as const;
const schema = z
  .object({ outcome: z.enum(outcomes), texts: z.record(z.string(), textSchema) })
  .superRefine(({ outcome, texts }, context) => {
    for (const { path, message } of faultsOf(texts, outcome)) context.addIssue({ code: "custom", path, message });
  });
type Values = z.output<typeof schema>;

interface Props {
  readonly enquiry: Enquiries["open"][number];
  readonly call: Enquiries["call"];
}

export function EnquiryForm({ enquiry, call }: Props) {
  const { i18n } = useLingui();
  const refusal = useCallRefusal();
  const { callId } = call;
  const { enquiryId } = enquiry;
  const form = usePageForm<z.input<typeof schema>, Values>(schema, {
    outcome: "published",
    texts: blank(enquiry, call),
  });
  const outcome = form.watch("outcome");
  const shown = languagesOf(outcome, enquiry, call);
  const act = useAct({
    send: (values: Values, key) =>
      api("post", "/api/calls/{callId}/enquiries/{enquiryId}/answer", {
        params: { callId, enquiryId },
        body: bodyOf(values, languagesOf(values.outcome, enquiry, call)),
        key,
      }),
    stale: [
      ["calls", callId, "enquiries"],
      ["my", "enquiries"],
    ],
  });
  return (
    <Form
      name={`answer-${enquiryId.slice(-6)}`}
      form={form}
      onSend={(values) => act.mutate(values)}
      problem={refusal(act.error)}
    >
      <RadioField
        name="outcome"
        label={i18n._("How is it answered?")}
        options={[
          {
            value: "published",
            label: i18n._("On the page of the call, for everybody"),
            hint: i18n._("The question in your words: leave out names and whatever tells who asked."),
          },
          { value: "private", label: i18n._("To the asker alone") },
          { value: "declined", label: i18n._("Not, with the reason") },
        ]}
      />
      <EnquiryTexts languages={shown} outcome={outcome} />
      <p className="small muted">
        {i18n._(
          "One language is enough; readers of the others see it with a notice. What is published can be corrected later, and the page says when.",
        )}
      </p>
      <div>
        <Button type="submit" kind="primary" busy={act.isPending}>
          {outcome === "declined" ? i18n._("Decline the question") : i18n._("Send the answer")}
        </Button>
      </div>
    </Form>
  );
}

/** What is published is in the call's languages; one person may be answered in their own. */
function languagesOf(outcome: Values["outcome"], { language }: Props["enquiry"], call: Props["call"]): LanguageId[] {
  const own = call.languages.includes(language) || outcome === "published" ? [] : [language];
  return [...own, ...call.languages];
}

function blank(enquiry: Props["enquiry"], call: Props["call"]): Values["texts"] {
  const all = languages.filter(({ id }) => id === enquiry.language || call.languages.includes(id));
  return Object.fromEntries(
    all.map(({ id }) => [id, { question: id === enquiry.language ? enquiry.question : "", answer: "" }]),
  );
}

function bodyOf({ outcome, texts }: Values, shown: readonly LanguageId[]): Body {
  return { outcome, texts: writtenOf(texts, shown, outcome) };
}
