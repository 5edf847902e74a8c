/** What people type, as schemas: a date in three fields, an amount of money, a whole number. */
import { parseAmount } from "@multihelix/core/kernel/amount-text.ts";
import { isDomainError } from "@multihelix/core/kernel/error.ts";
import * as z from "zod";

/** What three date fields hold. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export const noDate: DateParts = { day: "", month: "", year: "" };

/** `2026-11-24` from three typed fields; undefined if there is no such day. */
export function toDay(parts: DateParts): string | undefined {
  const [day, month, year] = [parts.day, parts.month, parts.year].map((part) => part.replace(/\s/g, ""));
  if (!/^\d{1,2}$/.test(day ?? "") || !/^\d{1,2}$/.test(month ?? "") || !/^\d{4}$/.test(year ?? "")) return undefined;
  const text = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text) ? text : undefined;
}

/** Three fields to `2026-11-24`. @param wrong the sentence when there is no such day */
export function dateSchema(wrong: string): z.ZodType<string, DateParts> {
  return z.object({ day: z.string(), month: z.string(), year: z.string() }).transform((parts, context) => {
    const day = toDay(parts);
    if (day !== undefined) return day;
    context.addIssue({ code: "custom", message: wrong });
    return z.NEVER;
  });
}

/**
 * A typed amount to minor units of `currency`, never negative.
 * @param locale the reader's, which decides what `1.234` means
 * @param wrong the sentence when it cannot be read
 */
export function amountSchema(currency: string, locale: string, wrong: string): z.ZodType<number, string> {
  return z.string().transform((text, context) => {
    const amount = readAmount(text, currency, locale);
    if (amount !== undefined && amount >= 0) return amount;
    context.addIssue({ code: "custom", message: wrong });
    return z.NEVER;
  });
}

/** People also type the currency's sign or letters; they are left out before reading. */
function readAmount(text: string, currency: string, locale: string): number | undefined {
  try {
    return parseAmount(text.replace(/[\p{L}\p{Sc}]/gu, ""), currency, locale).amount;
  } catch (error) {
    if (isDomainError(error)) return undefined;
    throw error;
  }
}

/** A typed whole number, spaces allowed. @param wrong the sentence when it is none */
export function wholeNumberSchema(wrong: string): z.ZodType<number, string> {
  return z.string().transform((text, context) => {
    const plain = text.replace(/\s/g, "");
    if (/^\d{1,12}$/.test(plain)) return Number(plain);
    context.addIssue({ code: "custom", message: wrong });
    return z.NEVER;
  });
}

/** A field that may stay empty, and is then left out; anything else must be as `schema` wants it. */
export function orBlank<Value>(schema: z.ZodType<Value, string>): z.ZodType<Value | undefined, string> {
  return z.string().transform((text, context) => {
    if (text.trim() === "") return undefined;
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: "custom", message: parsed.error.issues[0]?.message ?? "" });
    return z.NEVER;
  });
}
