/** The only place that says how many reviewers of which kind a pool lacks for the reviews that nobody could take, and from which parks they may come. */
import type { Language } from "../../person/person.ts";
import { brokenRules } from "../assignment/park-rule.ts";
import { reviewDays } from "../planning.ts";
import type { Candidate } from "../pool.ts";
import { rulesOf } from "../sheet.ts";
import { middle } from "./figure.ts";
import type { Ground } from "./ground.ts";
import type { Placed } from "./place.ts";

/** Over the draws: the middle one, and the one with most. */
export interface Figure {
  readonly usual: number;
  readonly most: number;
}

export interface Shortage {
  /** What they read. */
  readonly language: Language;
  readonly reviews: Figure;
  /** People who would be enough, each with the pool's usual limit. */
  readonly people: Figure;
  /** Parks of the network that they may come from; none: from outside all of them. */
  readonly parks: readonly string[];
}

/** A park is named where it would do for so many of the applications that lack somebody. */
const doesFor = 0.75;

/** Languages that lack nobody are not there. The most reviews come first. @param parks of the network, in its order */
export function shortagesOf(
  ground: Ground,
  draws: readonly (readonly Placed[])[],
  parks: readonly string[],
): Shortage[] {
  const limit = usualLimit(ground.pool.experts);
  const lacking = draws.map((placed) =>
    Map.groupBy(
      placed.filter(({ missing }) => missing > 0),
      ({ application }) => ground.readIn(application),
    ),
  );
  const languages = [...new Set(lacking.flatMap((byLanguage) => [...byLanguage.keys()]))];
  return languages
    .map((language): Shortage => {
      const lists = lacking.map((byLanguage) => byLanguage.get(language) ?? []);
      return {
        language,
        reviews: figureOf(lists.map((list) => list.reduce((sum, { missing }) => sum + missing, 0))),
        people: figureOf(lists.map((list) => peopleFor(list, limit))),
        parks: parksFor(ground, lists.flat(), parks),
      };
    })
    .sort((a, b) => b.reviews.most - a.reviews.most || (a.language < b.language ? -1 : 1));
}

export function figureOf(values: readonly number[]): Figure {
  return { usual: middle(values), most: Math.max(0, ...values) };
}

/** As many as one application lacks, and as many as the fullest fortnight wants. @param limit reviews that each takes at one time */
export function peopleFor(lacking: readonly Pick<Placed, "day" | "missing">[], limit: number): number {
  const inFortnights = lacking.map(({ day }) => {
    const within = lacking.filter((one) => day <= one.day && one.day - day < reviewDays);
    return within.reduce((sum, { missing }) => sum + missing, 0);
  });
  const single = Math.max(0, ...lacking.map(({ missing }) => missing));
  return Math.max(single, Math.ceil(Math.max(0, ...inFortnights) / limit));
}

function parksFor({ pool }: Ground, lacking: readonly Placed[], parks: readonly string[]): string[] {
  return parks.filter((park) => {
    const fitting = lacking.filter(({ sheet, seated, missing }) => {
      const there = seated.map((seat) => pool.experts[seat]?.profile.parkId);
      const others = Array.from({ length: missing - 1 }, () => undefined);
      return brokenRules(rulesOf(sheet), [...there, park, ...others]).length === 0;
    });
    return fitting.length >= doesFor * lacking.length;
  });
}

/** What most reviewers take at one time; at least one. */
export function usualLimit(experts: readonly Candidate[]): number {
  return Math.max(1, Math.floor(middle(experts.map(({ profile }) => profile.capacity))));
}

/** Reviewers as they are lacking, from the parks that would do in turn. @param from number of those who were added before */
export function reviewersFor(shortages: readonly Shortage[], limit: number, from: number): Candidate[] {
  const wanted = shortages.flatMap(({ language, people, parks }) =>
    Array.from({ length: people.most }, (_, at) => ({ language, parkId: parks[at % Math.max(1, parks.length)] })),
  );
  return wanted.map(({ language, parkId }, at): Candidate => {
    const park = parkId === undefined ? {} : { parkId };
    const profile = { ...park, terms: [], languages: [language], employers: [], interests: [], capacity: limit };
    return { personId: `per_wanted${from + at}`, until: undefined, profile };
  });
}
