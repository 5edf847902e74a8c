/** An offer as it is typed and as it is sent. */
import * as z from "zod";
import { typedAmount, typedDay } from "../../form/as-typed.ts";
import { amountSchema, type DateParts, dateSchema, noDate, toDay } from "../../form/typed-value.ts";
import type { CaseView } from "../case/case-query.ts";

export type OfferContent = NonNullable<NonNullable<CaseView["offer"]>["content"]>;

export interface TypedOffer {
  scope: string;
  currency: string;
  price: string;
  startsOn: DateParts;
  endsOn: DateParts;
  /** Left empty: the least that the call asks. */
  validUntil: DateParts;
  interest: string;
  priceBasis: string;
}

/** What is sent: the content, and a later last day where the provider names one. */
export interface SentOffer {
  readonly content: OfferContent;
  readonly validUntil?: string;
}

/** @param currencies that the offer may be in; each reads the price with its own decimals */
export function offerSchema(currencies: readonly string[], locale: string): z.ZodType<SentOffer, TypedOffer> {
  const [first, ...others] = currencies.map((currency) => oneCurrency(currency, locale));
  if (first === undefined) throw new Error("an offer needs a currency");
  return z.discriminatedUnion("currency", [first, ...others]).transform(
    ({ currency: _, interest, validUntil, ...content }): SentOffer => ({
      content: { ...content, independent: interest === "no" },
      ...(validUntil === undefined ? {} : { validUntil }),
    }),
  ) as unknown as z.ZodType<SentOffer, TypedOffer>;
}

/** A day, or nothing at all. */
export const laterDay: z.ZodType<string | undefined, DateParts> = z
  .object({ day: z.string(), month: z.string(), year: z.string() })
  .transform((parts, context) => {
    if ([parts.day, parts.month, parts.year].every((part) => part.trim() === "")) return undefined;
    const day = toDay(parts);
    if (day !== undefined) return day;
    context.addIssue({ code: "custom", message: /*i18n*/ "Enter a day, like 24 11 2027, or leave it empty." });
    return z.NEVER;
  });

function oneCurrency(currency: string, locale: string) {
  return z.object({
    currency: z.literal(currency),
    scope: z
      .string()
      .trim()
      .min(20, /*i18n*/ "Describe the service in at least 20 characters.")
      .max(4000, /*i18n*/ "Describe the service in at most 4,000 characters."),
    price: amountSchema(currency, locale, /*i18n*/ "Enter the net price, like 12 500.00.").transform((amount) => ({
      amount,
      currency,
    })),
    startsOn: dateSchema(/*i18n*/ "Enter the day on which the work starts, like 24 11 2026."),
    endsOn: dateSchema(/*i18n*/ "Enter the day on which the work ends, like 24 3 2027."),
    validUntil: laterDay,
    interest: z.enum(["yes", "no"], /*i18n*/ "Say whether you have an interest in the company."),
    priceBasis: z.enum(["market-price", "cost-plus-margin"], /*i18n*/ "Say how the price was set."),
  });
}

/** First values of the form: the offer that was confirmed before, else nothing. */
export function typedOffer(content: OfferContent | undefined, currency: string, locale: string): TypedOffer {
  if (content === undefined)
    return {
      scope: "",
      currency,
      price: "",
      startsOn: noDate,
      endsOn: noDate,
      validUntil: noDate,
      interest: "",
      priceBasis: "",
    };
  return {
    scope: content.scope,
    currency: content.price.currency,
    price: typedAmount(content.price, locale),
    startsOn: typedDay(content.startsOn),
    endsOn: typedDay(content.endsOn),
    validUntil: noDate,
    interest: content.independent ? "no" : "yes",
    priceBasis: content.priceBasis,
  };
}
