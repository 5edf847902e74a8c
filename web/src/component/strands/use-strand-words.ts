/** The words of a strands picture in the reader's language. */

import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import type { StrandStation } from "@multihelix/core/view/strands.ts";
import { useMemo } from "react";
import { formatDate } from "../../format/date-time.ts";
import { useLocales } from "../../language/use-locales.ts";
import type { StrandWords } from "./words.ts";

export function useStrandWords(zone: string): StrandWords {
  const { i18n } = useLingui();
  const locales = useLocales();
  return useMemo(() => strandWords(i18n, locales, zone), [i18n, locales, zone]);
}

/** Words for a language; dates are read in `zone` (IANA). */
export function strandWords(i18n: I18n, locales: readonly string[], zone: string): StrandWords {
  const due = (station: StrandStation, long: boolean) => {
    if (station.due === undefined) return undefined;
    const date = formatDate(station.due, locales, zone, long ? "day" : "short");
    const left = station.workingDaysLeft;
    if (left === undefined) return i18n._("by {date}", { date });
    if (station.overdue || left < 0) {
      const days = Math.abs(left);
      if (long) return i18n._("by {date} · {days, plural, one {# day over} other {# days over}}", { date, days });
      return i18n._("by {date}, {days} d over", { date, days });
    }
    if (long) return i18n._("by {date} · {days, plural, one {# day left} other {# days left}}", { date, days: left });
    return i18n._("by {date}, {days} d left", { date, days: left });
  };
  return {
    day: (instant) => formatDate(instant, locales, zone, "short"),
    dueShort: (station) => due(station, false),
    dueLong: (station) => due(station, true),
    holds: (name) => i18n._("{name} holds it", { name }),
    backTo: (label) => i18n._("or back to {label}", { label }),
    orElse: (caption) => i18n._("or: {caption}", { caption }),
  };
}
