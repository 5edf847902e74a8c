/** The only place that writes instants and dates for people. */
import { inWelsh } from "./welsh.ts";

export type DateStyle =
  /** `24 Nov` */
  | "short"
  /** `Tue 24 Nov` */
  | "day"
  /** `24 November 2026` */
  | "long"
  /** `Tuesday 24 November 2026` */
  | "full";

const dateOptions: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { day: "numeric", month: "short" },
  day: { weekday: "short", day: "numeric", month: "short" },
  long: { day: "numeric", month: "long", year: "numeric" },
  full: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
};

/** The day of an instant (ISO 8601, UTC) as it is read in `zone` (IANA). */
export function formatDate(instant: string, locales: readonly string[], zone: string, style: DateStyle): string {
  return write(instant, locales, { ...dateOptions[style], timeZone: zone });
}

/** The time of day of an instant in `zone`: `14:02`. */
export function formatTime(instant: string, locales: readonly string[], zone: string): string {
  return write(instant, locales, { hour: "2-digit", minute: "2-digit", timeZone: zone });
}

/** The name that readers know a zone by on that day: `CET`, `GMT`, `UTC+1`. */
export function zoneName(instant: string, locales: readonly string[], zone: string): string {
  const options: Intl.DateTimeFormatOptions = { timeZone: zone, timeZoneName: "short" };
  const parts = new Intl.DateTimeFormat([...locales], options).formatToParts(new Date(instant));
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}

/** A calendar day without a zone (`2026-11-24`), as on an invoice. */
export function formatDay(day: string, locales: readonly string[], style: DateStyle): string {
  return write(`${day}T12:00:00Z`, locales, { ...dateOptions[style], timeZone: "UTC" });
}

/** The calendar day (`2026-11-24`) of an instant as the clock on the wall in `zone` shows it. */
export function dayOfInstant(instant: string | number, zone: string): string {
  // Swedish dates are ISO 8601.
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: zone }).format(new Date(instant));
}

/** The zone that this browser runs in. */
export function readerZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function write(instant: string, locales: readonly string[], options: Intl.DateTimeFormatOptions): string {
  const welsh = locales[0]?.startsWith("cy") ?? false;
  const parts = new Intl.DateTimeFormat(welsh ? ["en-GB"] : [...locales], options).formatToParts(new Date(instant));
  return parts
    .map(({ type, value }) => {
      if (!welsh) return value;
      if (type === "month" || type === "weekday") return inWelsh(value, type);
      // English may set a comma after the weekday, Welsh does not.
      return value.replace(",", "");
    })
    .join("");
}
