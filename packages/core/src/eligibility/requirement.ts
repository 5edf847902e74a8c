/** What a requirement is: a named rule over the facts of one application, answered with the fact it looked at (domain §6). */

import type { Headroom } from "../aid/headroom.ts";
import type { SectionAnswers } from "../application/completeness.ts";
import type { Funding } from "../application/funding.ts";
import type { Offer } from "../application/offer.ts";
import type { OtherCase } from "../application/other-case.ts";
import type { Call } from "../call/call.ts";
import type { Instant } from "../kernel/instant.ts";
import type { NetworkFile } from "../network/network-file.ts";
import type { Organisation } from "../organisation/organisation.ts";
import type { SanctionHit } from "../sanction/sanction.ts";

/** The same rules are asked again and again; a few look at another moment or only bind at the end. */
export type Stage = "check" | "submit" | "screening" | "release";

export interface EligibilityFacts {
  readonly stage: Stage;
  readonly now: Instant;
  /** Today where the lead park is. */
  readonly day: string;
  readonly network: NetworkFile;
  readonly call: Call;
  readonly applicant: Organisation;
  readonly provider: Organisation | undefined;
  readonly offer: Offer | undefined;
  readonly answers: SectionAnswers;
  /** What else the applicant has in the network. */
  readonly others: readonly OtherCase[];
  /** Names of applicant, provider and owners that stand on the sanctions list in force. */
  readonly sanctioned: readonly SanctionHit[];
  readonly submittedAt: Instant | undefined;
  /** Absent before there is a price in the call's currency. */
  readonly funding: Funding | undefined;
  /** Ceilings that what is asked falls under; none before there is a price. */
  readonly headrooms: readonly Headroom[];
}

/** `code` names why it fails (`noun.reason`); `facts` are what the sentence is made of, in every language. */
export type Finding =
  | { readonly ok: true; readonly facts: Record<string, unknown> }
  | { readonly ok: false; readonly code: string; readonly facts: Record<string, unknown> };

export interface Requirement {
  /** Stable: stored with decisions and translated by the web. */
  readonly id: string;
  readonly check: (facts: EligibilityFacts) => Finding;
}

export function holds(facts: Record<string, unknown> = {}): Finding {
  return { ok: true, facts };
}

export function fails(code: string, facts: Record<string, unknown> = {}): Finding {
  return { ok: false, code, facts };
}

/** A statement of the applicant that must have been made, and made this way. */
export function declared(
  value: boolean | undefined,
  wanted: boolean,
  codes: { readonly missing: string; readonly wrong: string },
): Finding {
  if (value === undefined) return fails(codes.missing);
  return value === wanted ? holds({ declared: value }) : fails(codes.wrong, { declared: value });
}
