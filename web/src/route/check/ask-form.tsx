/** Asking about a call without an account: the question, and the address to which the answer goes. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { Form } from "../../component/form.tsx";
import { Note } from "../../component/note.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { languageOf } from "../../language/language.ts";
import { type ApiProblem, reworded } from "../../problem.ts";
import { useAct } from "../../use-act.ts";

const most = 1000;

const schema = z.object({
  question: z
    .string()
    .trim()
    .min(10, /*i18n*/ "Write your question in a sentence.")
    .max(most, /*i18n*/ "Shorten the question to 1,000 characters."),
  email: z.string().trim().pipe(z.email(/*i18n*/ "Enter an e-mail address, like name@company.com.")),
});

export function AskForm({ callId }: { readonly callId: string }) {
  const { i18n } = useLingui();
  const refusal = useAskRefusal();
  const form = usePageForm(schema, { question: "", email: "" });
  const act = useAct({
    send: (values: z.output<typeof schema>, key) =>
      api("post", "/api/calls/{callId}/enquiries", {
        params: { callId },
        body: { ...values, language: languageOf(i18n.locale) },
        key,
      }),
    onDone: () => form.reset(),
    stale: [],
  });
  return (
    <section className="part stack" aria-labelledby="ask">
      <h3 id="ask">{i18n._("Ask the park")}</h3>
      {act.data !== undefined && (
        <Note kind="ok" live>
          <p>
            {i18n._("Your question is with the park. It means to answer by mail until")} <DateTime at={act.data.due} />.
          </p>
        </Note>
      )}
      <Form name="ask" form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <TextAreaField
          name="question"
          label={i18n._("Your question")}
          hint={i18n._(
            "The park may publish it with its answer, in its own words and never with your name. Tell nothing that is secret.",
          )}
          rows={4}
          limit={most}
        />
        <TextField
          name="email"
          type="email"
          autoComplete="email"
          label={i18n._("Where the answer goes: your e-mail address")}
          hint={i18n._("Used for this answer only, then forgotten.")}
        />
        <div>
          <Button type="submit" busy={act.isPending}>
            {i18n._("Send the question")}
          </Button>
        </div>
      </Form>
    </section>
  );
}

function useAskRefusal(): (problem: ApiProblem | null) => ApiProblem | null {
  const { i18n } = useLingui();
  return (problem) => {
    if (problem === null) return null;
    const sentences: Readonly<Record<string, string>> = {
      "enquiry.too-many": i18n._("That is as many questions as one may ask in a day. Ask again tomorrow."),
      "enquiry.call-closed": i18n._("The call has closed, so nothing more can be asked about it."),
      "enquiry.queue-full": i18n._("So many questions wait for an answer that no more are taken. Ask in some days."),
    };
    return reworded(problem, sentences);
  };
}
