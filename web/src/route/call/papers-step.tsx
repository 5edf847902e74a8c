/** Step of a draft: documents that an application brings along, and evidence without which no claim is taken. */
import { useLingui } from "@lingui/react";
import { useFieldArray } from "react-hook-form";
import * as z from "zod";
import { Button } from "../../component/button.tsx";
import { CheckField } from "../../component/check-field.tsx";
import { ChoicesField } from "../../component/choices-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useFormat } from "../case/use-format.ts";
import { filled, wordsSchema } from "./about-fields.tsx";
import type { CallDesk } from "./call-query.ts";
import { DraftStepForm } from "./draft-step.tsx";

const evidenceKinds = ["invoice", "report", "own-share"] as const;
const schema = z.object({
  documents: z.array(
    z.object({
      documentId: z.string(),
      title: wordsSchema.refine((words) => Object.keys(filled(words)).length > 0, /*i18n*/ "Name the document."),
      hint: wordsSchema,
      required: z.boolean(),
      parkOnly: z.boolean(),
    }),
  ),
  evidence: z.array(z.enum(evidenceKinds)),
});

export function PapersStep({ desk }: { readonly desk: CallDesk }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { call } = desk;
  const form = usePageForm(schema, {
    documents: (call.documents ?? []).map(({ hint = {}, parkOnly = false, ...one }) => ({ ...one, hint, parkOnly })),
    evidence: call.evidence ?? [],
  });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "documents" });
  const evidenceNames = {
    invoice: i18n._("The invoice of the provider"),
    report: i18n._("The report of the work"),
    "own-share": i18n._("A proof that the company paid its share"),
  };
  const add = () => {
    const taken = form.getValues("documents").map(({ documentId }) => documentId);
    let count = 1;
    while (taken.includes(`document-${count}`)) count += 1;
    append({ documentId: `document-${count}`, title: {}, hint: {}, required: true, parkOnly: false });
  };
  return (
    <DraftStepForm
      desk={desk}
      form={form}
      name="papers"
      changeOf={({ documents, evidence }) => ({
        step: "papers",
        documents: documents.map(({ title, hint, parkOnly, ...one }) => ({
          ...one,
          title: filled(title),
          ...(Object.keys(filled(hint)).length === 0 ? {} : { hint: filled(hint) }),
          ...(parkOnly ? { parkOnly } : {}),
        })),
        ...(evidence.length === 0 ? {} : { evidence }),
        ...(call.kpiQuestions === undefined ? {} : { kpiQuestions: call.kpiQuestions }),
      })}
    >
      {fields.map((field, index) => (
        <fieldset key={field.id} className="line">
          <legend>{i18n._("Document {number}", { number: index + 1 })}</legend>
          {call.languages.map((one) => (
            <TextField
              key={one}
              name={`documents.${index}.title.${one}`}
              label={i18n._("Name, {language}", { language: format.language(one) })}
            />
          ))}
          {call.languages.map((one) => (
            <TextField
              key={one}
              name={`documents.${index}.hint.${one}`}
              label={i18n._("Hint, {language}, if you wish", { language: format.language(one) })}
            />
          ))}
          <CheckField name={`documents.${index}.required`} label={i18n._("No application without it")} />
          <CheckField name={`documents.${index}.parkOnly`} label={i18n._("Only the park sees it, no reviewer")} />
          <div>
            <Button small kind="quiet" onClick={() => remove(index)}>
              {i18n._("Remove document {number}", { number: index + 1 })}
            </Button>
          </div>
        </fieldset>
      ))}
      {fields.length < 12 && (
        <div>
          <Button small onClick={add}>
            {i18n._("Ask for a document")}
          </Button>
        </div>
      )}
      <ChoicesField
        name="evidence"
        label={i18n._("Evidence that a claim needs")}
        options={evidenceKinds.map((value) => ({ value, label: evidenceNames[value] }))}
      />
    </DraftStepForm>
  );
}
