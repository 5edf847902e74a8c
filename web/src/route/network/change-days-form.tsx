/** Days on which nobody works: holidays of a calendar, and days on which a park is closed besides. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { DateFields } from "../../component/date-fields.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { dateSchema, noDate } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { ChangeForm, reasonSchema } from "./change-form.tsx";
import { isDay, linesSchema } from "./lines.ts";
import type { Settings } from "./settings-query.ts";
import { useDayText } from "./settings-words.ts";

interface Props {
  readonly settings: Settings;
}

const holidaysSchema = z.object({
  calendarId: z.string().min(1, /*i18n*/ "Choose a calendar."),
  until: dateSchema(/*i18n*/ "Enter the last day that the list covers, like 31 12 2028."),
  holidays: linesSchema(
    (text) => {
      const [, date, name] = /^(\d{4}-\d{2}-\d{2})\s+(.{1,80})$/.exec(text) ?? [];
      return name === undefined || !isDay(date) ? undefined : { date, name };
    },
    /*i18n*/ "Enter a holiday a line, like 2028-12-25 Christmas Day.",
    0,
  ),
  reason: reasonSchema,
});

export function HolidaysForm({ settings }: Props) {
  const { i18n } = useLingui();
  const day = useDayText();
  const form = usePageForm(holidaysSchema, { calendarId: "", until: noDate, holidays: "", reason: "" });
  return (
    <ChangeForm
      name="holidays"
      base={settings.number}
      form={form}
      editOf={({ reason: _, ...edit }) => ({ kind: "holidays", ...edit })}
    >
      <SelectField
        name="calendarId"
        label={i18n._("Calendar")}
        placeholder={i18n._("Choose")}
        options={settings.calendars.map(({ id, until }) => ({ value: id, label: `${id} – ${day(until)}` }))}
      />
      <DateFields
        name="until"
        label={i18n._("Complete until")}
        hint={i18n._("Deadlines reach no further than this day.")}
      />
      <TextAreaField
        name="holidays"
        label={i18n._("Holidays to add")}
        hint={i18n._("A line each, like 2028-12-25 Christmas Day.")}
      />
    </ChangeForm>
  );
}

const closuresSchema = z.object({
  parkId: z.string().min(1, /*i18n*/ "Choose a park."),
  days: linesSchema((text) => (isDay(text) ? text : undefined), /*i18n*/ "Enter a day a line, like 2026-12-28.", 0),
  reason: reasonSchema,
});

export function ClosuresForm({ settings }: Props) {
  const { i18n } = useLingui();
  const form = usePageForm(closuresSchema, { parkId: "", days: "", reason: "" });
  return (
    <ChangeForm
      name="closures"
      base={settings.number}
      form={form}
      editOf={({ parkId, days }) => ({ kind: "closures", parkId, days })}
    >
      <SelectField
        name="parkId"
        label={i18n._("Park")}
        placeholder={i18n._("Choose")}
        options={settings.parks.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextAreaField
        name="days"
        label={i18n._("Closed on")}
        hint={i18n._("A day a line, like 2026-12-28. All days from today on: those that you leave out are open again.")}
        rows={4}
      />
    </ChangeForm>
  );
}
