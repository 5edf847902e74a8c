/** What must hold of a call's questions before they can be asked, said all at once. */
import type { Language } from "../person/person.ts";
import type { CallProblem } from "./call-problems.ts";
import {
  type Property,
  type QuestionSet,
  questionsOf,
  type SetQuestion,
  valuesOf,
  type Widget,
} from "./question-set.ts";

/** Empty for a set that can be asked in these languages. */
export function questionProblems(set: QuestionSet, languages: readonly Language[]): CallProblem[] {
  const questions = questionsOf(set);
  const problems: CallProblem[] = [];
  const say = (path: string, message: string) => problems.push({ path, message });
  const { order } = set.ui;
  if (new Set(order).size !== order.length) say("questions.ui.order", "Every question stands once in the order.");
  const named = [...Object.keys(set.schema.properties), ...Object.keys(set.ui.fields), ...set.schema.required];
  if (questions.length !== order.length || named.some((id) => !order.includes(id)))
    say("questions", "Both schemas and the order name the same questions.");
  for (const [index, question] of questions.entries()) {
    for (const message of oneQuestion(question, questions.slice(0, index), languages))
      say(`questions.${question.id}`, message);
  }
  return problems;
}

function oneQuestion(question: SetQuestion, earlier: readonly SetQuestion[], languages: readonly Language[]): string[] {
  const { widget, property, title, help, options } = question;
  const messages: string[] = [];
  const missing = (words: Partial<Record<Language, string>>) =>
    languages.filter((language) => (words[language] ?? "").trim() === "");
  for (const language of missing(title)) messages.push(`The question is missing in "${language}".`);
  // A hint may be left out altogether, but not in one language alone.
  if (help !== undefined && missing(help).length > 0 && missing(help).length < languages.length)
    messages.push(`The hint is missing in "${missing(help).join(", ")}".`);
  for (const option of options) {
    for (const language of missing(option.label)) messages.push(`An answer to choose is missing in "${language}".`);
  }
  if (!fits(widget, property)) messages.push(`"${widget}" does not ask for what the schema wants.`);
  if (new Set(valuesOf(property)).size !== valuesOf(property).length)
    messages.push("Two answers to choose are the same.");
  if (property.type === "integer" && (property.minimum ?? -Infinity) > (property.maximum ?? Infinity))
    messages.push("The least is not above the most.");
  if (question.showIf !== undefined && !canHang(question.showIf, earlier))
    messages.push("It hangs on an earlier question that is answered with yes or no, or with one choice.");
  return messages;
}

function fits(widget: Widget, property: Property): boolean {
  switch (widget) {
    case "text":
    case "long-text":
      return property.type === "string" && "maxLength" in property;
    case "date":
      return property.type === "string" && "format" in property;
    case "choice":
      return property.type === "string" && "enum" in property;
    case "choices":
      return property.type === "array";
    case "number":
    case "money":
      return property.type === "integer";
    case "yes-no":
      return property.type === "boolean";
  }
}

function canHang(showIf: NonNullable<SetQuestion["showIf"]>, earlier: readonly SetQuestion[]): boolean {
  const on = earlier.find(({ id }) => id === showIf.question);
  if (on === undefined) return false;
  if (on.widget === "yes-no") return typeof showIf.equals === "boolean";
  return on.widget === "choice" && typeof showIf.equals === "string" && valuesOf(on.property).includes(showIf.equals);
}
