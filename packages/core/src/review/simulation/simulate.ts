/** The only place that simulates a call before it opens (domain §4): several draws of applications, each put to the optimiser, and what they say together. */
import { chanceOf } from "../assignment/chance.ts";
import { impossibleOf, solved } from "../choose-reviewers.ts";
import type { Candidate } from "../pool.ts";
import type { Impossible } from "../review-plan.ts";
import { problemOf } from "../sheet.ts";
import { meanOf, middle } from "./figure.ts";
import { type Ground, groundOf } from "./ground.ts";
import { imagine, type Mix } from "./imagine.ts";
import { type Placed, placeAll } from "./place.ts";
import { type Figure, figureOf, reviewersFor, type Shortage, shortagesOf, usualLimit } from "./shortage.ts";
import {
  type ConflictTally,
  conflictsIn,
  type FieldTally,
  fieldsOf,
  type LanguageTally,
  type LoadTally,
  languagesOf,
  loadsOf,
} from "./tally.ts";

/** Part of something in the middle draw and in the worst, 0 to 1. */
export interface Share {
  readonly usual: number;
  readonly worst: number;
}

export interface Simulation {
  readonly draws: number;
  /** Applications that want a review, and reviews that they want; a draw, on average. */
  readonly applications: number;
  readonly reviews: number;
  /** Applications of which every review has its reviewer; 1 where none wants one. */
  readonly filled: Share;
  readonly missing: Figure;
  /** Applications that a patient or lay member would review too; absent where the call asks none. */
  readonly lay?: Share;
  readonly shortages: readonly Shortage[];
  /** Part of the applications with all their reviewers, in the worst draw, if those who are lacking were there. */
  readonly mended?: number;
  /** What the optimiser names as in the way, of the first case of the worst draw that it found no plan for. */
  readonly binding?: Pick<Impossible, "kind" | "rules" | "needed" | "available">;
  readonly languages: readonly LanguageTally[];
  readonly fields: readonly FieldTally[];
  readonly conflicts: readonly ConflictTally[];
  /** By the order of the experts. */
  readonly loads: readonly LoadTally[];
}

export interface Asked {
  readonly applications: number;
  /** Any integer: the same, and the same facts, give the same answer. */
  readonly seed: number;
  readonly draws: number;
  /** Parks of the network, in its order. */
  readonly parks: readonly string[];
}

/** So often more reviewers are added until nobody is lacking, and so many of the worst draws are made again with them. */
const rounds = 3;
const againMost = 5;

/** Stops after each draw, so that who asked can do something else meanwhile. */
export function* simulating(ground: Ground, mix: Mix, asked: Asked): Generator<void, Simulation> {
  const every = Array.from({ length: asked.draws }, (_, nth) => nth);
  const draws = yield* drawn(ground, mix, asked, every);
  const worst = every
    .filter((nth) => lackingIn(draws[nth]) > 0)
    .sort((a, b) => lackingIn(draws[b]) - lackingIn(draws[a]))
    .slice(0, againMost);
  const found = shortagesOf(ground, draws, asked.parks);
  let shortages = found;
  let mended = 1;
  let added: readonly Candidate[] = [];
  const limit = usualLimit(ground.pool.experts);
  for (let round = 0; round < rounds && shortages.length > 0; round++) {
    added = [...added, ...reviewersFor(shortages, limit, added.length)];
    const pool = { ...ground.pool, experts: [...ground.pool.experts, ...added] };
    const larger = groundOf(ground.call, pool, ground.first, ground.days);
    const again = yield* drawn(larger, mix, asked, worst);
    mended = filledOf(again).worst;
    shortages = shortagesOf(larger, again, asked.parks);
  }
  const binding = bindingOf(draws);
  const all = draws.flat();
  return {
    draws: asked.draws,
    applications: meanOf(all.length, draws.length),
    reviews: meanOf(
      all.reduce((sum, { wanted }) => sum + wanted, 0),
      draws.length,
    ),
    filled: filledOf(draws),
    missing: figureOf(draws.map(lackingIn)),
    ...(ground.wantsLay ? { lay: shareOf(draws, ({ lay }) => lay === true) } : {}),
    shortages: found.map((one) => ({ ...one, people: { ...one.people, most: wantedOf(one, added, found) } })),
    ...(found.length > 0 ? { mended } : {}),
    ...(binding === undefined ? {} : { binding }),
    languages: languagesOf(ground, draws),
    fields: fieldsOf(ground, draws),
    conflicts: conflictsIn(draws),
    loads: loadsOf(ground, draws),
  };
}

/** @param which numbers of the draws */
function* drawn(
  ground: Ground,
  mix: Mix,
  { applications, seed }: Asked,
  which: readonly number[],
): Generator<void, Placed[][]> {
  const done: Placed[][] = [];
  for (const nth of which) {
    const next = chanceOf(seed * 1009 + nth);
    done.push(placeAll(ground, imagine(ground.call, mix, applications, next), seed + nth));
    yield;
  }
  return done;
}

/** All who were added for the language, in whichever round; those of a language that was not lacking at first count with the first. */
function wantedOf({ language }: Shortage, added: readonly Candidate[], found: readonly Shortage[]): number {
  const own = added.filter(({ profile }) => profile.languages.some((one) => one === language)).length;
  if (found[0]?.language !== language) return own;
  const known = found.map((one) => one.language);
  return own + added.filter(({ profile }) => !profile.languages.some((one) => known.includes(one))).length;
}

function filledOf(draws: readonly (readonly Placed[])[]): Share {
  return shareOf(draws, ({ missing }) => missing === 0);
}

function shareOf(draws: readonly (readonly Placed[])[], is: (placed: Placed) => boolean): Share {
  const shares = draws.map((draw) => (draw.length === 0 ? 1 : draw.filter(is).length / draw.length));
  return { usual: middle(shares), worst: Math.min(1, ...shares) };
}

/** Reviews that nobody could take. */
function lackingIn(draw: readonly Placed[] = []): number {
  return draw.reduce((sum, { missing }) => sum + missing, 0);
}

/** The optimiser itself, without stand-ins, about what it could not plan. */
function bindingOf(draws: readonly (readonly Placed[])[]): Simulation["binding"] {
  const [worst = []] = draws.toSorted((a, b) => lackingIn(b) - lackingIn(a));
  const question = worst.find((one) => one.question !== undefined)?.question;
  if (question === undefined) return undefined;
  const outcome = solved(problemOf(question));
  if (outcome.status !== "infeasible") return undefined;
  const { kind, rules, needed, available } = impossibleOf(outcome, question);
  return {
    kind,
    rules,
    ...(needed === undefined ? {} : { needed }),
    ...(available === undefined ? {} : { available }),
  };
}
