/** Shares, parks and figures of a simulation in the reader's words. */
import { useLingui } from "@lingui/react";
import { useParks } from "../../network.ts";
import { useFormat } from "../case/use-format.ts";

export interface SufficeWords {
  /** Never a whole hundred for what is less. */
  readonly percent: (share: number) => string;
  readonly figure: (figure: { readonly usual: number; readonly most: number }) => string;
  /** From where somebody may come; of none, from outside all parks. */
  readonly from: (parks: readonly string[]) => string;
}

export function useSufficeWords(): SufficeWords {
  const { i18n } = useLingui();
  const format = useFormat();
  const all = useParks();
  const locales = [...(i18n.locales ?? [i18n.locale])].flat();
  const percents = new Intl.NumberFormat(locales, { style: "percent", maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(locales, { type: "disjunction" });
  const named = (parks: typeof all) => list.format(parks.map(({ name }) => name));
  return {
    percent: (share) => percents.format(Math.floor(share * 100 + 1e-9) / 100),
    figure: ({ usual, most }) =>
      usual === most
        ? format.number(usual)
        : i18n._("{usual}, at most {most}", { usual: format.number(usual), most: format.number(most) }),
    from(parks) {
      const may = all.filter(({ id }) => parks.includes(id));
      const others = all.filter(({ id }) => !parks.includes(id));
      if (may.length === 0) return i18n._("from outside the parks of the network");
      if (others.length === 0) return i18n._("from any park");
      if (others.length < may.length) return i18n._("from any park but {parks}", { parks: named(others) });
      return i18n._("from {parks}", { parks: named(may) });
    },
  };
}
