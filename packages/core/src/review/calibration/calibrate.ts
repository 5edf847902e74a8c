/** Calibrated scores of a panel: expected ranks with their uncertainty, beside the raw means and never instead of them. */
import { seededChance } from "./chance.ts";
import { type GivenScore, type Panel, panelOf } from "./panel.ts";
import { type RankTally, rankTally } from "./rank-tally.ts";
import { type Chain, startChain } from "./sampler.ts";
import { type SpreadOfDraws, spreadOfDraws } from "./spread.ts";

export interface CalibrationOptions {
  /** Any integer; the same scores and seed give the same result, bit for bit. */
  readonly seed: number;
  readonly lowerIsBetter?: boolean;
  /** Lowest and highest score there is; without it, the lowest and highest that was given. */
  readonly scale?: { readonly least: number; readonly most: number };
  /** Told the part done, from 0 to 1, now and then. */
  readonly onProgress?: (part: number) => void;
}

export interface CalibratedApplication {
  readonly application: string;
  /** Raw mean of the scores given. */
  readonly mean: number;
  readonly scores: number;
  /** Mean rank over all draws, 1 is best. */
  readonly expectedRank: number;
  /** (n − expected rank) / (n − 1): 1 surely best, 0 surely last. */
  readonly sucra: number;
  /** Ranks, from best to worst, that hold at least 50 % and 90 % of the draws. */
  readonly interval50: [number, number];
  readonly interval90: [number, number];
}

export interface CalibratedAssessor {
  readonly assessor: string;
  readonly scores: number;
  /** How much harder than the panel, in points of the scores; below 0 milder. */
  readonly strictness: number;
  readonly interval50: [number, number];
  readonly interval90: [number, number];
}

export interface Calibration {
  /** Best expected rank first. */
  readonly applications: readonly CalibratedApplication[];
  readonly assessors: readonly CalibratedAssessor[];
  readonly withoutScores: readonly string[];
  /** More than one: the panel falls apart, and only the model's assumptions compare one part with another. */
  readonly groups: readonly (readonly string[])[];
  /** How far to trust the draws: the largest error of an expected rank (one standard error), and R-hat, 1 when chains agree. */
  readonly certainty: {
    readonly rankError: number;
    readonly rHat: number;
    readonly draws: number;
    readonly settled: boolean;
  };
  /** Sentences for whoever reads the ranking. */
  readonly warnings: readonly string[];
}

const CHAINS = 4;
const WARM_UP = 500;
const DRAWS_A_ROUND = 2_500;
const DRAWS_A_STEP = 250;
const MOST_ROUNDS = 8;
/** Standard error of an expected rank that is good enough, as a part of the number of applications. */
const GOOD_ERROR = 0.0015;
const GOOD_R_HAT = 1.02;
const SIX_GRADES = 5;
/** Domain §9: fewer applications are not calibrated for a decision. */
const FEWEST_APPLICATIONS = 8;

/** @throws DomainError invalid, see `panelOf` */
export function calibrate(given: readonly GivenScore[], options: CalibrationOptions): Calibration {
  const steps = calibrationSteps(given, options);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    options.onProgress?.(step.value);
  }
}

/** The same in small steps, each with the part done, for whoever must do something else in between. @throws as `calibrate` */
export function* calibrationSteps(
  given: readonly GivenScore[],
  options: CalibrationOptions,
): Generator<number, Calibration> {
  const panel = panelOf(given, options.lowerIsBetter === true);
  const count = panel.applications.length;
  const overall = panel.score.reduce((sum, score) => sum + score, 0) / panel.score.length;
  const unit = gradeOf(panel, options.scale);
  const score = panel.score.map((one) => (one - overall) / unit);
  const data = { ...panel, applications: count, assessors: panel.assessors.length, score };
  const chains = Array.from({ length: CHAINS }, (_, at) => startChain(data, seededChance(options.seed * CHAINS + at)));
  const tally = rankTally(count, 2 * CHAINS);
  const effects = spreadOfDraws(count, CHAINS);
  const strictness = spreadOfDraws(panel.assessors.length, CHAINS);
  let done = 0;
  const part = (more: number) => {
    done += more;
    return done / (CHAINS * (WARM_UP + MOST_ROUNDS * DRAWS_A_ROUND));
  };

  for (const chain of chains) {
    for (let draw = 0; draw < WARM_UP; draw++) chain.step();
    yield part(WARM_UP);
  }
  let certainty = { rankError: Number.POSITIVE_INFINITY, rHat: Number.POSITIVE_INFINITY };
  let settled = false;
  for (let round = 0; round < MOST_ROUNDS && !settled; round++) {
    for (const [at, chain] of chains.entries())
      for (let drawn = 0; drawn < DRAWS_A_ROUND; drawn += DRAWS_A_STEP) {
        sample(chain, at, drawn, tally, effects, strictness);
        yield part(DRAWS_A_STEP);
      }
    certainty = {
      rankError: Math.max(...panel.applications.map((_, at) => standardError(tally.batchMeans(at)))),
      rHat: Math.max(effects.rHat(), strictness.rHat()),
    };
    settled = certainty.rankError <= GOOD_ERROR * count && certainty.rHat <= GOOD_R_HAT;
  }
  yield 1;
  return {
    applications: rankedApplications(panel, tally),
    assessors: assessorsOf(panel, strictness, unit),
    withoutScores: panel.withoutScores,
    groups: panel.groups,
    certainty: { ...certainty, draws: tally.draws, settled },
    warnings: warningsFor(panel, settled),
  };
}

