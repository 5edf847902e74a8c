/** A told case in a language that too few reviewers read: it waited for a translation. */
import { invites, offers, screens, starts, submits, writes } from "./selection-acts.ts";
import type { ToldCase } from "./told-case.ts";
import { choosesAnew, translates } from "./translation-acts.ts";

const limburg = { call: "LIM-V26", provider: "provider-lund", price: 1_150_000, award: 900_000 } as const;

export const translatedCases: readonly ToldCase[] = [
  {
    ...limburg,
    key: "chicory",
    sme: "zuurdesem-owner",
    title: "Witloofwortel als vezelbron",
    summary: "We bake with flour of chicory roots and want to know how much of its fibre the gut can use.",
    need: "Wij hebben geen darmmodel en kunnen geen korteketenvetzuren meten.",
    effect: "Met een cijfer per snee brood wil een keten van ziekenhuizen ons brood opnemen.",
    scope: "Fermentatie van vijf broden in een darmmodel, met vetzuren na zes en vierentwintig uur.",
    daysAgo: 10,
    acts: [
      starts(-9, "nl"),
      writes(-8),
      invites(-8),
      offers(-4),
      submits(0),
      screens(2),
      translates(5, {
        title: "Chicory root as a source of fibre",
        need: "We have no model of the gut and cannot measure short-chain fatty acids.",
        effect: "With a figure per slice of bread a chain of hospitals will list our bread.",
        scope: "Fermentation of five breads in a model of the gut, with fatty acids after six and twenty-four hours.",
      }),
      choosesAnew(5),
    ],
  },
];
