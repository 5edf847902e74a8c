/** What the draws of a simulation say, counted: languages, fields, conflicts and the load of each reviewer. */
import type { Language } from "../../person/person.ts";
import { fieldOf, reviewDays } from "../planning.ts";
import { meanOf } from "./figure.ts";
import type { Ground } from "./ground.ts";
import type { Placed } from "./place.ts";
import { type Figure, figureOf, peopleFor, usualLimit } from "./shortage.ts";

type Draws = readonly (readonly Placed[])[];

export interface LanguageTally {
  readonly language: Language;
  /** A draw, on average. */
  readonly applications: number;
  /** Reviewers who read it. */
  readonly readers: number;
  /** Reviews that nobody could take. */
  readonly missing: Figure;
}

export interface FieldTally {
  /** Id of a sector. */
  readonly field: string;
  readonly applications: number;
  /** Reviewers who name it. */
  readonly knowing: number;
  /** Applications none of whose reviewers names it. */
  readonly without: Figure;
  /** Reviewers of the field who would be enough for these. */
  readonly people: Figure;
}

export interface ConflictTally {
  readonly rule: string;
  readonly level: "HARD" | "SOFT";
  /** Reviewers whom it concerns, and pairs with an application; a draw, on average. */
  readonly reviewers: number;
  readonly pairs: number;
  /** HARD: applications that lack somebody and that it keeps a reader from. SOFT: reviews given in spite of it. */
  readonly binds: number;
}

export interface LoadTally {
  /** Reviews of the whole call. */
  readonly reviews: Figure;
  /** At one time, those that are open today included. */
  readonly atOnce: Figure;
}

/** By the languages in which the applications are read, the most frequent first. */
export function languagesOf(ground: Ground, draws: Draws): LanguageTally[] {
  const all = Map.groupBy(draws.flat(), ({ application }) => ground.readIn(application));
  return [...all]
    .map(([language, placed]) => ({
      language,
      applications: meanOf(placed.length, draws.length),
      readers: ground.pool.experts.filter(({ profile }) => profile.languages.includes(language)).length,
      missing: figureOf(
        draws.map((draw) =>
          draw.reduce((sum, one) => sum + (ground.readIn(one.application) === language ? one.missing : 0), 0),
        ),
      ),
    }))
    .sort((a, b) => b.applications - a.applications || (a.language < b.language ? -1 : 1));
}

/** Fields for which reviewers are lacking come first. An application of which no field is known is in none. */
export function fieldsOf(ground: Ground, draws: Draws): FieldTally[] {
  const limit = usualLimit(ground.pool.experts);
  const all = Map.groupBy(draws.flat(), ({ application }) => fieldOf(application.on.sector));
  return [...all]
    .flatMap(([field, placed]): FieldTally[] => {
      if (field === undefined) return [];
      const lacking = draws.map((draw) =>
        draw.filter((one) => fieldOf(one.application.on.sector) === field && !isKnown(one)),
      );
      return [
        {
          field,
          applications: meanOf(placed.length, draws.length),
          knowing: placed[0]?.sheet.pairs.filter(({ match = 0 }) => match > 0).length ?? 0,
          without: figureOf(lacking.map((list) => list.length)),
          people: figureOf(
            lacking.map((list) =>
              peopleFor(
                list.map(({ day }) => ({ day, missing: 1 })),
                limit,
              ),
            ),
          ),
        },
      ];
    })
    .sort(
      (a, b) => b.without.usual - a.without.usual || b.applications - a.applications || (a.field < b.field ? -1 : 1),
    );
}

function isKnown({ sheet, seated }: Placed): boolean {
  return seated.some((seat) => (sheet.pairs[seat]?.match ?? 0) > 0);
}

/** HARD before SOFT, what concerns most pairs first. */
export function conflictsIn(draws: Draws): ConflictTally[] {
  const found = new Map<
    string,
    { rule: string; level: "HARD" | "SOFT"; who: Set<number>; pairs: number; binds: number }
  >();
  const count = (rule: string, level: "HARD" | "SOFT", seat: number, binds: boolean) => {
    const key = `${level} ${rule}`;
    const one = found.get(key) ?? { rule, level, who: new Set<number>(), pairs: 0, binds: 0 };
    one.who.add(seat);
    one.pairs += 1;
    one.binds += Number(binds);
    found.set(key, one);
  };
  for (const { sheet, seated, missing } of draws.flat()) {
    // One application that lacks somebody counts once for a rule, however many readers it keeps away.
    const counted = new Set<string>();
    for (const [seat, { hard = [], soft = [], reading }] of sheet.pairs.entries()) {
      for (const rule of hard) {
        const binds = missing > 0 && reading !== "none" && !counted.has(rule);
        if (binds) counted.add(rule);
        count(rule, "HARD", seat, binds);
      }
      for (const rule of soft) count(rule, "SOFT", seat, seated.includes(seat));
    }
  }
  return [...found.values()]
    .map(({ who, pairs, binds, ...one }) => ({
      ...one,
      reviewers: who.size,
      pairs: meanOf(pairs, draws.length),
      binds: meanOf(binds, draws.length),
    }))
    .sort((a, b) => (a.level < b.level ? -1 : a.level > b.level ? 1 : b.pairs - a.pairs || (a.rule < b.rule ? -1 : 1)));
}

/** By the order of the experts. */
export function loadsOf({ pool }: Ground, draws: Draws): LoadTally[] {
  return pool.experts.map(({ personId }, seat) => {
    const open = pool.work.filter((one) => one.personId === personId).length;
    const mine = draws.map((draw) => draw.filter(({ seated }) => seated.includes(seat)).map(({ day }) => day));
    return {
      reviews: figureOf(mine.map((days) => days.length)),
      atOnce: figureOf(mine.map((days) => open + fullest(days))),
    };
  });
}

/** Most of these days within the days that a review takes. */
function fullest(days: readonly number[]): number {
  const within = days.map((day) => days.filter((one) => day <= one && one - day < reviewDays).length);
  return Math.max(0, ...within);
}
