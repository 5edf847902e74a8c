/** The lines of an invoice as they are typed and as they are sent. */
import { vatKinds } from "@multihelix/core/claim/claim.ts";
import * as z from "zod";
import { typedAmount, typedDay } from "../../form/as-typed.ts";
import { amountSchema, type DateParts, dateSchema, noDate } from "../../form/typed-value.ts";
import type { CaseView } from "./case-query.ts";

export const mostLines = 20;

export interface TypedLine {
  readonly invoiceNumber: string;
  readonly invoiceDate: DateParts;
  readonly description: string;
  readonly net: string;
  readonly vat: string;
  readonly vatKind: string;
  /** ISO country or `elsewhere`; empty where it is not asked. */
  readonly workIn?: string | undefined;
}

export interface TypedLines {
  readonly currency: string;
  readonly lines: TypedLine[];
}

export const emptyLine: TypedLine = {
  invoiceNumber: "",
  invoiceDate: noDate,
  description: "",
  net: "",
  vat: "",
  vatKind: "charged",
  workIn: "",
};

export type SentLine = CaseView["claims"][number]["lines"][number];

/** @param currency of the whole invoice @param locale the reader's, which decides what `1.234` means @param asked whether each line says where the work was done */
export function linesSchema(currency: string, locale: string, asked: boolean): z.ZodType<SentLine[], TypedLine[]> {
  const amount = (wrong: string) =>
    amountSchema(currency, locale, wrong).transform((minor) => ({ amount: minor, currency }));
  const line = z.object({
    invoiceNumber: z
      .string()
      .trim()
      .min(1, /*i18n*/ "Enter the number of the invoice.")
      .max(40, /*i18n*/ "The number of the invoice has at most 40 characters."),
    invoiceDate: dateSchema(/*i18n*/ "Enter the date of the invoice, like 24 11 2026."),
    description: z
      .string()
      .trim()
      .min(1, /*i18n*/ "Say what the line is for.")
      .max(400, /*i18n*/ "Say in at most 400 characters what the line is for."),
    net: amount(/*i18n*/ "Enter the net amount, like 1 250.00."),
    vat: amount(/*i18n*/ "Enter the VAT, or 0."),
    vatKind: z.string().pipe(z.enum(vatKinds, /*i18n*/ "Choose how the VAT is treated.")),
    workIn: z
      .string()
      .default("")
      .refine((place) => !asked || place !== "", /*i18n*/ "Say where the work was done."),
  });
  return z
    .array(line.transform(({ workIn, ...typed }) => ({ ...typed, ...(asked ? { workIn } : {}) })))
    .min(1)
    .max(mostLines)
    .superRefine((lines, context) => {
      for (const [index, { vat, vatKind }] of lines.entries())
        if (vatKind === "reverse-charge" && vat.amount !== 0)
          context.addIssue({
            code: "custom",
            path: [index, "vat"],
            message: /*i18n*/ "An invoice under reverse charge asks no VAT: enter 0.",
          });
    });
}

/** Lines that were sent, to be corrected. */
export function typedLines(lines: readonly SentLine[], locale: string): TypedLine[] {
  return lines.map(({ invoiceNumber, invoiceDate, description, net, vat, vatKind = "charged", workIn = "" }) => ({
    invoiceNumber,
    invoiceDate: typedDay(invoiceDate),
    description,
    net: typedAmount(net, locale),
    vat: typedAmount(vat, locale),
    vatKind,
    workIn,
  }));
}
