/** The fields of a section: how each is typed, read while it is typed, stored, and shown beside another's version. */
import * as z from "zod";
import { typedAmount, typedDay } from "../../form/as-typed.ts";
import { type Answers, same } from "../../form/merge-answers.ts";
import { amountSchema, type DateParts, dateSchema, noDate, wholeNumberSchema } from "../../form/typed-value.ts";

export interface SectionField<Typed = unknown> {
  readonly label: string;
  /** What an unanswered field holds. */
  readonly blank: Typed;
  /** From what is typed to what is stored; its messages are texts of the catalogue. */
  readonly schema: z.ZodType<unknown, Typed>;
  /** From what is stored to what a person would have typed. */
  readonly typed: (stored: unknown) => Typed;
  /** A stored value in words. */
  readonly shown: (stored: unknown) => string;
}

export type SectionFields<Typed> = { readonly [Name in keyof Typed]: SectionField<Typed[Name]> };

/** @param missing the sentence when it is empty @param long the sentence when it is longer than `most` characters */
export function textField(label: string, missing: string, most: number, long: string): SectionField<string> {
  const typed = (stored: unknown) => (typeof stored === "string" ? stored : "");
  return { label, blank: "", schema: z.string().trim().min(1, missing).max(most, long), typed, shown: typed };
}

export function amountField(label: string, currency: string, locale: string, wrong: string): SectionField<string> {
  const typed = (stored: unknown) =>
    typeof stored === "number" ? typedAmount({ amount: stored, currency }, locale) : "";
  return {
    label,
    blank: "",
    schema: amountSchema(currency, locale, wrong),
    typed,
    shown: (stored) => `${typed(stored)} ${currency}`,
  };
}

export function numberField(label: string, wrong: string): SectionField<string> {
  const typed = (stored: unknown) => (typeof stored === "number" ? String(stored) : "");
  return { label, blank: "", schema: wholeNumberSchema(wrong), typed, shown: typed };
}

/** @param words what `yes` and `no` are called here */
export function yesNoField(
  label: string,
  missing: string,
  words: { readonly yes: string; readonly no: string },
): SectionField<string> {
  return {
    label,
    blank: "",
    schema: z.enum(["yes", "no"], missing).transform((answer) => answer === "yes") as z.ZodType<boolean, string>,
    typed: (stored) => (typeof stored === "boolean" ? (stored ? "yes" : "no") : ""),
    shown: (stored) => (typeof stored === "boolean" ? words[stored ? "yes" : "no"] : ""),
  };
}

/** A statement; one that is not ticked counts as not answered. */
export function tickField(
  label: string,
  missing: string,
  words: { readonly yes: string; readonly no: string },
): SectionField<boolean> {
  return {
    label,
    blank: false,
    schema: z.literal(true, missing) as z.ZodType<boolean, boolean>,
    typed: (stored) => stored === true,
    shown: (stored) => words[stored === true ? "yes" : "no"],
  };
}

export function dayField(label: string, wrong: string): SectionField<DateParts> {
  return {
    label,
    blank: noDate,
    schema: dateSchema(wrong),
    typed: (stored) => (typeof stored === "string" ? typedDay(stored) : noDate),
    shown: (stored) => (typeof stored === "string" ? stored : ""),
  };
}

/** The same field, which may stay empty. */
export function optionalField<Typed>(field: SectionField<Typed>): SectionField<Typed> {
  const schema = z.custom<Typed>().transform((typed, context) => {
    if (same(typed, field.blank)) return undefined;
    const parsed = field.schema.safeParse(typed);
    if (parsed.success) return parsed.data;
    for (const { message, path } of parsed.error.issues) context.addIssue({ code: "custom", message, path: [...path] });
    return z.NEVER;
  });
  return { ...field, schema: schema as z.ZodType<unknown, Typed> };
}

/** The whole section, as it is validated when the person says that it is complete. */
export function schemaOf<Typed extends object>(
  fields: SectionFields<Typed>,
): z.ZodType<Record<string, unknown>, Typed> {
  const shape = Object.fromEntries(entriesOf(fields).map(([name, { schema }]) => [name, schema]));
  return z.object(shape) as unknown as z.ZodType<Record<string, unknown>, Typed>;
}

/**
 * What can be stored of a half-filled section. A blank field is left out; one that cannot be read yet keeps what was
 * stored before, and is named.
 */
export function readTyped<Typed extends object>(
  fields: SectionFields<Typed>,
  typed: Typed,
  stored: Answers,
): { readonly answers: Answers; readonly unread: readonly string[] } {
  const answers: Record<string, unknown> = {};
  const unread: string[] = [];
  for (const [name, field] of entriesOf(fields)) {
    const value = typed[name as keyof Typed];
    if (same(value, field.blank)) continue;
    const parsed = field.schema.safeParse(value);
    if (parsed.success) answers[name] = parsed.data;
    else {
      unread.push(name);
      if (stored[name] !== undefined) answers[name] = stored[name];
    }
  }
  return { answers, unread };
}

export function typedOf<Typed extends object>(fields: SectionFields<Typed>, stored: Answers): Typed {
  return Object.fromEntries(entriesOf(fields).map(([name, field]) => [name, field.typed(stored[name])])) as Typed;
}

function entriesOf<Typed>(fields: SectionFields<Typed>): [string, SectionField][] {
  return Object.entries(fields) as [string, SectionField][];
}
