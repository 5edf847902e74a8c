/** Other aid as it is typed (none, or grants one under another) and as it is stored. */
import * as z from "zod";
import { typedAmount, typedDay } from "../../form/as-typed.ts";
import { amountSchema, type DateParts, dateSchema, noDate } from "../../form/typed-value.ts";
import type { SectionField } from "./section-field.ts";

interface TypedGrant {
  grantor: string;
  amount: string;
  granted: DateParts;
  country: string;
}

export interface TypedDeclared {
  any: string;
  grants: TypedGrant[];
}

export interface Grant {
  readonly grantor: string;
  readonly amount: number;
  readonly granted: string;
  readonly country?: string;
}

export const emptyGrant: TypedGrant = { grantor: "", amount: "", granted: noDate, country: "" };

/** @param country of the lead park, chosen at first @param none what no aid is called */
export function declaredField(
  label: string,
  currency: string,
  locale: string,
  country: string,
  none: string,
): SectionField<TypedDeclared> {
  const blank = { any: "", grants: [{ ...emptyGrant, country }] };
  return {
    label,
    blank,
    schema: declaredSchema(currency, locale),
    typed: (stored) => {
      if (!Array.isArray(stored)) return blank;
      if (stored.length === 0) return { ...blank, any: "no" };
      return { any: "yes", grants: stored.map((grant: Grant) => typedGrant(grant, currency, locale, country)) };
    },
    shown: (stored) => {
      if (!Array.isArray(stored)) return "";
      if (stored.length === 0) return none;
      return stored
        .map(
          ({ grantor, amount, granted }: Grant) =>
            `${grantor}, ${typedAmount({ amount, currency }, locale)} ${currency}, ${granted}`,
        )
        .join("\n");
    },
  };
}

function typedGrant(grant: Grant, currency: string, locale: string, country: string): TypedGrant {
  return {
    grantor: grant.grantor,
    amount: typedAmount({ amount: grant.amount, currency }, locale),
    granted: typedDay(grant.granted),
    country: grant.country ?? country,
  };
}

export function declaredSchema(currency: string, locale: string): z.ZodType<Grant[], TypedDeclared> {
  const grant = z
    .object({
      grantor: z
        .string()
        .trim()
        .min(1, /*i18n*/ "Say who gave the aid.")
        .max(140, /*i18n*/ "Who gave the aid: at most 140 characters."),
      amount: amountSchema(currency, locale, /*i18n*/ "Enter the amount of the aid, like 84 000.00."),
      granted: dateSchema(/*i18n*/ "Enter the day of the decision, like 12 3 2024."),
      country: z.string(),
    })
    .transform(({ country, ...rest }) => (country === "" ? rest : { ...rest, country }));
  // With "no", what stands in the grants is not looked at; it is still there if the answer turns to "yes" again.
  const no = z.object({ any: z.literal("no"), grants: z.array(z.unknown()) }).transform((): Grant[] => []);
  const yes = z
    .object({ any: z.literal("yes"), grants: z.array(grant).min(1) })
    .transform(({ grants }): Grant[] => grants);
  return z.discriminatedUnion(
    "any",
    [no, yes],
    /*i18n*/ "Say whether your company got other state aid.",
  ) as unknown as z.ZodType<Grant[], TypedDeclared>;
}
