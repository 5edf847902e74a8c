/** What a change means for the network file: the file in force with it made. Pure. */
import { exponentOf } from "../kernel/currency.ts";
import { dayAfter } from "../kernel/day.ts";
import { DomainError } from "../kernel/error.ts";
import { type Instant, toZonedDateString } from "../kernel/instant.ts";
import type { NetworkEdit } from "./network-change.ts";
import type { NetworkFile } from "./network-file.ts";
import { parkOf } from "./network-file.ts";

type Edit<K extends NetworkEdit["kind"]> = Extract<NetworkEdit, { kind: K }>;

/**
 * Closures before the park's present day are past and stay; a limit begins on a day that has begun nowhere yet.
 * @throws conflict `network.rate-there`, `network.holidays-shorter`, `network.limit-past`; not_found `calendar.unknown`,
 * `park.unknown`, `network.limit-unknown`; invalid `network.limit-kind`, `network.rate-future`.
 */
export function editedFile(network: NetworkFile, edit: NetworkEdit, now: Instant): Record<string, unknown> {
  switch (edit.kind) {
    case "rates":
      return { ...network, rates: withRates(network, edit, now) };
    case "holidays":
      return { ...network, calendars: withHolidays(network, edit) };
    case "closures":
      return { ...network, parks: withClosures(network, edit, now) };
    case "limit":
      return { ...network, aid: withLimit(network, edit, now) };
    case "file":
      return edit.file;
  }
}

/** Letters quote rates with their day: one that was published is never another afterwards. */
function withRates({ rates, parks }: NetworkFile, edit: Edit<"rates">, now: Instant): NetworkFile["rates"] {
  for (const { base, quote, date } of edit.rates) {
    if (!parks.some(({ zone }) => date <= toZonedDateString(now, zone)))
      throw new DomainError("invalid", "network.rate-future", { date });
    if (rates.some((one) => one.base === base && one.quote === quote && one.date === date))
      throw new DomainError("conflict", "network.rate-there", { base, quote, date });
  }
  return [...rates, ...edit.rates];
}

function withHolidays({ calendars }: NetworkFile, edit: Edit<"holidays">): NetworkFile["calendars"] {
  const calendar = calendars.find(({ id }) => id === edit.calendarId);
  if (calendar === undefined) throw new DomainError("not_found", "calendar.unknown", { calendarId: edit.calendarId });
  if (edit.until < calendar.until)
    throw new DomainError("conflict", "network.holidays-shorter", { until: calendar.until });
  const named = new Map([...calendar.holidays, ...edit.holidays].map((holiday) => [holiday.date, holiday]));
  const holidays = [...named.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  return calendars.map((one) => (one === calendar ? { ...one, until: edit.until, holidays } : one));
}

function withClosures(network: NetworkFile, { parkId, days }: Edit<"closures">, now: Instant): NetworkFile["parks"] {
  const park = parkOf(network, parkId);
  const today = toZonedDateString(now, park.zone);
  const past = park.closures.filter((day) => day < today);
  const closures = [...new Set([...past, ...days.filter((day) => day >= today)])].sort();
  return network.parks.map((one) => (one === park ? { ...one, closures } : one));
}

function withLimit({ aid, parks }: NetworkFile, edit: Edit<"limit">, now: Instant): NetworkFile["aid"] {
  const row = aid[edit.row];
  if (row === undefined) throw new DomainError("not_found", "network.limit-unknown");
  const begun = parks.some(({ zone }) => edit.from <= toZonedDateString(now, zone));
  if (begun || edit.from <= row.validFrom) throw new DomainError("conflict", "network.limit-past", { from: edit.from });
  if (row.limit.kind === "intensity") throw new DomainError("invalid", "network.limit-kind");
  const limit =
    row.limit.kind === "ceiling"
      ? { ...row.limit, amount: edit.figure * 10 ** exponentOf(row.limit.currency) }
      : { ...row.limit, percent: edit.figure };
  const { validUntil, ...open } = row;
  const source = { act: edit.act, article: edit.article, ...(edit.url === undefined ? {} : { url: edit.url }) };
  // Where the law ends, its new figure ends too; a row that begins after that is of a law that follows.
  const ends = validUntil === undefined || validUntil < edit.from ? {} : { validUntil };
  const next = { ...open, validFrom: edit.from, ...ends, limit, source };
  const dayBefore = dayAfter(edit.from, -1);
  // A row that ends by law before that is not made longer.
  const ended = {
    ...row,
    validUntil: validUntil !== undefined && validUntil < dayBefore ? validUntil : dayBefore,
  };
  return aid.flatMap((one) => (one === row ? [ended, next] : [one]));
}
