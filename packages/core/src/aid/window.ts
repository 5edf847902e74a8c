/** Which days an aid ceiling looks back on, by the row's kind of window. */
import { monthsAfter } from "../kernel/day.ts";
import type { AidWindow } from "../network/aid-row.ts";

export interface Period {
  /** First and last day that count, `YYYY-MM-DD`. */
  readonly from: string;
  readonly until: string;
}

/**
 * Rolling years are counted day to day: aid of the same day so many years ago still counts, aid of the day before does
 * not (Reg. (EU) 2023/2831, art. 3(2): "over any period of 3 years"; where the count could be read either way, the
 * stricter reading is taken). Financial years: the elapsed part of the present one and the whole ones before.
 * A project has no window: only the present one counts.
 */
export function periodOf(window: AidWindow, day: string): Period {
  switch (window.kind) {
    case "rolling-years":
      return { from: monthsAfter(day, -12 * window.years), until: day };
    case "financial-years": {
      const year = Number(day.slice(0, 4));
      const begun = day.slice(5) >= window.start ? year : year - 1;
      return { from: `${begun - window.preceding}-${window.start}`, until: day };
    }
    case "project":
      return { from: day, until: day };
  }
}

export function isWithin(period: Period, day: string): boolean {
  return period.from <= day && day <= period.until;
}
