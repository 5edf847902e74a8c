/** The facts of one application, read together, and what eligibility makes of them. */
import type { AidGrant, AidGroup } from "../aid/group.ts";
import { type DeclaredAid, type Headroom, headroomsOf } from "../aid/headroom.ts";
import { readAid } from "../aid/read-aid.ts";
import type { Call } from "../call/call.ts";
import { sharesOf } from "../call/shares.ts";
import type { EligibilityFacts, Stage } from "../eligibility/requirement.ts";
import { DomainError } from "../kernel/error.ts";
import type { CaseId } from "../kernel/id.ts";
import { type Instant, toZonedDateString } from "../kernel/instant.ts";
import { type Money, money } from "../kernel/money.ts";
import type { Moment } from "../kernel/verb.ts";
import { type NetworkFile, parkOf } from "../network/network-file.ts";
import { organisationOf } from "../organisation/family.ts";
import type { Organisation } from "../organisation/organisation.ts";
import type { Reader } from "../port/store.ts";
import type { SanctionHit } from "../sanction/sanction.ts";
import type { Case } from "./case.ts";
import { answersOf } from "./completeness.ts";
import { type Declared, declaredLast } from "./declared.ts";
import { fundingOf } from "./funding.ts";
import { listedParties } from "./listed-parties.ts";
import type { Offer } from "./offer.ts";
import { type OtherCase, readOtherCases } from "./other-case.ts";
import type { Section } from "./section.ts";

export interface ApplicationFacts {
  readonly one: Case | undefined;
  readonly call: Call | undefined;
  readonly sections: readonly Section[];
  readonly offer: Offer | undefined;
  readonly applicant: Organisation | undefined;
  readonly provider: Organisation | undefined;
  readonly aidGroup: AidGroup | undefined;
  /** Every grant of the aid group. */
  readonly aidGrants: readonly AidGrant[];
  /** The applicant's other cases. */
  readonly others: readonly OtherCase[];
  /** Names of this application on the sanctions list in force. */
  readonly sanctioned: readonly SanctionHit[];
}

/** Strong reads in steps: the case, its parties, the applicant's aid group, and only then the grants that it guards. */
export async function readApplication(reader: Reader, caseId: CaseId): Promise<ApplicationFacts> {
  const [one, sections, offer] = await Promise.all([
    reader.get("case", { caseId }),
    reader.list("section", { caseId }),
    reader.get("offer", { caseId }),
  ]);
  const nothing = {
    call: undefined,
    applicant: undefined,
    provider: undefined,
    aidGroup: undefined,
    aidGrants: [],
    others: [],
    sanctioned: [],
  };
  if (one === undefined) return { one, sections, offer, ...nothing };
  const [call, applicant, provider] = await Promise.all([
    reader.get("call", { callId: one.callId }),
    organisationOf(reader, one.applicantId),
    one.providerId === undefined ? undefined : organisationOf(reader, one.providerId),
  ]);
  if (applicant === undefined) return { ...nothing, one, sections, offer, call, provider };
  const { aidGroup, aidGrants } = await readAid(reader, applicant);
  const [others, sanctioned] = await Promise.all([
    readOtherCases(reader, one),
    listedParties(reader, applicant, [provider], sections),
  ]);
  return { one, sections, offer, call, applicant, provider, aidGroup, aidGrants, others, sanctioned };
}

/** The facts of a case that exists. @throws not_found `case.not-found`. */
export function requireApplication(
  facts: ApplicationFacts,
): ApplicationFacts & { one: Case; call: Call; applicant: Organisation } {
  const { one, call, applicant } = facts;
  if (one === undefined || call === undefined || applicant === undefined)
    throw new DomainError("not_found", "case.not-found");
  return { ...facts, one, call, applicant };
}

/**
 * The same without aid that is only reserved: a reservation stands for a decision that nobody outside has been told, so
 * neither what an applicant reads nor what they are refused may depend on it. Every step inside the park counts it.
 */
export function asTold<F extends Pick<ApplicationFacts, "aidGrants">>(facts: F): F {
  return { ...facts, aidGrants: facts.aidGrants.filter(({ status }) => status !== "reserved") };
}

/** What the offer costs in the call's currency; undefined before there is an offer. */
export function priceOf(offer: Offer | undefined): Money | undefined {
  return offer?.converted?.price ?? offer?.content?.price;
}

/** Everything the requirements look at. @throws not_found `case.not-found`; unavailable `rate.none`. */
export function eligibilityFactsOf(
  facts: ApplicationFacts,
  moment: Pick<Moment, "now" | "network">,
  stage: Stage,
): EligibilityFacts {
  const { one, call, applicant, provider, offer, sections } = requireApplication(facts);
  const price = priceOf(offer);
  const funding = price === undefined || price.currency !== call.currency ? undefined : fundingOf(call, price);
  return {
    stage,
    now: moment.now,
    day: dayOf(call, moment.network, moment.now),
    network: moment.network,
    call,
    applicant,
    provider,
    offer,
    answers: answersOf(sections),
    others: facts.others,
    sanctioned: facts.sanctioned,
    submittedAt: one.submittedAt,
    funding,
    headrooms: funding === undefined ? [] : headroomsFor(facts, funding.requested, moment),
  };
}

/**
 * The ceilings that an award of `amount` (call's currency) would fall under today, counted without what is already
 * reserved for this very case. Used by the check, the proposal and the release alike.
 */
export function headroomsFor(
  facts: ApplicationFacts,
  amount: Money,
  { now, network }: Pick<Moment, "now" | "network">,
): Headroom[] {
  const { one, call, offer, sections, aidGrants } = requireApplication(facts);
  const day = dayOf(call, network, now);
  return headroomsOf({
    network,
    day,
    shares: sharesOf(call, amount, network, day),
    grants: aidGrants,
    declared: declaredAid(declaredLast(one, sections).declared, call, network),
    cost: priceOf(offer) ?? amount,
    caseId: one.caseId,
  });
}

/** The day it is where the lead park is. */
export function dayOf(call: Pick<Call, "leadPark">, network: NetworkFile, now: Instant): string {
  return toZonedDateString(now, parkOf(network, call.leadPark).zone);
}

function declaredAid(declared: Declared["declared"], call: Call, network: NetworkFile): DeclaredAid[] {
  const home = parkOf(network, call.leadPark).country;
  return declared.map(({ grantor, amount, granted, country }) => ({
    grantor,
    amount: money(amount, call.currency),
    granted,
    jurisdiction: country ?? home,
  }));
}
