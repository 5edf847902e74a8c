/** Step of a draft: which companies may apply, and which providers they may choose. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { CheckField } from "../../component/check-field.tsx";
import { ChoicesField } from "../../component/choices-field.tsx";
import { MoneyField } from "../../component/money-field.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { typedAmount } from "../../form/as-typed.ts";
import { amountSchema, orBlank, wholeNumberSchema } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useLocales } from "../../language/use-locales.ts";
import { useSectorNames } from "../public/use-sector-names.ts";
import type { CallDesk } from "./call-query.ts";
import { DraftStepForm } from "./draft-step.tsx";

const kinds = ["company", "academia", "public", "funder", "park", "patient-organisation"] as const;
const sizes = ["micro", "small", "medium", "any"] as const;
const begins = ["application", "award"] as const;
const countries = z.string().transform((text, context) => {
  const codes = text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
  if (codes.length > 0 && codes.every((code) => /^[A-Z]{2}$/.test(code))) return [...new Set(codes)];
  context.addIssue({ code: "custom", message: /*i18n*/ "Enter countries as two letters each, like BE NL." });
  return z.NEVER;
});

function schemaOf(currency: string, locale: string) {
  const count = orBlank(wholeNumberSchema(/*i18n*/ "Enter a whole number, or leave it empty."));
  return z
    .object({
      eligibleCountries: countries,
      sectors: z.array(z.string()),
      excludedSectors: z.array(z.string()),
      sizeMost: z.enum(sizes),
      vouchers: count,
      months: count,
      notBegunBefore: z.enum(begins),
      crossParkRequired: z.boolean(),
      providerKinds: z.array(z.enum(kinds)),
      comparisonAbove: orBlank(amountSchema(currency, locale, /*i18n*/ "Enter an amount, like 10 000.00.")),
    })
    .refine(({ vouchers, months }) => (vouchers === undefined) === (months === undefined), {
      path: ["months"],
      message: /*i18n*/ "Enter both the number of vouchers and of months, or neither.",
    });
}

export function WhoStep({ desk }: { readonly desk: CallDesk }) {
  const { i18n } = useLingui();
  const { call } = desk;
  const { currency } = call;
  const locale = useLocales()[0] ?? i18n.locale;
  const sectors = useSectorNames().map(({ id, name }) => ({ value: id, label: name }));
  const kindNames = {
    company: i18n._("Companies"),
    academia: i18n._("Universities and research centres"),
    public: i18n._("Public bodies"),
    funder: i18n._("Funders"),
    park: i18n._("Parks"),
    "patient-organisation": i18n._("Patient organisations"),
  };
  const sizeNames = {
    micro: i18n._("Micro"),
    small: i18n._("Small"),
    medium: i18n._("Medium: every SME"),
    any: i18n._("Any size"),
  };
  const beginNames = {
    application: i18n._("The application"),
    award: i18n._("The award"),
  };
  const form = usePageForm(schemaOf(currency, locale), {
    eligibleCountries: call.eligibleCountries.join(" "),
    sectors: call.sectors,
    excludedSectors: call.excludedSectors ?? [],
    sizeMost: call.sizeMost ?? "medium",
    vouchers: call.vouchersMost === undefined ? "" : String(call.vouchersMost.count),
    months: call.vouchersMost === undefined ? "" : String(call.vouchersMost.months),
    notBegunBefore: call.notBegunBefore ?? "application",
    crossParkRequired: call.crossParkRequired,
    providerKinds: call.providerKinds ?? [],
    comparisonAbove:
      call.comparisonAbove === undefined ? "" : typedAmount({ amount: call.comparisonAbove, currency }, locale),
  });
  return (
    <DraftStepForm
      desk={desk}
      form={form}
      name="who"
      changeOf={({ excludedSectors, vouchers, months, notBegunBefore, providerKinds, comparisonAbove, ...who }) => ({
        step: "who",
        ...who,
        ...(excludedSectors.length === 0 ? {} : { excludedSectors }),
        ...(vouchers === undefined || months === undefined ? {} : { vouchersMost: { count: vouchers, months } }),
        // An old call says nothing of it, and saved again it says no more.
        ...(notBegunBefore === "application" && call.notBegunBefore === undefined ? {} : { notBegunBefore }),
        ...(providerKinds.length === 0 ? {} : { providerKinds }),
        ...(comparisonAbove === undefined ? {} : { comparisonAbove }),
      })}
    >
      <TextField
        name="eligibleCountries"
        label={i18n._("Countries of the companies")}
        hint={i18n._("Two letters each, like BE NL.")}
      />
      <ChoicesField
        name="sectors"
        label={i18n._("Sectors that may apply")}
        hint={i18n._("All, if none is chosen.")}
        options={sectors}
        beside
      />
      <ChoicesField name="excludedSectors" label={i18n._("Sectors that are shut out")} options={sectors} beside />
      <SelectField
        name="sizeMost"
        label={i18n._("Largest company that may apply")}
        options={sizes.map((value) => ({ value, label: sizeNames[value] }))}
      />
      <TextField
        name="vouchers"
        label={i18n._("Most vouchers for one company")}
        hint={i18n._("No limit, if it is left empty.")}
        short
      />
      <TextField name="months" label={i18n._("In so many months")} short />
      <SelectField
        name="notBegunBefore"
        label={i18n._("The work may not begin before")}
        hint={i18n._("By some rules of aid the application is enough; others want the award first.")}
        options={begins.map((value) => ({ value, label: beginNames[value] }))}
      />
      <CheckField name="crossParkRequired" label={i18n._("The provider is at home in another park")} />
      <ChoicesField
        name="providerKinds"
        label={i18n._("Kinds of provider")}
        hint={i18n._("All, if none is chosen.")}
        options={kinds.map((value) => ({ value, label: kindNames[value] }))}
        beside
      />
      <MoneyField
        name="comparisonAbove"
        label={i18n._("Price above which offers are compared")}
        hint={i18n._("Never, if it is left empty.")}
        currency={currency}
      />
    </DraftStepForm>
  );
}
