/** What one is called, and the language that letters come in. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { Note } from "../../component/note.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { languages } from "../../language/language.ts";
import type { Me } from "../../session.ts";
import { useAct } from "../../use-act.ts";

const schema = z.object({
  name: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Enter your name.")
    .max(120, /*i18n*/ "Enter your name in up to 120 characters."),
  language: z.enum(["en", "nl", "fr", "sv", "cy"], /*i18n*/ "Choose a language."),
});

export function PersonCard({ me }: { readonly me: Me }) {
  const { i18n } = useLingui();
  const form = usePageForm(schema, { name: me.name, language: me.language });
  const act = useAct({
    send: (body: z.output<typeof schema>, key) => api("post", "/api/my/person", { params: {}, body, key }),
  });
  return (
    <Card title={i18n._("You")}>
      <div className="stack">
        {act.isSuccess && (
          <Note kind="ok" live>
            <p>{i18n._("Saved. Letters to you are in this language from now on.")}</p>
          </Note>
        )}
        <Form name="person" form={form} onSend={(values) => act.mutate(values)} problem={act.error}>
          <TextField
            name="name"
            label={i18n._("Your name")}
            hint={i18n._("As colleagues, parks and letters call you.")}
            autoComplete="name"
          />
          <SelectField
            name="language"
            label={i18n._("Language of letters")}
            hint={i18n._("The language of these pages is chosen at the top of each.")}
            options={languages.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <div>
            <Button type="submit" busy={act.isPending}>
              {i18n._("Save")}
            </Button>
          </div>
        </Form>
      </div>
    </Card>
  );
}
