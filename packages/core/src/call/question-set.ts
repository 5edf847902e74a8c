/** The questions that a call asks besides the fixed sections: a small subset of JSON Schema for what is answered, and a UI schema for how it is asked. */
import * as z from "zod";
import { languageSchema } from "../person/person.ts";

const idSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const wordsOf = (most: number) => z.partialRecord(languageSchema, z.string().max(most));
const choice = z.strictObject({ type: z.literal("string"), enum: z.array(idSchema).min(2).max(30) });

export const propertySchema = z.union([
  z.strictObject({ type: z.literal("string"), format: z.literal("date") }),
  choice,
  z.strictObject({ type: z.literal("string"), maxLength: z.number().int().min(1).max(8000) }),
  z.strictObject({
    type: z.literal("integer"),
    minimum: z.number().int().optional(),
    maximum: z.number().int().optional(),
  }),
  z.strictObject({ type: z.literal("boolean") }),
  z.strictObject({ type: z.literal("array"), uniqueItems: z.literal(true), items: choice }),
]);
export type Property = z.infer<typeof propertySchema>;

export const widgets = ["text", "long-text", "number", "money", "date", "choice", "choices", "yes-no"] as const;
export type Widget = (typeof widgets)[number];

const fieldSchema = z.strictObject({
  widget: z.enum(widgets),
  title: wordsOf(200),
  help: wordsOf(400).optional(),
  /** What each value of the choice is called. */
  options: z.record(idSchema, wordsOf(120)).optional(),
  /** Asked only where an earlier question was answered so. */
  showIf: z.strictObject({ question: idSchema, equals: z.union([z.boolean(), idSchema]) }).optional(),
});

export const questionsMost = 40;

export const questionSetSchema = z.strictObject({
  schema: z.strictObject({
    type: z.literal("object"),
    properties: z.record(idSchema, propertySchema),
    required: z.array(idSchema).max(questionsMost),
  }),
  ui: z.strictObject({
    order: z.array(idSchema).max(questionsMost),
    fields: z.record(idSchema, fieldSchema),
  }),
});
export type QuestionSet = z.infer<typeof questionSetSchema>;

type Words = z.infer<ReturnType<typeof wordsOf>>;

/** One question with everything that the two schemas say of it. */
export interface SetQuestion {
  readonly id: string;
  readonly widget: Widget;
  readonly property: Property;
  readonly required: boolean;
  readonly title: Words;
  readonly help?: Words | undefined;
  readonly options: readonly { readonly id: string; readonly label: Words }[];
  readonly showIf?: { readonly question: string; readonly equals: string | boolean } | undefined;
}

/** In the order in which they are asked. */
export function questionsOf(set: QuestionSet | undefined): SetQuestion[] {
  if (set === undefined) return [];
  return set.ui.order.flatMap((id) => {
    const [field, property] = [set.ui.fields[id], set.schema.properties[id]];
    if (field === undefined || property === undefined) return [];
    return [
      {
        id,
        widget: field.widget,
        property,
        required: set.schema.required.includes(id),
        title: field.title,
        help: field.help,
        options: valuesOf(property).map((value) => ({ id: value, label: field.options?.[value] ?? {} })),
        showIf: field.showIf,
      },
    ];
  });
}

export function questionSetOf(questions: readonly SetQuestion[]): QuestionSet {
  return {
    schema: {
      type: "object",
      properties: Object.fromEntries(questions.map(({ id, property }) => [id, property])),
      required: questions.filter(({ required }) => required).map(({ id }) => id),
    },
    ui: {
      order: questions.map(({ id }) => id),
      fields: Object.fromEntries(
        questions.map(({ id, widget, title, help, options, showIf }) => [
          id,
          {
            widget,
            title,
            ...(help === undefined ? {} : { help }),
            ...(options.length === 0
              ? {}
              : { options: Object.fromEntries(options.map((option) => [option.id, option.label])) }),
            ...(showIf === undefined ? {} : { showIf }),
          },
        ]),
      ),
    },
  };
}

/** What may be chosen; empty where nothing is. */
export function valuesOf(property: Property): readonly string[] {
  if (property.type === "array") return property.items.enum;
  return property.type === "string" && "enum" in property ? property.enum : [];
}

/** Those that are asked, given the answers so far. A question that hangs on a hidden one is hidden too. */
export function shownQuestions(
  questions: readonly SetQuestion[],
  answers: Readonly<Record<string, unknown>>,
): SetQuestion[] {
  const shown = new Set<string>();
  return questions.filter(({ id, showIf }) => {
    const is = showIf === undefined || (shown.has(showIf.question) && answers[showIf.question] === showIf.equals);
    if (is) shown.add(id);
    return is;
  });
}
