/** Texts, languages, mode and days of a call, for one that is begun and for a draft that is changed. */
import { useLingui } from "@lingui/react";
import { useWatch } from "react-hook-form";
import * as z from "zod";
import { ChoicesField } from "../../component/choices-field.tsx";
import { DateFields } from "../../component/date-fields.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { type DateParts, dateSchema } from "../../form/typed-value.ts";
import { useFormat } from "../case/use-format.ts";

export const languages = ["en", "nl", "fr", "sv", "cy"] as const;
export type Language = (typeof languages)[number];
export type Words = Partial<Record<Language, string>>;

/** Every language has a field, so that none is lost while languages are chosen. */
export const wordsSchema = z.partialRecord(z.enum(languages), z.string());

export interface TypedAbout {
  readonly languages: Language[];
  readonly title: Words;
  readonly summary: Words;
  readonly mode: "rolling" | "deadline";
  readonly opensOn: DateParts;
  readonly closesOn: DateParts;
}

export const aboutSchema = {
  languages: z.array(z.enum(languages)).min(1, /*i18n*/ "Choose at least one language."),
  title: wordsSchema,
  summary: wordsSchema,
  mode: z.enum(["rolling", "deadline"]),
  opensOn: dateSchema(/*i18n*/ "Enter the day on which the call opens."),
  closesOn: dateSchema(/*i18n*/ "Enter the last day of the call."),
};

/** What was typed in the languages of the call. */
export function filled(words: Words, of: readonly Language[] = languages): Words {
  return Object.fromEntries(of.flatMap((one) => ((words[one] ?? "").trim() === "" ? [] : [[one, words[one]?.trim()]])));
}

export function AboutFields() {
  const { i18n } = useLingui();
  const format = useFormat();
  const chosen = (useWatch({ name: "languages" }) ?? []) as readonly Language[];
  const shown = languages.filter((one) => chosen.includes(one));
  return (
    <>
      <ChoicesField
        name="languages"
        label={i18n._("Languages of the call")}
        hint={i18n._("Its texts are there in each of them, and applications are taken in them.")}
        options={languages.map((value) => ({ value, label: format.language(value) }))}
        beside
      />
      {shown.map((one) => (
        <TextField
          key={one}
          name={`title.${one}`}
          label={i18n._("Title, {language}", { language: format.language(one) })}
        />
      ))}
      {shown.map((one) => (
        <TextAreaField
          key={one}
          name={`summary.${one}`}
          label={i18n._("Summary, {language}", { language: format.language(one) })}
          rows={3}
          limit={600}
        />
      ))}
      <RadioField
        name="mode"
        label={i18n._("How it is decided")}
        options={[
          { value: "rolling", label: i18n._("In the order of complete applications, while money lasts") },
          { value: "deadline", label: i18n._("By a ranking after it has closed") },
        ]}
      />
      <DateFields name="opensOn" label={i18n._("Opens on")} hint={i18n._("From midnight in the park’s zone.")} />
      <DateFields
        name="closesOn"
        label={i18n._("Closes on")}
        hint={i18n._("Until the end of that day in the park’s zone.")}
      />
    </>
  );
}
