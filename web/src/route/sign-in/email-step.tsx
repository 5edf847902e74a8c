/** First step: the address to which the code goes. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Form } from "../../component/form.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { languageOf } from "../../language/language.ts";
import { useAct } from "../../use-act.ts";

const schema = z.object({
  email: z.string().trim().pipe(z.email(/*i18n*/ "Enter an e-mail address, like name@company.com.")),
});

export function EmailStep({ onSent }: { readonly onSent: (email: string) => void }) {
  const { i18n } = useLingui();
  const form = usePageForm(schema, { email: "" });
  const ask = useAct({
    send: ({ email }: { email: string }, key) =>
      api("post", "/api/session/code", { body: { email, language: languageOf(i18n.locale) }, key }),
    onDone: (_, { email }) => onSent(email),
  });
  return (
    <Form form={form} onSend={(values) => ask.mutate(values)} problem={ask.error}>
      <TextField
        name="email"
        label={i18n._("E-mail address")}
        hint={i18n._("We send a code to it. There is no password.")}
        type="email"
        autoComplete="email"
      />
      <div>
        <Button type="submit" kind="primary" busy={ask.isPending}>
          {i18n._("Send me a code")}
        </Button>
      </div>
    </Form>
  );
}
