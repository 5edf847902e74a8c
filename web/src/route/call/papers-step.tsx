/** Step of a draft: documents that an application brings along, evidence without which no claim is taken, and what is asked after redemption. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { CheckField } from "../../component/check-field.tsx";
import { ChoicesField } from "../../component/choices-field.tsx";
import { Note } from "../../component/note.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useFormat } from "../case/use-format.ts";
import { filled, type Language, wordsSchema } from "./about-fields.tsx";
import type { CallDesk } from "./call-query.ts";
import { DraftStepForm } from "./draft-step.tsx";
import { FieldList } from "./field-list.tsx";

const evidenceKinds = ["invoice", "report", "own-share"] as const;
const questionMost = 300;
const documentsSchema = z.array(
  z.object({
    documentId: z.string(),
    title: wordsSchema.refine((words) => Object.keys(filled(words)).length > 0, /*i18n*/ "Name the document."),
    hint: wordsSchema,
    required: z.boolean(),
    parkOnly: z.boolean(),
  }),
);

/** A question is asked in every language of the call. */
function schemaOf(spoken: readonly Language[]) {
  const text = wordsSchema.superRefine((words, context) => {
    for (const language of spoken) {
      const length = [...(words[language] ?? "").trim()].length;
      const message =
        length === 0
          ? /*i18n*/ "Write the question in this language."
          : length > questionMost
            ? /*i18n*/ "Shorten the question to 300 characters."
            : undefined;
      if (message !== undefined) context.addIssue({ code: "custom", path: [language], message });
    }
  });
  return z.object({
    documents: documentsSchema,
    evidence: z.array(z.enum(evidenceKinds)),
    kpiQuestions: z.array(z.object({ id: z.string(), text })),
  });
}

export function PapersStep({ desk }: { readonly desk: CallDesk }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { call } = desk;
  const form = usePageForm(schemaOf(call.languages), {
    documents: (call.documents ?? []).map(({ hint = {}, parkOnly = false, ...one }) => ({ ...one, hint, parkOnly })),
    evidence: call.evidence ?? [],
    kpiQuestions: (call.kpiQuestions ?? []).map(({ id, text }) => ({ id, text })),
  });
  const evidenceNames = {
    invoice: i18n._("The invoice of the provider"),
    report: i18n._("The report of the work"),
    "own-share": i18n._("A proof that the company paid its share"),
  };
  return (
    <DraftStepForm
      desk={desk}
      form={form}
      name="papers"
      changeOf={({ documents, evidence, kpiQuestions }) => ({
        step: "papers",
        documents: documents.map(({ title, hint, parkOnly, ...one }) => ({
          ...one,
          title: filled(title),
          ...(Object.keys(filled(hint)).length === 0 ? {} : { hint: filled(hint) }),
          ...(parkOnly ? { parkOnly } : {}),
        })),
        ...(evidence.length === 0 ? {} : { evidence }),
        ...(kpiQuestions.length === 0
          ? {}
          : { kpiQuestions: kpiQuestions.map(({ id, text }) => ({ id, text: filled(text) })) }),
      })}
    >
      <FieldList
        name="documents"
        idField="documentId"
        prefix="document"
        most={12}
        begin={() => ({ title: {}, hint: {}, required: true, parkOnly: false })}
        legend={(number) => i18n._("Document {number}", { number })}
        add={i18n._("Ask for a document")}
        remove={(number) => i18n._("Remove document {number}", { number })}
      >
        {(at) => (
          <>
            {call.languages.map((one) => (
              <TextField
                key={one}
                name={`documents.${at}.title.${one}`}
                label={i18n._("Name, {language}", { language: format.language(one) })}
              />
            ))}
            {call.languages.map((one) => (
              <TextField
                key={one}
                name={`documents.${at}.hint.${one}`}
                label={i18n._("Hint, {language}, if you wish", { language: format.language(one) })}
              />
            ))}
            <CheckField name={`documents.${at}.required`} label={i18n._("No application without it")} />
            <CheckField name={`documents.${at}.parkOnly`} label={i18n._("Only the park sees it, no reviewer")} />
          </>
        )}
      </FieldList>
      <ChoicesField
        name="evidence"
        label={i18n._("Evidence that a claim needs")}
        options={evidenceKinds.map((value) => ({ value, label: evidenceNames[value] }))}
      />
      <Note>
        <p>
          {i18n._(
            "Companies say 6, 12 and 24 months after redemption what came of the voucher. Where you ask nothing of your own, three plain questions are asked: turnover, jobs, and what followed.",
          )}
        </p>
      </Note>
      <FieldList
        name="kpiQuestions"
        idField="id"
        prefix="question"
        most={8}
        begin={() => ({ text: {} })}
        legend={(number) => i18n._("Question {number} after redemption", { number })}
        add={i18n._("Ask a question after redemption")}
        remove={(number) => i18n._("Remove question {number}", { number })}
      >
        {(at) =>
          call.languages.map((one) => (
            <TextAreaField
              key={one}
              name={`kpiQuestions.${at}.text.${one}`}
              label={i18n._("Question, {language}", { language: format.language(one) })}
              rows={2}
              limit={questionMost}
            />
          ))
        }
      </FieldList>
    </DraftStepForm>
  );
}
