/**
 * Checks a plan and its certificate from the problem alone; shares no code with the solver. Weak duality: for any prices,
 * every plan costs at least Σ price × demand of the cases and rules, plus for each reviewer the least of load cost − price ×
 * load, plus all pairs whose cost falls below their prices. When a plan costs exactly that, none is cheaper.
 */
import type { Certificate, CertifiedProof, Prices } from "./certificate.ts";
import type { AssignmentProblem, PairOf } from "./problem.ts";

export interface CertificateReport {
  readonly ok: boolean;
  /** What is wrong, in sentences. */
  readonly faults: readonly string[];
}

interface Rule {
  readonly members: ReadonlySet<number>;
  readonly least: number;
  readonly most: number;
}

interface World {
  readonly problem: AssignmentProblem;
  readonly across: number;
  /** Positions by id; unknown ids are at −1. */
  readonly reviewerAt: (id: string) => number;
  readonly caseAt: (id: string) => number;
  /** Rounded costs; undefined is forbidden. */
  readonly cost: (pair: number) => number | undefined;
  readonly loadCost: (reviewer: number, nth: number) => number;
  /** By case, then by key. */
  readonly rules: readonly ReadonlyMap<string, Rule>[];
  readonly started: ReadonlySet<number>;
}

/** @param pairs the plan, or undefined when the certificate says that there is none */
export function checkCertificate(
  problem: AssignmentProblem,
  certificate: Certificate,
  pairs?: readonly PairOf[],
): CertificateReport {
  const faults: string[] = [];
  const world = worldOf(problem, certificate.scale);
  if (pairs !== undefined) {
    const cost = costOf(world, pairs, faults);
    if (cost !== certificate.cost)
      faults.push(`The plan costs ${cost} units, the certificate says ${certificate.cost}.`);
  } else if (certificate.cost !== undefined) faults.push("The certificate names a cost but there is no plan.");
  checkProof(world, certificate.proof, certificate.cost, new Set(), new Set(), faults);
  return { ok: faults.length === 0, faults };
}

function worldOf(problem: AssignmentProblem, scale: number): World {
  const { reviewers, cases, costs, waivers } = problem;
  const across = cases.length;
  const [reviewerAt, caseAt] = [placesOf(reviewers), placesOf(cases)];
  const forbidden = (reviewer: number, at: number) => Number.isNaN(costs[reviewer * across + at] as number);
  const rules = cases.map((one, at) => {
    const found = new Map<string, Rule>();
    const here = [...reviewers.keys()].filter((reviewer) => !forbidden(reviewer, at));
    const add = (rule: string, key: string, members: number[], least: number, most: number) => {
      const waived = waivers.some((waiver) => waiver.case === one.id && (waiver.rule === rule || waiver.rule === key));
      if (!waived) found.set(key, { members: new Set(members), least, most });
    };
    for (const bound of one.bounds) {
      if (bound.kind === "each-park") {
        for (const park of new Set(here.map((reviewer) => reviewers[reviewer]?.park)))
          if (park !== undefined)
            add(
              bound.rule,
              `${bound.rule}/${park}`,
              here.filter((r) => reviewers[r]?.park === park),
              0,
              bound.most,
            );
        continue;
      }
      const listed = (reviewer: number) => bound.parks.some((park) => park === reviewers[reviewer]?.park);
      const members = here.filter((reviewer) => listed(reviewer) === (bound.kind === "in"));
      add(bound.rule, bound.rule, members, bound.least ?? 0, Math.min(bound.most ?? one.wanted, one.wanted));
    }
    for (const pair of problem.avoid) {
      const members = pair.map(reviewerAt);
      if (members.every((reviewer) => here.includes(reviewer)))
        add("avoid", `avoid/${[...pair].sort().join("/")}`, members, 0, 1);
    }
    return found;
  });
  const started = new Set<number>();
  for (const pair of problem.started) {
    const [reviewer, at] = [reviewerAt(pair.reviewer), caseAt(pair.case)];
    if (!forbidden(reviewer, at)) started.add(reviewer * across + at);
  }
  return {
    problem,
    across,
    reviewerAt,
    caseAt,
    cost: (pair) => (Number.isNaN(costs[pair] as number) ? undefined : Math.round((costs[pair] as number) * scale)),
    loadCost: (reviewer, nth) => {
      const steps = reviewers[reviewer]?.loadCost ?? [];
      return Math.round((steps[Math.min(nth, steps.length) - 1] ?? 0) * scale);
    },
    rules,
    started,
  };
}

