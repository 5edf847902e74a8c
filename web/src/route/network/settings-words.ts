/** The figure of a limit of state aid, where it holds, and days, as people read them. */
import { useLingui } from "@lingui/react";
import { useCallback } from "react";
import { formatDay } from "../../format/date-time.ts";
import { formatAmount } from "../../format/money.ts";
import { useLocales } from "../../language/use-locales.ts";
import type { Settings } from "./settings-query.ts";

type Limit = Settings["limits"][number];

export function useLimitFigure(): (limit: Pick<Limit, "limit" | "window">) => string {
  const { i18n } = useLingui();
  const locales = useLocales();
  return useCallback(
    ({ limit, window }) => {
      switch (limit.kind) {
        case "ceiling": {
          const amount = formatAmount(limit.amount, limit.currency, locales, true);
          if (window.kind === "project") return i18n._("{amount} per project", { amount });
          const years = window.kind === "rolling-years" ? window.years : window.preceding + 1;
          return window.kind === "rolling-years"
            ? i18n._("{amount} in {years} years", { amount, years })
            : i18n._("{amount} in {years} financial years", { amount, years });
        }
        case "stacking":
          return i18n._("{percent} % of the cost from all governments", { percent: limit.percent });
        case "intensity":
          return i18n._("{least}–{most} % of the cost", {
            least: Math.min(...limit.rows.map(({ percent }) => percent)),
            most: Math.max(...limit.rows.map(({ cap }) => cap)),
          });
      }
    },
    [i18n, locales],
  );
}

/** `GB`, or an area of the network file by its name in capitals: `EU`. */
export function whereWords(jurisdictions: readonly string[]): string {
  return jurisdictions.map((one) => one.replace(/^area:/, "").toUpperCase()).join(", ");
}

export function useDayText(): (day: string) => string {
  const locales = useLocales();
  return useCallback((day) => formatDay(day, locales, "long"), [locales]);
}
