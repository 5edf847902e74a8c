/** One criterion of a draft's rubric: its names, its scale and what the marks mean, and whether lay members score it. */
import { useLingui } from "@lingui/react";
import type { Criterion } from "@multihelix/core/review/rubric.ts";
import { useFormContext } from "react-hook-form";
import * as z from "zod";
import { CheckField } from "../../component/check-field.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { wholeNumberSchema } from "../../form/typed-value.ts";
import { useFormat } from "../case/use-format.ts";
import { filled, languages, type Words, wordsSchema } from "./about-fields.tsx";

const besidesEnglish = languages.filter((one) => one !== "en");

export const upTo100 = wholeNumberSchema(/*i18n*/ "Enter a whole number, 1 to 100.").refine(
  (number) => number >= 1 && number <= 100,
  /*i18n*/ "Enter a whole number, 1 to 100.",
);
const upTo10 = wholeNumberSchema(/*i18n*/ "Enter a whole number, 1 to 10.").refine(
  (number) => number >= 1 && number <= 10,
  /*i18n*/ "Enter a whole number, 1 to 10.",
);

export const criterionSchema = z
  .object({
    id: z.string(),
    label: z.string().trim().min(1, /*i18n*/ "Name the criterion."),
    labels: wordsSchema,
    weight: upTo100,
    max: upTo10,
    halfMarks: z.boolean(),
    lay: z.boolean(),
    /** A line for each whole mark, 0 first. */
    anchors: wordsSchema,
  })
  .superRefine(({ max, anchors }, context) => {
    for (const language of languages)
      if (linesOf(anchors[language] ?? "").length > max + 1)
        context.addIssue({
          code: "custom",
          path: ["anchors", language],
          message: /*i18n*/ "There are more lines than marks: write one for each whole mark, 0 included.",
        });
  });

type Typed = z.input<typeof criterionSchema>;

export function typedCriterion(criterion: Criterion): Typed {
  const { id, label, labels = {}, weight, max, halfMarks, lay = false, anchors, anchorsIn = {} } = criterion;
  const lines = Object.entries({ ...anchorsIn, en: anchors }).map(([language, texts]) => [language, texts.join("\n")]);
  return {
    id,
    label,
    labels,
    weight: String(weight),
    max: String(max),
    halfMarks,
    lay,
    anchors: Object.fromEntries(lines) as Words,
  };
}

/** A new criterion is scored as the first is, until somebody says otherwise. */
export function begunCriterion(first: Typed | undefined): Omit<Typed, "id"> {
  const { max = "5", halfMarks = false, anchors = {} } = first ?? {};
  return { label: "", labels: {}, weight: "", max, halfMarks, lay: false, anchors };
}

export function criterionOf({
  labels: typed,
  anchors: lines,
  lay,
  ...rest
}: z.output<typeof criterionSchema>): Criterion {
  const labels = filled(typed, besidesEnglish);
  const anchorsIn = Object.fromEntries(
    besidesEnglish.flatMap((one) => {
      const texts = linesOf(lines[one] ?? "");
      return texts.length === 0 ? [] : [[one, texts]];
    }),
  );
  return {
    ...rest,
    anchors: linesOf(lines.en ?? ""),
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
    ...(Object.keys(anchorsIn).length === 0 ? {} : { anchorsIn }),
    ...(lay ? { lay } : {}),
  };
}

/** Lines of a text; an empty one between others says nothing of its mark, those at the end are no lines. */
function linesOf(text: string): string[] {
  return text
    .trimEnd()
    .split("\n")
    .flatMap((line, at, all) => (all.length === 1 && line === "" && at === 0 ? [] : [line.trim()]));
}

export function CriterionFields({ at }: { readonly at: number }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { getFieldState, formState } = useFormContext();
  const name = (field: string) => `criteria.${at}.${field}`;
  const wrongInside = ["labels", "anchors"].some((field) => getFieldState(name(field), formState).invalid);
  return (
    <>
      <TextField name={name("label")} label={i18n._("Criterion, in English")} />
      <TextField name={name("weight")} label={i18n._("Weight")} short />
      <TextField name={name("max")} label={i18n._("Highest mark, up to 10")} short />
      <CheckField name={name("halfMarks")} label={i18n._("Half marks can be given")} />
      <CheckField
        name={name("lay")}
        label={i18n._("Patients and lay members score it too")}
        hint={i18n._("One of them is asked beside the other reviewers, and sees and scores only what is ticked here.")}
      />
      <details className="more" open={wrongInside || undefined}>
        <summary>{i18n._("Other languages, and what the marks mean")}</summary>
        <div className="stack">
          {besidesEnglish.map((one) => (
            <TextField
              key={one}
              name={name(`labels.${one}`)}
              label={i18n._("Criterion, {language}", { language: format.language(one) })}
              hint={i18n._("English is shown, if you leave it empty.")}
            />
          ))}
          {languages.map((one) => (
            <TextAreaField
              key={one}
              name={name(`anchors.${one}`)}
              label={i18n._("What the marks mean, {language}", { language: format.language(one) })}
              hint={i18n._("A line for each whole mark, 0 first.")}
              rows={6}
            />
          ))}
        </div>
      </details>
    </>
  );
}