/** Cost of a plan in units; whatever it may not do becomes a fault. */
function costOf(world: World, pairs: readonly PairOf[], faults: string[]): number {
  const { problem, across } = world;
  const { reviewers, cases } = problem;
  const taken = cases.map(() => new Set<number>());
  const loads = reviewers.map(() => 0);
  let sum = 0;
  for (const pair of pairs) {
    const reviewer = world.reviewerAt(pair.reviewer);
    const at = world.caseAt(pair.case);
    const cost = reviewer < 0 || at < 0 ? undefined : world.cost(reviewer * across + at);
    if (cost === undefined || taken[at]?.has(reviewer)) {
      faults.push(`${pair.reviewer} may not have ${pair.case}, or has it twice.`);
      continue;
    }
    taken[at]?.add(reviewer);
    loads[reviewer] = (loads[reviewer] ?? 0) + 1;
    sum += cost + world.loadCost(reviewer, loads[reviewer] ?? 0);
  }
  for (const [at, { id, least, most }] of reviewers.entries()) {
    const load = loads[at] ?? 0;
    if (load < least || load > most) faults.push(`${id} has ${load} cases, not ${least} to ${most}.`);
  }
  for (const [at, { id, wanted }] of cases.entries()) {
    const mine = taken[at] ?? new Set();
    if (mine.size !== wanted) faults.push(`${id} has ${mine.size} reviewers, not ${wanted}.`);
    for (const [key, { members, least, most }] of world.rules[at] ?? []) {
      const count = [...mine].filter((reviewer) => members.has(reviewer)).length;
      if (count < least || count > most) faults.push(`${id} breaks "${key}" with ${count}.`);
    }
  }
  for (const pair of world.started)
    if (!taken[pair % across]?.has(Math.floor(pair / across))) faults.push("A started review was taken away.");
  return sum;
}

function checkProof(
  world: World,
  proof: CertifiedProof,
  cost: number | undefined,
  used: ReadonlySet<number>,
  unused: ReadonlySet<number>,
  faults: string[],
): void {
  switch (proof.kind) {
    case "contradiction": {
      const at = world.caseAt(proof.case);
      const rule = world.rules[at]?.get(proof.key);
      const members = [...(rule?.members ?? [])].map((reviewer) => reviewer * world.across + at);
      const taken = members.filter((pair) => used.has(pair) || world.started.has(pair)).length;
      const possible = members.filter((pair) => !unused.has(pair)).length;
      if (rule === undefined || (taken <= rule.most && possible >= rule.least)) faults.push("A branch breaks no rule.");
      return;
    }
    case "bound":
      if (cost === undefined || lowerBound(world, proof.prices, used, unused, true) < BigInt(cost))
        faults.push("Prices leave room for a cheaper plan.");
      return;
    case "impossible":
      if (lowerBound(world, proof.prices, used, unused, false) <= 0n) faults.push("Prices do not show a conflict.");
      return;
    case "branch": {
      const pair = world.reviewerAt(proof.reviewer) * world.across + world.caseAt(proof.case);
      checkProof(world, proof.left, cost, used, new Set([...unused, pair]), faults);
      checkProof(world, proof.taken, cost, new Set([...used, pair]), unused, faults);
    }
  }
}

const NOTHING_PROVED = -(2n ** 80n);

/** What every plan costs at least that takes `used` and leaves out `unused`; without costs, above 0 means there is none. */
function lowerBound(
  world: World,
  prices: Prices,
  used: ReadonlySet<number>,
  unused: ReadonlySet<number>,
  costs: boolean,
): bigint {
  const { problem, across } = world;
  let sum = 0n;
  const reviewerPrices = problem.reviewers.map(({ id }) => prices.reviewers[id] ?? 0);
  const casePrices = problem.cases.map(({ id }) => prices.cases[id] ?? 0);
  const all = [...reviewerPrices, ...casePrices, ...prices.rules.map(({ price }) => price)];
  if (!all.every(Number.isSafeInteger)) return NOTHING_PROVED;
  const rulePrice = problem.cases.map(() => new Map<number, number>());
  for (const { case: id, key, price } of prices.rules) {
    const at = world.caseAt(id);
    const rule = world.rules[at]?.get(key);
    // A price on a rule that does not exist proves nothing.
    if (rule === undefined) return NOTHING_PROVED;
    sum += BigInt(price) * BigInt(price > 0 ? rule.least : rule.most);
    const mine = rulePrice[at];
    for (const reviewer of rule.members) mine?.set(reviewer, (mine.get(reviewer) ?? 0) + price);
  }
  for (const [at, { wanted }] of problem.cases.entries()) sum += BigInt(casePrices[at] ?? 0) * BigInt(wanted);
  for (const [reviewer, { least, most }] of problem.reviewers.entries()) {
    const worth = reviewerPrices[reviewer] ?? 0;
    let load = 0;
    let cheapest = Number.POSITIVE_INFINITY;
    // More than one of each case nobody can have.
    for (let nth = 0; nth <= Math.min(most, Math.max(across, least)); nth++) {
      if (nth > 0) load += (costs ? world.loadCost(reviewer, nth) : 0) - worth;
      if (nth >= least) cheapest = Math.min(cheapest, load);
    }
    sum += BigInt(cheapest);
    for (let at = 0; at < across; at++) {
      const pair = reviewer * across + at;
      const cost = world.cost(pair);
      if (cost === undefined || unused.has(pair)) continue;
      const left = (costs ? cost : 0) + worth - (casePrices[at] ?? 0) - (rulePrice[at]?.get(reviewer) ?? 0);
      if (left < 0 || used.has(pair) || world.started.has(pair)) sum += BigInt(left);
    }
  }
  return sum;
}

function placesOf(named: readonly { readonly id: string }[]): (id: string) => number {
  const places = new Map(named.map(({ id }, at) => [id, at]));
  return (id) => places.get(id) ?? -1;
}
