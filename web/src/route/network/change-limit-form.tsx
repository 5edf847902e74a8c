/** A new figure of a limit of state aid from a day on. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { DateFields } from "../../component/date-fields.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { dateSchema, noDate, orBlank, wholeNumberSchema } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useBasisName } from "../case/basis-words.ts";
import { ChangeForm, reasonSchema } from "./change-form.tsx";
import type { Settings } from "./settings-query.ts";
import { useDayText, useLimitFigure, whereWords } from "./settings-words.ts";

const schema = z.object({
  row: z.string().min(1, /*i18n*/ "Choose a limit."),
  from: dateSchema(/*i18n*/ "Enter the first day, like 1 1 2027."),
  figure: wholeNumberSchema(/*i18n*/ "Enter whole units of the currency, or percent, like 300000."),
  act: z.string().trim().min(1, /*i18n*/ "Name the law."),
  article: z.string().trim().min(1, /*i18n*/ "Name the article."),
  url: orBlank(z.url(/*i18n*/ "Enter a whole address, like https://eur-lex.europa.eu/…")),
  reason: reasonSchema,
});

export function LimitForm({ settings }: { readonly settings: Settings }) {
  const { i18n } = useLingui();
  const basis = useBasisName();
  const figureOf = useLimitFigure();
  const day = useDayText();
  const form = usePageForm(schema, {
    row: "",
    from: noDate,
    figure: "",
    act: "",
    article: "",
    url: "",
    reason: "",
  });
  const changeable = settings.limits
    .map((limit, row) => ({ limit, row }))
    .filter(({ limit }) => limit.limit.kind !== "intensity");
  return (
    <ChangeForm
      name="limit"
      base={settings.number}
      form={form}
      editOf={({ row, from, figure, act, article, url }) => ({
        kind: "limit",
        row: Number(row),
        from,
        figure,
        act,
        article,
        ...(url === undefined ? {} : { url }),
      })}
    >
      <SelectField
        name="row"
        label={i18n._("Limit")}
        placeholder={i18n._("Choose")}
        options={changeable.map(({ limit, row }) => ({
          value: String(row),
          label: `${basis(limit.basis)} (${whereWords(limit.jurisdictions)}): ${figureOf(limit)}, ${day(limit.validFrom)}`,
        }))}
      />
      <DateFields
        name="from"
        label={i18n._("From this day")}
        hint={i18n._("The limit before it ends the day before. Awards already made are not touched.")}
      />
      <TextField name="figure" label={i18n._("New figure")} hint={i18n._("Whole units of its currency, or percent.")} />
      <TextField name="act" label={i18n._("Law")} />
      <TextField name="article" label={i18n._("Article")} />
      <TextField name="url" label={i18n._("Address of its text")} hint={i18n._("Optional")} />
    </ChangeForm>
  );
}
