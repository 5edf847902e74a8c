/** Owners and owned companies as they are typed (none, or one under another) and as they are stored. */
import { type linkKinds, relationOf } from "@multihelix/core/aid/size-relation.ts";
import * as z from "zod";
import { typedAmount } from "../../form/as-typed.ts";
import { amountSchema, wholeNumberSchema } from "../../form/typed-value.ts";
import type { SectionField } from "./section-field.ts";

type Kind = (typeof linkKinds)[number];

export interface TypedLink {
  name: string;
  kind: string;
  percent: string;
  control: boolean;
  samePersons: boolean;
  currency: string;
  headcount: string;
  turnover: string;
  balanceSheet: string;
  headcountBefore: string;
  turnoverBefore: string;
  balanceSheetBefore: string;
}

export interface TypedLinks {
  any: string;
  list: TypedLink[];
}

interface Year {
  readonly headcount: number;
  readonly turnover: number;
  readonly balanceSheet: number;
}

export interface StoredLink {
  readonly name: string;
  readonly kind: Kind;
  readonly percent: number;
  readonly control: boolean;
  readonly samePersons: boolean;
  readonly currency?: string;
  readonly last?: Year;
  readonly before?: Year;
}

export function emptyLink(currency: string): TypedLink {
  return {
    name: "",
    kind: "enterprise",
    percent: "",
    control: false,
    samePersons: false,
    currency,
    headcount: "",
    turnover: "",
    balanceSheet: "",
    headcountBefore: "",
    turnoverBefore: "",
    balanceSheetBefore: "",
  };
}

/** Percent with at most two decimals, comma or point; undefined if it is none. */
export function readPercent(text: string): number | undefined {
  const plain = text.replace(/[\s%]/g, "").replace(",", ".");
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain)) return undefined;
  const percent = Number(plain);
  return percent <= 100 ? percent : undefined;
}

/** Whether its figures are needed: not under a quarter, not of a public body. */
export function counts(link: Pick<TypedLink, "kind" | "percent" | "control" | "samePersons">): boolean {
  const { control, samePersons } = link;
  return (
    relationOf({ kind: kindOf(link.kind), percent: readPercent(link.percent) ?? 0, control, samePersons }).percent > 0
  );
}

function kindOf(text: string): Kind {
  return text === "public-body" || text === "exempt-investor" ? text : "enterprise";
}

/** @param currency of the call, chosen at first @param none what no link is called */
export function linksField(label: string, currency: string, locale: string, none: string): SectionField<TypedLinks> {
  const blank = { any: "", list: [emptyLink(currency)] };
  return {
    label,
    blank,
    schema: linksSchema(locale),
    typed: (stored) => {
      if (!Array.isArray(stored)) return blank;
      if (stored.length === 0) return { ...blank, any: "no" };
      return { any: "yes", list: stored.map((link: StoredLink) => typedLink(link, currency, locale)) };
    },
    shown: (stored) => {
      if (!Array.isArray(stored)) return "";
      return stored.length === 0
        ? none
        : stored.map(({ name, percent }: StoredLink) => `${name}, ${percent}%`).join("\n");
    },
  };
}

function typedLink(link: StoredLink, usual: string, locale: string): TypedLink {
  const currency = link.currency ?? usual;
  const amount = (value: number | undefined) =>
    value === undefined ? "" : typedAmount({ amount: value, currency }, locale);
  const { name, kind, percent, control, samePersons, last, before } = link;
  return {
    name,
    kind,
    percent: String(percent),
    control,
    samePersons,
    currency,
    headcount: last === undefined ? "" : String(last.headcount),
    turnover: amount(last?.turnover),
    balanceSheet: amount(last?.balanceSheet),
    headcountBefore: before === undefined ? "" : String(before.headcount),
    turnoverBefore: amount(before?.turnover),
    balanceSheetBefore: amount(before?.balanceSheet),
  };
}

function linksSchema(locale: string): z.ZodType<StoredLink[], TypedLinks> {
  const link = z.custom<TypedLink>().transform((typed, context) => readLink(typed, locale, context));
  const no = z.object({ any: z.literal("no"), list: z.array(z.unknown()) }).transform((): StoredLink[] => []);
  const yes = z
    .object({ any: z.literal("yes"), list: z.array(link).min(1) })
    .transform(({ list }): StoredLink[] => list);
  return z.discriminatedUnion(
    "any",
    [no, yes],
    /*i18n*/ "Say whether somebody owns a quarter or more, or your company owns so much of another.",
  ) as unknown as z.ZodType<StoredLink[], TypedLinks>;
}

function readLink(typed: TypedLink, locale: string, context: z.RefinementCtx): StoredLink {
  const fault = (field: keyof TypedLink, message: string) =>
    context.addIssue({ code: "custom", path: [field], message });
  const read = <Value>(field: keyof TypedLink, schema: z.ZodType<Value, string>): Value | undefined => {
    const parsed = schema.safeParse(typed[field]);
    if (!parsed.success) fault(field, parsed.error.issues[0]?.message ?? "");
    return parsed.data;
  };
  const year = (suffix: "" | "Before"): Year | undefined => {
    const headcount = read(`headcount${suffix}`, wholeNumberSchema(/*i18n*/ "Enter the number of people, like 31."));
    const turnover = read(
      `turnover${suffix}`,
      amountSchema(typed.currency, locale, /*i18n*/ "Enter the turnover, like 4 200 000.00."),
    );
    const balanceSheet = read(
      `balanceSheet${suffix}`,
      amountSchema(typed.currency, locale, /*i18n*/ "Enter the balance sheet total, like 3 100 000.00."),
    );
    if (headcount === undefined || turnover === undefined || balanceSheet === undefined) return undefined;
    return { headcount, turnover, balanceSheet };
  };
  const name = typed.name.trim();
  if (name === "") fault("name", /*i18n*/ "Enter the name of the owner or company.");
  const percent = readPercent(typed.percent);
  if (percent === undefined) fault("percent", /*i18n*/ "Enter the share in percent, like 30 or 33.33.");
  const needed = counts(typed);
  const told = needed && `${typed.headcountBefore}${typed.turnoverBefore}${typed.balanceSheetBefore}`.trim() !== "";
  const last = needed ? year("") : undefined;
  const before = told ? year("Before") : undefined;
  return {
    name,
    kind: kindOf(typed.kind),
    percent: percent ?? 0,
    control: typed.control,
    samePersons: typed.samePersons,
    currency: typed.currency,
    ...(last === undefined ? {} : { last }),
    ...(before === undefined ? {} : { before }),
  };
}
