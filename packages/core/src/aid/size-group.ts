/** The size of an enterprise with those it is tied to, year by year and line by line (Recommendation 2003/361/EC, Annex, art. 3 to 6). */
import Big from "big.js";
import { dayAfter, monthsAfter } from "../kernel/day.ts";
import { isDomainError } from "../kernel/error.ts";
import { type Money, money, multiplyRate, sum } from "../kernel/money.ts";
import { convert, type Rate } from "../kernel/rate.ts";
import type { NetworkFile } from "../network/network-file.ts";
import { rateFor } from "../network/rate-for.ts";
import { classWithin, type SizeClass, type SizeRow, sizeRowOf } from "./size.ts";
import type { SizeLink, YearFigures } from "./size-link.ts";
import { type Relation, relationOf } from "./size-relation.ts";

export interface SizeGroupInput {
  readonly currency: string;
  /** Last day of the last closed year, `YYYY-MM-DD`: thresholds and rates are those of that day. */
  readonly closed: string;
  readonly last: YearFigures;
  /** The year before; absent for an enterprise in its first closed year. */
  readonly before?: YearFigures;
  /** The enterprise was bought or merged since then: the last year counts at once. */
  readonly newOwner: boolean;
  readonly links: readonly SizeLink[];
}

/** What one enterprise adds to the sum. */
export interface SizeLine {
  /** Absent for the enterprise itself. */
  readonly name?: string;
  readonly relation: Relation;
  /** Percent of its figures that counts. */
  readonly percent: number;
  /** Counted, with two decimals. */
  readonly headcount: number;
  /** Counted, in the currency of the thresholds. */
  readonly turnover: Money;
  readonly balanceSheet: Money;
  /** As stated, before percent and rate; absent where nothing is needed of it. */
  readonly stated?: { readonly headcount: number; readonly turnover: Money; readonly balanceSheet: Money };
  readonly rate?: Pick<Rate, "rate" | "date" | "source">;
}

export interface SizeYear {
  /** Last day of the year. */
  readonly closed: string;
  readonly lines: readonly SizeLine[];
  readonly headcount: number;
  readonly turnover: Money;
  readonly balanceSheet: Money;
  readonly class: SizeClass;
}

export interface GroupSize {
  /** What the enterprise counts as. */
  readonly class: SizeClass;
  readonly last: SizeYear;
  readonly before?: SizeYear;
  /** The last year alone would give another class, which counts only once it stands two years running (art. 4(2)). */
  readonly kept: boolean;
  /** Percent held by public bodies together; 25 or more is no SME (art. 3(4)). */
  readonly publicPercent: number;
  readonly publicOwned: boolean;
  /** Names of those whose figures count but were not stated. */
  readonly unstated: readonly string[];
  readonly row: SizeRow;
}

/**
 * The enterprise with its linked enterprises wholly and its partners pro rata, for the last closed year and the one before.
 * @throws unavailable `size.no-row` for a year before the first thresholds; `rate.none` where no rate of a currency is stored.
 */
export function sizeOfGroup(network: Pick<NetworkFile, "rates" | "pivotCurrency">, input: SizeGroupInput): GroupSize {
  const row = sizeRowOf(input.closed);
  const year = (which: "last" | "before", closed: string) => yearOf(network, input, row, which, closed);
  const last = year("last", input.closed);
  const before = input.before === undefined ? undefined : year("before", monthsAfter(input.closed, -12));
  const kept = before !== undefined && !input.newOwner && before.class !== last.class;
  const owners = input.links.filter(({ kind }) => kind === "public-body");
  const publicPercent = owners.reduce((all, { percent }) => all.plus(percent), new Big(0)).toNumber();
  return {
    class: kept ? before.class : last.class,
    last,
    ...(before === undefined ? {} : { before }),
    kept,
    publicPercent,
    publicOwned: publicPercent >= 25 || owners.some(({ control, samePersons }) => control || samePersons),
    unstated: input.links
      .filter((link) => relationOf(link).percent > 0 && link.last === undefined)
      .map(({ name }) => name),
    row,
  };
}

function yearOf(
  network: Pick<NetworkFile, "rates" | "pivotCurrency">,
  input: SizeGroupInput,
  row: SizeRow,
  which: "last" | "before",
  closed: string,
): SizeYear {
  const own = { relation: "own", percent: 100 } as const;
  const counted = (name: string | undefined, part: typeof own | ReturnType<typeof relationOf>, link?: SizeLink) => {
    const figures = link === undefined ? input[which] : figuresOf(link, which);
    return lineOf({ network, row, closed, name, ...part, currency: link?.currency ?? input.currency, figures });
  };
  const lines = [counted(undefined, own), ...input.links.map((link) => counted(link.name, relationOf(link), link))];
  const figures = {
    headcount: lines.reduce((all, { headcount }) => all.plus(headcount), new Big(0)).toNumber(),
    turnover: sum(lines.map(({ turnover }) => turnover)),
    balanceSheet: sum(lines.map(({ balanceSheet }) => balanceSheet)),
  };
  return { closed, lines, ...figures, class: classWithin(row, figures) };
}

/** A link whose earlier year was not told counts with the last one in both. */
function figuresOf(link: SizeLink, which: "last" | "before"): YearFigures | undefined {
  return which === "before" ? (link.before ?? link.last) : link.last;
}

interface Counting {
  readonly network: Pick<NetworkFile, "rates" | "pivotCurrency">;
  readonly row: SizeRow;
  readonly closed: string;
  readonly name: string | undefined;
  readonly relation: Relation;
  readonly percent: number;
  readonly currency: string;
  readonly figures: YearFigures | undefined;
}

function lineOf({ network, row, closed, name, relation, percent, currency, figures }: Counting): SizeLine {
  const head = { ...(name === undefined ? {} : { name }), relation, percent };
  const none = money(0, row.currency);
  if (figures === undefined || percent === 0) return { ...head, headcount: 0, turnover: none, balanceSheet: none };
  const rate = closingRate(network, currency, row.currency, closed);
  const part = (amount: number) => multiplyRate(convert(money(amount, currency), rate).money, { percent });
  return {
    ...head,
    headcount: new Big(figures.headcount).times(percent).div(100).round(2, Big.roundHalfUp).toNumber(),
    turnover: part(figures.turnover),
    balanceSheet: part(figures.balanceSheet),
    stated: {
      headcount: figures.headcount,
      turnover: money(figures.turnover, currency),
      balanceSheet: money(figures.balanceSheet, currency),
    },
    ...(rate.base === rate.quote ? {} : { rate: { rate: rate.rate, date: rate.date, source: rate.source } }),
  };
}

/** The last rate published up to the closing day; where none is so old, the first that is stored: its day is shown either way. */
function closingRate(
  network: Pick<NetworkFile, "rates" | "pivotCurrency">,
  base: string,
  quote: string,
  closed: string,
): Rate {
  try {
    return rateFor(network, base, quote, dayAfter(closed, 1));
  } catch (error) {
    if (!isDomainError(error) || error.code !== "rate.none") throw error;
    const first = network.rates.map(({ date }) => date).toSorted()[0] ?? closed;
    return rateFor(network, base, quote, dayAfter(first, 1));
  }
}
