/** The answer to one question about a call: in public with the question in the park's words, to the asker alone, or declined with the reason. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { type ApiInput, api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Form } from "../../component/form.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { type LanguageId, languages } from "../../language/language.ts";
import { useAct } from "../../use-act.ts";
import { useFormat } from "../case/use-format.ts";
import type { Enquiries } from "./enquiries-page.tsx";
import { useCallRefusal } from "./use-call-refusal.ts";

type Body = ApiInput<"post", "/api/calls/{callId}/enquiries/{enquiryId}/answer">["body"];

const outcomes = ["published", "private", "declined"] as const;
const textSchema = z.object({
  question: z.string().trim().max(1000, /*i18n*/ "Shorten the question to 1,000 characters."),
  answer: z.string().trim().max(3000, /*i18n*/ "Shorten the answer to 3,000 characters."),
});

const schema = z
  .object({ outcome: z.enum(outcomes), texts: z.record(z.string(), textSchema) })
  .superRefine(({ outcome, texts }, context) => {
    const shown = Object.entries(texts);
    const fault = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    if (shown.every(([, { answer }]) => answer === ""))
      fault(["texts", shown[0]?.[0] ?? "en", "answer"], /*i18n*/ "Write the answer in one language at least.");
    if (outcome !== "published") return;
    for (const [language, { question, answer }] of shown) {
      if (answer !== "" && question === "")
        fault(["texts", language, "question"], /*i18n*/ "Word the question as it is to be published.");
    }
  });
type Values = z.output<typeof schema>;

interface Props {
  readonly enquiry: Enquiries["open"][number];
  readonly call: Enquiries["call"];
}

export function EnquiryForm({ enquiry, call }: Props) {
  const { i18n } = useLingui();
  const refusal = useCallRefusal();
  const format = useFormat();
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
      {shown.map((language) => (
        <div key={language} className="stack">
          {outcome === "published" && (
            <TextAreaField
              name={`texts.${language}.question`}
              label={i18n._("Question as it is published, {language}", { language: format.language(language) })}
              rows={3}
              limit={1000}
            />
          )}
          <TextAreaField
            name={`texts.${language}.answer`}
            label={
              outcome === "declined"
                ? i18n._("Reason, {language}", { language: format.language(language) })
                : i18n._("Answer, {language}", { language: format.language(language) })
            }
            rows={4}
            limit={3000}
          />
        </div>
      ))}
      <p className="small muted">
        {i18n._("One language is enough; readers of the others see it with a notice. It cannot be changed afterwards.")}
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
  const written = shown.flatMap((language) => {
    const { question = "", answer = "" } = texts[language] ?? {};
    if (answer === "") return [];
    return [[language, outcome === "published" ? { question, answer } : { answer }] as const];
  });
  return { outcome, texts: Object.fromEntries(written) };
}
