/** Report and claim as they are typed and as they are sent: one act of whoever is paid. */
import * as z from "zod";
import { type DateParts, dateSchema } from "../../form/typed-value.ts";
import { linesSchema, type SentLine, type TypedLines } from "./invoice-schema.ts";

export interface TypedReport extends TypedLines {
  readonly report: string;
  readonly workFinishedOn: DateParts;
  /** Asked where no work may begin before the award. */
  readonly workBegunOn: DateParts;
  /** A further claim follows. */
  readonly interim: boolean;
}

export interface SentReport {
  readonly currency: string;
  readonly report: string;
  readonly workFinishedOn: string;
  readonly workBegunOn?: string;
  readonly interim: boolean;
  readonly lines: SentLine[];
}

/** @param currencies that an invoice may be in; each reads its amounts with its own decimals @param asked whether each line says where the work was done @param begun whether it is said when the work began */
export function reportSchema(
  currencies: readonly string[],
  locale: string,
  asked: boolean,
  begun = false,
): z.ZodType<SentReport, TypedReport> {
  const began: Record<string, z.ZodType> = begun
    ? { workBegunOn: dateSchema(/*i18n*/ "Enter the day on which the work began, like 24 11 2026.") }
    : {};
  return inCurrency(currencies, (currency) =>
    z.object({
      currency: z.literal(currency),
      report: z
        .string()
        .trim()
        .min(1, /*i18n*/ "Describe what was done.")
        .max(8000, /*i18n*/ "The report has at most 8,000 characters."),
      ...began,
      workFinishedOn: dateSchema(/*i18n*/ "Enter the day on which the work was finished, like 24 11 2026."),
      interim: z.boolean(),
      lines: linesSchema(currency, locale, asked),
    }),
  ) as unknown as z.ZodType<SentReport, TypedReport>;
}

export interface TypedAnswer extends TypedLines {
  readonly answer: string;
  readonly correct: boolean;
}

export interface SentAnswer {
  readonly currency: string;
  readonly answer: string;
  readonly correct: boolean;
  readonly lines: SentLine[];
}

/** An answer to a question about a claim, with or without corrected lines. */
export function answerSchema(
  currencies: readonly string[],
  locale: string,
  asked: boolean,
): z.ZodType<SentAnswer, TypedAnswer> {
  const answer = z
    .string()
    .trim()
    .min(1, /*i18n*/ "Write your answer.")
    .max(4000, /*i18n*/ "The answer has at most 4,000 characters.");
  // Lines that are not corrected are not looked at: what was typed there may be half done.
  const asIs = z.object({ correct: z.literal(false), answer, currency: z.string(), lines: z.array(z.unknown()) });
  const corrected = inCurrency(currencies, (currency) =>
    z.object({
      correct: z.literal(true),
      answer,
      currency: z.literal(currency),
      lines: linesSchema(currency, locale, asked),
    }),
  );
  return z.discriminatedUnion("correct", [asIs, corrected]) as unknown as z.ZodType<SentAnswer, TypedAnswer>;
}

function inCurrency<One extends z.ZodObject>(currencies: readonly string[], one: (currency: string) => One) {
  const [first, ...others] = currencies.map(one);
  if (first === undefined) throw new Error("an invoice needs a currency");
  return z.discriminatedUnion("currency", [first, ...others]);
}
