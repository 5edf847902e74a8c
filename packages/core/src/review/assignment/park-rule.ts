/** The rules that keep a case's reviewers from coming from too few parks, as bounds on sets of reviewers. */

/**
 * `each-park`: at most `most` from any one park. `in` and `not-in`: at least `least` and at most `most` from the parks
 * listed, or from anywhere else (reviewers of no park count as elsewhere).
 */
export type ParkBound =
  | { readonly rule: string; readonly kind: "each-park"; readonly least?: never; readonly most: number }
  | {
      readonly rule: string;
      readonly kind: "in" | "not-in";
      readonly parks: readonly string[];
      readonly least?: number;
      readonly most?: number;
    };

/**
 * Domain §8 for a voucher: one reviewer at least from neither a paying park nor the provider's, one at most per park, and
 * one at most who shares the applicant's or the provider's park.
 */
export function voucherParkRules(parties: {
  readonly paying: readonly string[];
  readonly provider?: string;
  readonly applicant?: string;
}): ParkBound[] {
  const { paying, provider, applicant } = parties;
  const near = [applicant, provider].filter((park) => park !== undefined);
  const rules: ParkBound[] = [
    { rule: "outside-park", kind: "not-in", parks: unique([...paying, ...(provider ? [provider] : [])]), least: 1 },
    { rule: "one-per-park", kind: "each-park", most: 1 },
  ];
  if (near.length > 0) rules.push({ rule: "parties-park", kind: "in", parks: unique(near), most: 1 });
  return rules;
}

/** Domain §8 for a joint project: one reviewer at least from a park without a partner, two at most per park. */
export function jointParkRules(partnerParks: readonly string[]): ParkBound[] {
  return [
    { rule: "partnerless-park", kind: "not-in", parks: unique(partnerParks), least: 1 },
    { rule: "two-per-park", kind: "each-park", most: 2 },
  ];
}

/** What a rule demands, in words for staff; unknown rules speak by their bounds. */
export function ruleText(rule: string): string {
  const [name = "", detail, other] = rule.split("/");
  switch (name) {
    case "outside-park":
      return "at least one reviewer from neither a paying park nor the provider's";
    case "one-per-park":
      return detail === undefined ? "at most one reviewer per park" : `at most one reviewer from ${detail}`;
    case "parties-park":
      return "at most one reviewer from the applicant's or the provider's park";
    case "partnerless-park":
      return "at least one reviewer from a park without a partner";
    case "two-per-park":
      return detail === undefined ? "at most two reviewers per park" : `at most two reviewers from ${detail}`;
    case "avoid":
      return `${detail} and ${other} not on the same case`;
    default:
      return `the rule "${rule}"`;
  }
}

function unique(parks: readonly string[]): string[] {
  return [...new Set(parks)].sort();
}

/** Keys of the rules of which these reviewers' parks exceed the most, whoever may still come. */
export function brokenMost(bounds: readonly ParkBound[], parks: readonly (string | undefined)[]): string[] {
  return bounds.flatMap((bound) => {
    const { rule, most } = bound;
    if (most === undefined) return [];
    if (bound.kind !== "each-park") return countOf(bound, parks) > most ? [rule] : [];
    const byPark = Map.groupBy(parks, (park) => park);
    return [...byPark].flatMap(([park, all]) => (park !== undefined && all.length > most ? [`${rule}/${park}`] : []));
  });
}

/** Names of the rules that this whole set of reviewers breaks. */
export function brokenRules(bounds: readonly ParkBound[], parks: readonly (string | undefined)[]): string[] {
  const missed = bounds.filter((bound) => bound.kind !== "each-park" && countOf(bound, parks) < (bound.least ?? 0));
  const exceeded = brokenMost(bounds, parks).map((key) => key.split("/")[0] ?? key);
  return [...new Set([...exceeded, ...missed.map(({ rule }) => rule)])];
}

function countOf({ kind, parks }: Extract<ParkBound, { kind: "in" | "not-in" }>, all: readonly (string | undefined)[]) {
  return all.filter((park) => (park !== undefined && parks.includes(park)) === (kind === "in")).length;
}
