/** The manager adds a translation of an application: the original above each field, the translation below, marked as one. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { CaseEyebrow } from "../case/case-eyebrow.tsx";
import { type CaseView, caseQuery, useCaseId } from "../case/case-query.ts";
import { textOf } from "../case/facts-text.ts";
import { useFormat } from "../case/use-format.ts";
import { TranslationsCard } from "../staff/translations-card.tsx";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";

const languages = ["en", "nl", "fr", "sv", "cy"] as const;

export function RoutePage() {
  const { i18n } = useLingui();
  const query = useQuery(caseQuery(useCaseId()));
  const view = query.data;
  const title = i18n._("Add a translation");
  return (
    <Page
      title={title}
      windowTitle={view === undefined ? title : `${title}: ${view.reference}`}
      width="decision"
      up={{ to: view === undefined ? "/pipeline" : `/cases/${view.caseId}`, label: view?.title || i18n._("Case") }}
      {...(view === undefined ? {} : { eyebrow: <CaseEyebrow view={view} /> })}
      lead={i18n._(
        "Reviewers who do not read the language of the application read this beside the original. The original is what counts.",
      )}
    >
      <Loaded query={query} lines={10}>
        {(shown) => (
          <div className="act-page">
            <TranslationsCard view={shown} link={false} />
            <TranslationForm view={shown} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

const text = (most: number) =>
  z
    .string()
    .trim()
    .min(1, /*i18n*/ "Translate this text.")
    .max(most, most > 200 ? /*i18n*/ "At most 4,000 characters." : /*i18n*/ "At most 120 characters.");

const schema = z.object({
  language: z.string().pipe(z.enum(languages, /*i18n*/ "Choose the language of the translation.")),
  source: z.string().pipe(z.enum(["person", "service"], /*i18n*/ "Say who translated.")),
  translator: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Enter the name of the translator or of the service.")
    .max(140, /*i18n*/ "The name has at most 140 characters."),
  title: text(120),
  need: text(4000),
  effect: text(4000),
  scope: z.string().trim().max(4000, /*i18n*/ "At most 4,000 characters."),
});

function TranslationForm({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useStaffRefusal();
  const navigate = useNavigate();
  const data = view.sections.project?.data ?? {};
  const scope = view.offer?.content?.scope;
  const form = usePageForm(schema, {
    language: "",
    source: "",
    translator: "",
    title: "",
    need: "",
    effect: "",
    scope: "",
  });
  const act = useAct({
    send: ({ language, source, translator, scope: offered, ...words }: z.output<typeof schema>, key) =>
      api("post", "/api/cases/{caseId}/translations/{language}", {
        params: { caseId: view.caseId, language },
        body: { source, translator, words: { ...words, ...(scope === undefined ? {} : { scope: offered }) } },
        key,
      }),
    onDone: () => navigate({ to: "/cases/$caseId", params: { caseId: view.caseId } }),
  });
  const options = languages
    .filter((language) => language !== view.language)
    .map((value) => ({ value, label: format.language(value) }));
  const sources = [
    { value: "person", label: i18n._("A person") },
    { value: "service", label: i18n._("A translation service, nobody has read it over") },
  ];
  return (
    <Card title={i18n._("Translation")}>
      <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <SelectField
          name="language"
          label={i18n._("Language of the translation")}
          options={options}
          placeholder={i18n._("Choose")}
        />
        <RadioField name="source" label={i18n._("Who translated")} options={sources} />
        <TextField
          name="translator"
          label={i18n._("Name")}
          hint={i18n._("Reviewers read it beside the translation.")}
        />
        <Original view={view} words={textOf(data, "title")} />
        <TextField name="title" label={i18n._("Title")} />
        <Original view={view} words={textOf(data, "need")} />
        <TextAreaField name="need" label={i18n._("The service and why the company needs it")} rows={8} limit={4000} />
        <Original view={view} words={textOf(data, "effect")} />
        <TextAreaField name="effect" label={i18n._("What the company will do with the result")} rows={8} limit={4000} />
        {scope !== undefined && (
          <>
            <Original view={view} words={scope} />
            <TextAreaField name="scope" label={i18n._("What the provider offers")} rows={8} limit={4000} />
          </>
        )}
        <div>
          <Button type="submit" kind="primary" busy={act.isPending}>
            {i18n._("Save the translation")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

/** What is translated, above the field for it. */
function Original({ view, words }: { readonly view: CaseView; readonly words: string }) {
  const { i18n } = useLingui();
  return (
    <div className="note">
      <p className="small muted">{i18n._("Original")}</p>
      <p className="told" lang={view.language}>
        {words}
      </p>
    </div>
  );
}
