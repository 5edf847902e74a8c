/** The only place that chooses reviewers by itself: HARD conflicts out, the bounds of domain §8 kept, deterministic. */
import type { PersonId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import type { CaseParties } from "./conflict/conflict.ts";
import { conflictsOf, hardOf, softRulesOf } from "./conflict/list.ts";
import type { Candidate } from "./pool.ts";

/** A candidate who may read the case, with what weighs against them. */
export interface Eligible {
  readonly personId: PersonId;
  readonly parkId: string | undefined;
  readonly soft: readonly string[];
  /** From neither a paying park nor the provider's: each case needs one. */
  readonly outsider: boolean;
}

/** Which bound cannot be kept; each is named only if every one before it can. */
export type BindingBound = "nobody-eligible" | "too-few" | "one-per-park" | "one-same-park" | "outsider";

export type Choice =
  | { readonly ok: true; readonly chosen: readonly Eligible[] }
  | { readonly ok: false; readonly binding: BindingBound };

export interface Wanted {
  readonly count: number;
  readonly on: CaseParties;
  readonly candidates: readonly Candidate[];
  /** Tried before or at work in another slot. */
  readonly excluded: readonly string[];
  /** At work in the other slots: the bounds hold for all together. */
  readonly present: readonly Eligible[];
  readonly now: Instant;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Spreads equal candidates over cases; the same text gives the same order. */
  readonly order: (personId: string) => string;
}

/**
 * The first combination in order of cost that keeps every bound: one from neither a paying park nor the provider's, at
 * most one per park, at most one of the applicant's or provider's park. Cost is the number of SOFT conflicts.
 */
export function chooseReviewers(wanted: Wanted): Choice {
  const pool = eligibleFor(wanted);
  if (pool.length === 0) return { ok: false, binding: "nobody-eligible" };
  if (pool.length < wanted.count) return { ok: false, binding: "too-few" };
  const chosen = search(pool, wanted, bounds);
  if (chosen !== undefined) return { ok: true, chosen };
  const first = bounds.findIndex((_, index) => search(pool, wanted, bounds.slice(0, index + 1)) === undefined);
  return { ok: false, binding: bounds[first]?.name ?? "too-few" };
}

/** Who may be asked at all, cheapest first. */
export function eligibleFor({
  candidates,
  excluded,
  on,
  now,
  today,
  order,
}: Omit<Wanted, "count" | "present">): Eligible[] {
  return candidates
    .filter(({ personId, until, profile }) => {
      const inForce = until === undefined || now < until;
      const reads = (profile.languages as readonly string[]).includes(on.language);
      return inForce && reads && profile.capacity > 0 && !excluded.includes(personId);
    })
    .flatMap((candidate): (Eligible & { rank: string })[] => {
      const conflicts = conflictsOf({ reviewer: candidate, on, today });
      if (hardOf(conflicts).length > 0) return [];
      return [{ ...eligibleOf(candidate, softRulesOf(conflicts), on), rank: order(candidate.personId) }];
    })
    .sort((a, b) => a.soft.length - b.soft.length || (a.rank < b.rank ? -1 : 1))
    .map(({ rank: _, ...eligible }) => eligible);
}

export function eligibleOf({ personId, profile }: Candidate, soft: readonly string[], on: CaseParties): Eligible {
  const { parkId } = profile;
  return { personId, parkId, soft, outsider: isOutsider(parkId, on) };
}

/** From neither a paying park nor the provider's park. */
export function isOutsider(parkId: string | undefined, on: Pick<CaseParties, "payingParks" | "providerPark">): boolean {
  return parkId === undefined || !(on.payingParks.includes(parkId) || on.providerPark === parkId);
}

interface Bound {
  readonly name: BindingBound;
  /** Once broken, no further person mends it: the search turns back at once. */
  readonly early: boolean;
  readonly keeps: (people: readonly Eligible[]) => boolean;
}

export const bounds: readonly Bound[] = [
  {
    name: "one-per-park",
    early: true,
    keeps: (people) => {
      const parks = people.flatMap(({ parkId }) => parkId ?? []);
      return new Set(parks).size === parks.length;
    },
  },
  {
    name: "one-same-park",
    early: true,
    keeps: (people) => people.filter(({ soft }) => soft.includes("same-park")).length <= 1,
  },
  { name: "outsider", early: false, keeps: (people) => people.some(({ outsider }) => outsider) },
];

/** Depth first in order of cost; the counts wanted are at most three, so it ends soon. */
function search(pool: readonly Eligible[], { count, present }: Wanted, kept: readonly Bound[]): Eligible[] | undefined {
  const extend = (taken: readonly Eligible[], from: number): Eligible[] | undefined => {
    const all = [...present, ...taken];
    if (taken.length === count) return kept.every((bound) => bound.keeps(all)) ? [...taken] : undefined;
    for (let index = from; index < pool.length; index++) {
      const next = pool[index];
      if (next === undefined || !kept.every((bound) => !bound.early || bound.keeps([...all, next]))) continue;
      const found = extend([...taken, next], index + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return extend([], 0);
}
