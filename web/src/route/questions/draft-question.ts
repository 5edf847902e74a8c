/** A question while it is built: every part of it as text, and how it becomes one of the call's set. */
import {
  type Property,
  type QuestionSet,
  questionSetOf,
  questionsOf,
  type SetQuestion,
  type Widget,
} from "@multihelix/core/call/question-set.ts";

type Words = Readonly<Partial<Record<string, string>>>;

export interface DraftQuestion {
  readonly id: string;
  readonly widget: Widget;
  readonly required: boolean;
  readonly title: Words;
  readonly help: Words;
  readonly options: readonly { readonly id: string; readonly label: Words }[];
  /** Most characters of a text. */
  readonly most: string;
  /** `question=value`; empty where it is always asked. */
  readonly hangsOn: string;
}

export function emptyQuestion(taken: readonly string[]): DraftQuestion {
  return {
    id: freeId("q", taken),
    widget: "long-text",
    required: true,
    title: {},
    help: {},
    options: [
      { id: "a", label: {} },
      { id: "b", label: {} },
    ],
    most: "1000",
    hangsOn: "",
  };
}

/** `q-1`, `q-2`, …: the first that is free. */
export function freeId(prefix: string, taken: readonly string[]): string {
  let count = 1;
  while (taken.includes(`${prefix}-${count}`)) count += 1;
  return `${prefix}-${count}`;
}

export function draftsOf(set: QuestionSet | undefined): DraftQuestion[] {
  return questionsOf(set).map(({ id, widget, required, title, help, options, property, showIf }) => ({
    id,
    widget,
    required,
    title,
    help: help ?? {},
    options: options.length > 0 ? options : emptyQuestion([]).options,
    most: property.type === "string" && "maxLength" in property ? String(property.maxLength) : "1000",
    hangsOn: showIf === undefined ? "" : `${showIf.question}=${String(showIf.equals)}`,
  }));
}

export function setOf(drafts: readonly DraftQuestion[]): QuestionSet {
  return questionSetOf(drafts.map((draft) => built(draft)));
}

/** As the renderer asks it. */
export function built(draft: DraftQuestion): SetQuestion {
  const { id, widget, required, title, help, options, hangsOn } = draft;
  const helps = Object.values(help).some((text) => (text ?? "").trim() !== "");
  const [question = "", value = ""] = hangsOn.split("=");
  const equals = value === "true" ? true : value === "false" ? false : value;
  return {
    id,
    widget,
    required,
    title,
    ...(helps ? { help } : {}),
    options: widget === "choice" || widget === "choices" ? options : [],
    property: propertyOf(draft),
    ...(question === "" ? {} : { showIf: { question, equals } }),
  } as SetQuestion;
}

function propertyOf({ widget, options, most }: DraftQuestion): Property {
  const ids = options.map(({ id }) => id);
  switch (widget) {
    case "text":
    case "long-text":
      return { type: "string", maxLength: Number(most.replaceAll(/\D/g, "")) || 1 };
    case "number":
      return { type: "integer" };
    case "money":
      return { type: "integer", minimum: 0 };
    case "date":
      return { type: "string", format: "date" };
    case "yes-no":
      return { type: "boolean" };
    case "choice":
      return { type: "string", enum: ids };
    case "choices":
      return { type: "array", uniqueItems: true, items: { type: "string", enum: ids } };
  }
}

/** The list with one question moved by so many places, as far as there are places. */
export function moved<One>(list: readonly One[], index: number, by: number): One[] {
  const to = Math.min(list.length - 1, Math.max(0, index + by));
  const rest = list.filter((_, place) => place !== index);
  const one = list[index];
  return one === undefined ? [...list] : [...rest.slice(0, to), one, ...rest.slice(to)];
}