/** One grade of six, which is what the model's deviations are measured in. */
function gradeOf({ score }: Panel, scale: CalibrationOptions["scale"]): number {
  const range = scale === undefined ? largest(score) + largest(score.map((one) => -one)) : scale.most - scale.least;
  return range > 0 ? range / SIX_GRADES : 1;
}

/** @param from draws of this round that the chain has given before */
function sample(
  chain: Chain,
  at: number,
  from: number,
  tally: RankTally,
  effects: SpreadOfDraws,
  strictness: SpreadOfDraws,
): void {
  for (let draw = from; draw < from + DRAWS_A_STEP; draw++) {
    chain.step();
    tally.add(chain.application, 2 * at + (draw < DRAWS_A_ROUND / 2 ? 0 : 1));
    effects.add(chain.application, at);
    strictness.add(chain.assessor, at);
  }
}

function rankedApplications(panel: Panel, tally: RankTally): CalibratedApplication[] {
  const count = panel.applications.length;
  const ranked = panel.applications.map((application, at) => {
    const expectedRank = tally.expected(at);
    return {
      application,
      mean: panel.means[at] as number,
      scores: panel.application.reduce((sum, row) => sum + (row === at ? 1 : 0), 0),
      expectedRank,
      sucra: count === 1 ? 1 : (count - expectedRank) / (count - 1),
      interval50: tally.interval(at, 0.5),
      interval90: tally.interval(at, 0.9),
    };
  });
  return ranked.sort((a, b) => a.expectedRank - b.expectedRank || (a.application < b.application ? -1 : 1));
}

function assessorsOf(panel: Panel, draws: SpreadOfDraws, unit: number): CalibratedAssessor[] {
  return panel.assessors.map((assessor, at) => {
    // Strict is whoever scores below the rest.
    const turned = ([low, high]: [number, number]): [number, number] => [-high * unit || 0, -low * unit || 0];
    return {
      assessor,
      scores: panel.assessor.reduce((sum, column) => sum + (column === at ? 1 : 0), 0),
      strictness: -draws.mean(at) * unit || 0,
      interval50: turned(draws.interval(at, 0.5)),
      interval90: turned(draws.interval(at, 0.9)),
    };
  });
}

function warningsFor({ applications, groups, withoutScores }: Panel, settled: boolean): string[] {
  const warnings: string[] = [];
  if (groups.length > 1) {
    const sizes = groups.map(({ length }) => length).join(", ");
    warnings.push(
      `The panel falls into ${groups.length} parts (${sizes} applications) without a common assessor: ranks within a part stand on scores, ranks between parts on the model alone.`,
    );
  }
  if (withoutScores.length > 0) warnings.push(`Without any score, and so without a rank: ${withoutScores.join(", ")}.`);
  if (applications.length < FEWEST_APPLICATIONS)
    warnings.push(
      `${applications.length} applications are too few for a decision by rank; calibration asks for ${FEWEST_APPLICATIONS}.`,
    );
  if (!settled)
    warnings.push("The chains had not settled when the limit of draws was reached: read the ranks with care.");
  return warnings;
}

function standardError(means: readonly number[]): number {
  const mean = means.reduce((sum, one) => sum + one, 0) / means.length;
  const variance = means.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (means.length - 1);
  return Math.sqrt(variance / means.length);
}

function largest(values: Float64Array): number {
  return values.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
}
