/** How one language writes amounts, days, moments, percents and numbers of things in letters. */
import { formatMoney } from "../kernel/amount-text.ts";
import { formatDay } from "../kernel/day.ts";
import { formatInstant, type Instant } from "../kernel/instant.ts";
import type { Money } from "../kernel/money.ts";
import type { Language } from "../person/person.ts";

/** Forms by CLDR plural category; `other` is the one every language has. `#` becomes the number. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

export interface Say {
  readonly language: Language;
  money(amount: Money): string;
  /** `2026-11-12` as `12 November 2026`. */
  day(day: string): string;
  /** Day, time and zone. */
  moment(instant: Instant, zone: string): string;
  /** `0`–`100` with at most two decimals. */
  percent(value: number): string;
  number(value: number): string;
  /** The form that the number asks for, with the number in it. */
  count(n: number, forms: Forms): string;
}

export const locales: Readonly<Record<Language, string>> = {
  en: "en-GB",
  nl: "nl-BE",
  fr: "fr-CA",
  sv: "sv-SE",
  cy: "cy-GB",
};

export function sayIn(language: Language): Say {
  const locale = locales[language];
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 });
  const plural = new Intl.PluralRules(locale);
  return {
    language,
    money: (amount) => formatMoney(amount, locale),
    day: (day) => formatDay(day, locale),
    moment: (instant, zone) => formatInstant(instant, locale, zone),
    percent: (value) => percent.format(value / 100),
    number: (value) => number.format(value),
    count: (n, forms) => (forms[plural.select(n)] ?? forms.other).replaceAll("#", number.format(n)),
  };
}
