/** The SME calculator: which size class an enterprise is in, by dated thresholds, with its arithmetic (domain §7). */
import * as z from "zod";
import sizes from "../../data/size/enterprise-size.json" with { type: "json" };
import { daySchema } from "../kernel/day.ts";
import { DomainError } from "../kernel/error.ts";
import { currencySchema, type Money } from "../kernel/money.ts";
import { convert } from "../kernel/rate.ts";
import type { NetworkFile } from "../network/network-file.ts";
import { rateFor } from "../network/rate-for.ts";

const sizeRowSchema = z.object({
  validFrom: daySchema,
  validUntil: daySchema.optional(),
  currency: currencySchema,
  source: z.object({ act: z.string(), article: z.string(), url: z.url() }),
  /** From the smallest up. Turnover and balance sheet in minor units; either of them may be exceeded, not both. */
  classes: z.array(
    z.object({
      class: z.enum(["micro", "small", "medium"]),
      headcountBelow: z.int().positive(),
      turnoverMost: z.int().positive(),
      balanceSheetMost: z.int().positive(),
    }),
  ),
});
export type SizeRow = z.infer<typeof sizeRowSchema>;

export const sizeRows: readonly SizeRow[] = z.object({ rows: z.array(sizeRowSchema) }).parse(sizes).rows;

export type SizeClass = SizeRow["classes"][number]["class"] | "large";

/** Last closed year of the enterprise with its linked and, pro rata, its partner enterprises. */
export interface SizeFigures {
  /** Annual work units. */
  readonly headcount: number;
  readonly turnover: Money;
  readonly balanceSheet: Money;
}

export interface SizeResult {
  readonly class: SizeClass;
  /** Figures in the currency of the thresholds, with the rate used if they came in another. */
  readonly turnover: Money;
  readonly balanceSheet: Money;
  readonly rate?: { readonly rate: string; readonly date: string; readonly source: string };
  readonly row: SizeRow;
}

/** The row whose thresholds hold on a day, `YYYY-MM-DD`. @throws unavailable `size.no-row` for a day before the first row. */
export function sizeRowOf(day: string): SizeRow {
  const row = sizeRows.find((one) => one.validFrom <= day && day <= (one.validUntil ?? "9999-12-31"));
  if (row === undefined) throw new DomainError("unavailable", "size.no-row", { day });
  return row;
}

/** The smallest class whose headcount fits and whose turnover *or* balance sheet fits; amounts in the row's currency. */
export function classWithin(row: SizeRow, { headcount, turnover, balanceSheet }: SizeFigures): SizeClass {
  const fitting = row.classes.find(
    (one) =>
      headcount < one.headcountBelow &&
      (turnover.amount <= one.turnoverMost || balanceSheet.amount <= one.balanceSheetMost),
  );
  return fitting?.class ?? "large";
}

/**
 * The class of one year's figures.
 * @param day the day whose thresholds hold, `YYYY-MM-DD`; foreign amounts are converted at the last rate published before it.
 * @throws unavailable `size.no-row` for a day before the first row; `rate.none`.
 */
export function sizeOf(
  network: Pick<NetworkFile, "rates" | "pivotCurrency">,
  figures: SizeFigures,
  day: string,
): SizeResult {
  const row = sizeRowOf(day);
  const rate = rateFor(network, figures.turnover.currency, row.currency, day);
  const turnover = convert(figures.turnover, rate).money;
  const balanceSheet = convert(
    figures.balanceSheet,
    rateFor(network, figures.balanceSheet.currency, row.currency, day),
  ).money;
  return {
    class: classWithin(row, { headcount: figures.headcount, turnover, balanceSheet }),
    turnover,
    balanceSheet,
    ...(rate.base === rate.quote ? {} : { rate: { rate: rate.rate, date: rate.date, source: rate.source } }),
    row,
  };
}
