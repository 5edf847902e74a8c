/** The words of an answer in several languages: the fields, what is wrong with them, and what was written. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { TextAreaField } from "../../component/text-area-field.tsx";
import type { LanguageId } from "../../language/language.ts";
import { useFormat } from "../case/use-format.ts";

export type Outcome = "published" | "private" | "declined";

export const textSchema = z.object({
  question: z.string().trim().max(1000, /*i18n*/ "Shorten the question to 1,000 characters."),
  answer: z.string().trim().max(3000, /*i18n*/ "Shorten the answer to 3,000 characters."),
});
export type Texts = Record<string, z.output<typeof textSchema>>;

/** Wrong with the words: nothing written, or an answer that is published without its question. */
export function faultsOf(texts: Texts, outcome: Outcome): { path: string[]; message: string }[] {
  const shown = Object.entries(texts);
  if (shown.every(([, { answer }]) => answer === ""))
    return [
      {
        path: ["texts", shown[0]?.[0] ?? "en", "answer"],
        message: /*i18n*/ "Write the answer in one language at least.",
      },
    ];
  if (outcome !== "published") return [];
  return shown.flatMap(([language, { question, answer }]) =>
    answer !== "" && question === ""
      ? [{ path: ["texts", language, "question"], message: /*i18n*/ "Word the question as it is to be published." }]
      : [],
  );
}

export function writtenOf(texts: Texts, shown: readonly LanguageId[], outcome: Outcome) {
  const written = shown.flatMap((language) => {
    const { question = "", answer = "" } = texts[language] ?? {};
    if (answer === "") return [];
    return [[language, outcome === "published" ? { question, answer } : { answer }] as const];
  });
  return Object.fromEntries(written);
}

interface Props {
  readonly languages: readonly LanguageId[];
  readonly outcome: Outcome;
}

export function EnquiryTexts({ languages, outcome }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  return languages.map((language) => (
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
  ));
}
