/** The only place that says how much of an owner, or of an enterprise owned, counts towards an enterprise's size. */

/** `exempt-investor`: a fund, university, regional authority or other investor of art. 3(2) that does not count as a partner. */
export const linkKinds = ["enterprise", "public-body", "exempt-investor"] as const;

export type Relation = "own" | "linked" | "partner" | "autonomous" | "public";

export interface Tie {
  readonly kind: (typeof linkKinds)[number];
  readonly percent: number;
  readonly control: boolean;
  readonly samePersons: boolean;
}

/** Nothing under 25 %, pro rata up to 50 %, all above or where it decides (Recommendation 2003/361/EC, Annex, art. 3 and 6). */
export function relationOf(link: Tie): { relation: Relation; percent: number } {
  if (link.kind === "public-body") return { relation: "public", percent: 0 };
  if (link.control || link.samePersons || link.percent > 50) return { relation: "linked", percent: 100 };
  if (link.kind === "exempt-investor" || link.percent < 25) return { relation: "autonomous", percent: 0 };
  return { relation: "partner", percent: link.percent };
}
