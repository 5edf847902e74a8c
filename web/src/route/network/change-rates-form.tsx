/** Newly published rates, a line each. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { ChangeForm, reasonSchema } from "./change-form.tsx";
import { isDay, linesSchema } from "./lines.ts";
import type { Settings } from "./settings-query.ts";

const line = /^([A-Z]{3})\s+([A-Z]{3})\s+(\d{1,12}(?:[.,]\d{1,24})?)\s+(\d{4}-\d{2}-\d{2})$/;

const schema = z.object({
  rates: linesSchema((text) => {
    const [, base, quote, rate, date] = line.exec(text.toUpperCase()) ?? [];
    return base === undefined || quote === undefined || rate === undefined || !isDay(date)
      ? undefined
      : { base, quote, rate: rate.replace(",", "."), date };
  }, /*i18n*/ "Enter a rate a line, like EUR SEK 11.0525 2026-11-30."),
  source: z.string().trim().min(1, /*i18n*/ "Say who published them."),
  reason: reasonSchema,
});

export function RatesForm({ settings }: { readonly settings: Settings }) {
  const { i18n } = useLingui();
  const form = usePageForm(schema, { rates: "", source: "", reason: "" });
  return (
    <ChangeForm
      name="rates"
      base={settings.number}
      form={form}
      editOf={({ rates, source }) => ({
        kind: "rates",
        rates: rates.map((rate) => ({ ...rate, source, period: rate.date })),
      })}
    >
      <TextAreaField
        name="rates"
        label={i18n._("Rates")}
        hint={i18n._(
          "A line each: one of this currency, is so much of that, on this day. Like EUR SEK 11.0525 2026-11-30.",
        )}
        rows={4}
      />
      <TextField
        name="source"
        label={i18n._("Source")}
        hint={i18n._("Letters quote it, like European Central Bank.")}
      />
    </ChangeForm>
  );
}
