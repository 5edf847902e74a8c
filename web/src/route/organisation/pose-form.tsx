/** Posing a challenge: to which park, in the writer's language, and in English if wished. */
import { useLingui } from "@lingui/react";
import { useWatch } from "react-hook-form";
import * as z from "zod";
import { type ApiResult, api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { Note } from "../../component/note.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useParks } from "../../network.ts";
import { useAct } from "../../use-act.ts";

type Organisations = ApiResult<"get", "/api/my/challenges">["organisations"];

const languages = ["en", "nl", "fr", "sv", "cy"] as const;

const schema = z
  .object({
    organisationId: z.string().min(1, /*i18n*/ "Choose an organisation."),
    parkId: z.string().min(1, /*i18n*/ "Choose a park."),
    language: z.enum(languages),
    title: z
      .string()
      .trim()
      .min(1, /*i18n*/ "Give it a title.")
      .max(120, /*i18n*/ "Give it a title of up to 120 characters."),
    text: z.string().trim().min(1, /*i18n*/ "Say what is needed.").max(2000, /*i18n*/ "Say it in 2,000 characters."),
    titleInEnglish: z.string().trim().max(120, /*i18n*/ "Give it a title of up to 120 characters."),
    textInEnglish: z.string().trim().max(2000, /*i18n*/ "Say it in 2,000 characters."),
  })
  .refine(({ titleInEnglish, textInEnglish }) => (titleInEnglish === "") === (textInEnglish === ""), {
    error: /*i18n*/ "Enter both in English, or neither.",
    path: ["textInEnglish"],
  });
type Values = z.output<typeof schema>;

export function PoseForm({ organisations }: { readonly organisations: Organisations }) {
  const { i18n } = useLingui();
  const parks = useParks();
  const own = languages.find((language) => i18n.locale.startsWith(language)) ?? "en";
  const form = usePageForm(schema, {
    organisationId: organisations.length === 1 ? (organisations[0]?.organisationId ?? "") : "",
    parkId: "",
    language: own,
    title: "",
    text: "",
    titleInEnglish: "",
    textInEnglish: "",
  });
  const language = useWatch({ control: form.control, name: "language" });
  const names = new Intl.DisplayNames([i18n.locale], { type: "language" });
  const act = useAct({
    send: (values: Values, key) => api("post", "/api/my/challenges", { params: {}, body: bodyOf(values), key }),
    onDone: () => form.reset(),
    stale: [["challenges"]],
  });
  return (
    <Card title={i18n._("Pose a challenge")}>
      {act.isSuccess && (
        <Note kind="ok" live>
          <p>{i18n._("Posed. The park’s managers read it when they draft a call.")}</p>
        </Note>
      )}
      <Form name="pose" form={form} onSend={(values) => act.mutate(values)} problem={act.error}>
        {organisations.length > 1 && (
          <SelectField
            name="organisationId"
            label={i18n._("For which organisation")}
            placeholder={i18n._("Choose")}
            options={organisations.map(({ organisationId, name }) => ({ value: organisationId, label: name }))}
          />
        )}
        <SelectField
          name="parkId"
          label={i18n._("To which park")}
          placeholder={i18n._("Choose")}
          options={parks.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          name="language"
          label={i18n._("Language you write in")}
          options={languages.map((value) => ({ value, label: names.of(value) ?? value }))}
        />
        <TextField
          name="title"
          label={i18n._("Title")}
          hint={i18n._("In up to 120 characters. It is public once a call answers it.")}
        />
        <TextAreaField
          name="text"
          label={i18n._("What is needed")}
          hint={i18n._("For whom, what was tried, and what would count as an answer.")}
          limit={2000}
        />
        {language !== "en" && (
          <>
            <TextField name="titleInEnglish" label={i18n._("Title in English")} hint={i18n._("Optional")} />
            <TextAreaField
              name="textInEnglish"
              label={i18n._("The same in English")}
              hint={i18n._("Optional")}
              limit={2000}
            />
          </>
        )}
        <div>
          <Button type="submit" kind="primary" busy={act.isPending}>
            {i18n._("Pose it")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function bodyOf({ organisationId, parkId, language, title, text, titleInEnglish, textInEnglish }: Values) {
  const english =
    language === "en" || titleInEnglish === "" ? undefined : { title: titleInEnglish, text: textInEnglish };
  return {
    organisationId: organisationId as Organisations[number]["organisationId"],
    parkId,
    texts: {
      title: { ...(english === undefined ? {} : { en: english.title }), [language]: title },
      text: { ...(english === undefined ? {} : { en: english.text }), [language]: text },
    },
  };
}
