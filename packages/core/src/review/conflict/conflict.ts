/** What a conflict rule looks at and says: a reviewer's own facts against the parties of one case (domain §8). */
import type { Instant } from "../../kernel/instant.ts";
import type { ReviewerProfile } from "../../person/person.ts";

/** An organisation on the case with the people behind it. */
export interface Party {
  readonly organisationId: string;
  /** Its number in a public register. */
  readonly register?: { readonly scheme: string; readonly id: string } | undefined;
  /** What else it was known by before it was merged. */
  readonly alsoKnownAs?: readonly Pick<Party, "organisationId" | "register">[];
  readonly homePark: string | undefined;
  /** Absent where nobody said; counts as small, because a conflict missed is worse than a reviewer lost. */
  readonly headcount: number | undefined;
  readonly members: readonly string[];
  /** Of a large house: the departments in which its own people here work, as far as they declared them. */
  readonly departments: readonly string[];
}

export interface CaseParties {
  readonly parties: readonly Party[];
  /** Contact of the applicant and confirmer of the offer. */
  readonly persons: readonly string[];
  readonly payingParks: readonly string[];
  readonly providerPark: string | undefined;
  readonly language: string;
  /** NACE code of the applicant. */
  readonly sector?: string | undefined;
  /** Staff who answered a task of the case: who screened does not review. */
  readonly actedBy: readonly string[];
  /** Earlier awards of these organisations with the people who carried them. */
  readonly past: readonly { readonly issuedAt: Instant; readonly persons: readonly string[] }[];
}

export interface Reviewer {
  readonly personId: string;
  readonly profile: ReviewerProfile;
}

export interface ConflictFacts {
  readonly reviewer: Reviewer;
  readonly on: CaseParties;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** HARD blocks reading, assigning and counting; SOFT weighs. */
export type ConflictLevel = "HARD" | "SOFT";

/** `about`: the organisation or park it concerns, where it concerns one. */
export interface Conflict {
  readonly rule: string;
  readonly level: ConflictLevel;
  readonly about?: string;
}

export interface ConflictRule {
  /** Stable: stored with slots, translated by the web. */
  readonly id: string;
  readonly check: (facts: ConflictFacts) => readonly { readonly level: ConflictLevel; readonly about?: string }[];
}
