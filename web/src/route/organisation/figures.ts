/** The figures of an organisation's size as they are typed and as they are sent: all in one currency, each may stay empty. */
import * as z from "zod";
import { typedAmount } from "../../form/as-typed.ts";
import { amountSchema, orBlank, wholeNumberSchema } from "../../form/typed-value.ts";
import type { Organisation } from "./organisation-query.ts";

/** Currencies of the parks and of their neighbours. */
export const currencies = ["EUR", "GBP", "SEK", "CAD", "CHF", "DKK", "NOK", "USD"] as const;

export const noFigures = { headcount: "", currency: "EUR", turnover: "", balanceSheet: "" };

export const figuresShape = {
  headcount: orBlank(wholeNumberSchema(/*i18n*/ "Enter the number of people, like 31.")),
  currency: z.string().min(1),
  turnover: z.string(),
  balanceSheet: z.string(),
};

interface Figures {
  readonly headcount: number | undefined;
  readonly currency: string;
  readonly turnover: string;
  readonly balanceSheet: string;
}

/** Amounts are read once the currency is known, which says how many decimals they have. */
export function readFigures({ headcount, currency, ...typed }: Figures, locale: string, context: z.RefinementCtx) {
  const wrong = {
    turnover: /*i18n*/ "Enter the turnover, like 4 200 000, or leave it empty.",
    balanceSheet: /*i18n*/ "Enter the balance sheet total, like 3 100 000, or leave it empty.",
  };
  const read = (name: keyof typeof wrong) => {
    const parsed = orBlank(amountSchema(currency, locale, wrong[name])).safeParse(typed[name]);
    if (!parsed.success) context.addIssue({ code: "custom", path: [name], message: wrong[name] });
    return parsed.data === undefined ? {} : { [name]: { amount: parsed.data, currency } };
  };
  const amounts: { turnover?: Amount; balanceSheet?: Amount } = { ...read("turnover"), ...read("balanceSheet") };
  return { ...(headcount === undefined ? {} : { headcount }), ...amounts };
}

type Amount = NonNullable<Organisation["turnover"]>;

export function typedFigures({ headcount, turnover, balanceSheet }: Organisation, locale: string) {
  const currency = turnover?.currency ?? balanceSheet?.currency ?? noFigures.currency;
  const typed = (amount: Amount | undefined) => (amount?.currency === currency ? typedAmount(amount, locale) : "");
  return {
    headcount: headcount === undefined ? "" : String(headcount),
    currency,
    turnover: typed(turnover),
    balanceSheet: typed(balanceSheet),
  };
}
