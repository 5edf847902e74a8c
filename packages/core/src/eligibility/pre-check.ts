/** "Can I apply?": the requirements of a call asked of a few plain answers, before there is an account or anything stored. */
import * as z from "zod";
import { headroomsOf } from "../aid/headroom.ts";
import type { SectionAnswers } from "../application/completeness.ts";
import { type Funding, fundingOf } from "../application/funding.ts";
import type { Offer } from "../application/offer.ts";
import { dayOf } from "../application/read-application.ts";
import type { Call } from "../call/call.ts";
import { sharesOf } from "../call/shares.ts";
import type { Instant } from "../kernel/instant.ts";
import { type Money, money } from "../kernel/money.ts";
import { convert } from "../kernel/rate.ts";
import { type NetworkFile, parkOf } from "../network/network-file.ts";
import { rateFor } from "../network/rate-for.ts";
import { inventedOrganisation, inventedOrganisationId, inventedPersonId } from "../organisation/invented.ts";
import type { Organisation } from "../organisation/organisation.ts";
import { aidHeadroom } from "./aid-headroom.ts";
import { callOpen } from "./call-open.ts";
import { country } from "./country.ts";
import { crossPark } from "./cross-park.ts";
import { checkEligibility, type RequirementResult } from "./list.ts";
import { noDoubleFunding } from "./no-double-funding.ts";
import { noRecoveryOrder } from "./no-recovery-order.ts";
import { notBegun } from "./not-begun.ts";
import { notExport } from "./not-export.ts";
import { notInDifficulty } from "./not-in-difficulty.ts";
import { offerConfirmed } from "./offer-confirmed.ts";
import { ownContribution } from "./own-contribution.ts";
import { priceWithinLimits } from "./price-within-limits.ts";
import { providerIndependent } from "./provider-independent.ts";
import type { EligibilityFacts, Requirement } from "./requirement.ts";
import { sector } from "./sector.ts";
import { size } from "./size.ts";

const amount = z.number().int().min(0).max(100_000_000_000_000);

export const preCheckSchema = z.strictObject({
  company: z.boolean(),
  country: z.string().regex(/^[A-Z]{2}$/),
  sector: z.string().max(60).optional(),
  /** Park of the network where the company is at home; absent: at none. */
  homePark: z.string().max(40).optional(),
  /** Last closed year, with linked enterprises: annual work units, and minor units of the call's currency. */
  headcount: z.number().int().min(0).max(10_000_000),
  turnover: amount,
  balanceSheet: amount,
  /** Public bodies hold 25 % or more. */
  publicOwner: z.boolean(),
  inDifficulty: z.boolean(),
  outstandingRecovery: z.boolean(),
  begun: z.boolean(),
  exportAid: z.boolean(),
  paidElsewhere: z.boolean(),
  /** Absent while none is found. */
  provider: z.strictObject({ park: z.string().max(40).optional(), tied: z.boolean() }).optional(),
  /** Net, minor units of the call's currency; absent while not known. */
  price: amount.optional(),
  /** Other aid under the call's ceiling in the last three years, minor units of the call's currency. */
  aidHad: amount,
});
export type PreCheck = z.infer<typeof preCheckSchema>;

/** `not-yet`: nothing forbids it, but something is still to be found or awaited. */
export type Verdict = "yes" | "not-yet" | "no";

export interface PreCheckResult {
  readonly verdict: Verdict;
  readonly requirements: readonly RequirementResult[];
  /** Ids of those that fail only because something is still to be done. */
  readonly toDo: readonly string[];
  readonly funding?: Funding;
}

const always: readonly Requirement[] = [
  callOpen,
  country,
  sector,
  size,
  notInDifficulty,
  noRecoveryOrder,
  notExport,
  notBegun,
  noDoubleFunding,
];
const ofProvider: readonly Requirement[] = [providerIndependent, crossPark];
const ofPrice: readonly Requirement[] = [priceWithinLimits, ownContribution, aidHeadroom];

/** What fails only because it is still to be done. */
const toDoCodes: readonly (string | undefined)[] = ["offer.none", "price.none", "call.not-yet-open"];

/** The same requirements as on submission, as far as a visitor can answer them; all that fail, never only the first. */
export function preCheck(call: Call, answers: PreCheck, now: Instant, network: NetworkFile): PreCheckResult {
  const facts = factsOf(call, answers, now, network);
  const asked = [
    ...always,
    ...(answers.provider === undefined ? [offerConfirmed] : ofProvider),
    ...(answers.price === undefined ? [priceWithinLimits] : ofPrice),
  ];
  const requirements = checkEligibility(facts, asked);
  const failing = requirements.filter(({ ok }) => !ok);
  const toDo = failing.filter(({ code }) => toDoCodes.includes(code)).map(({ requirement }) => requirement);
  const verdict = failing.length === 0 ? "yes" : failing.length === toDo.length ? "not-yet" : "no";
  return { verdict, requirements, toDo, ...(facts.funding === undefined ? {} : { funding: facts.funding }) };
}

/** The same answers for a call in another currency. @throws unavailable `rate.none`. */
export function inCurrency(
  answers: PreCheck,
  from: string,
  to: string,
  day: string,
  network: Pick<NetworkFile, "rates" | "pivotCurrency">,
): PreCheck {
  const rate = rateFor(network, from, to, day);
  const other = (value: number) => convert(money(value, from), rate).money.amount;
  return {
    ...answers,
    turnover: other(answers.turnover),
    balanceSheet: other(answers.balanceSheet),
    aidHad: other(answers.aidHad),
    ...(answers.price === undefined ? {} : { price: other(answers.price) }),
  };
}

function factsOf(call: Call, answers: PreCheck, now: Instant, network: NetworkFile): EligibilityFacts {
  const day = dayOf(call, network, now);
  const price = answers.price === undefined ? undefined : money(answers.price, call.currency);
  const funding = price === undefined ? undefined : fundingOf(call, price);
  return {
    stage: "check",
    now,
    day,
    network,
    call,
    applicant: applicantOf(answers, now),
    provider: providerOf(answers, now),
    offer: offerOf(answers, price ?? money(0, call.currency), day, now),
    answers: sectionsOf(answers),
    others: [],
    sanctioned: [],
    submittedAt: undefined,
    funding,
    headrooms:
      funding === undefined
        ? []
        : headroomsOf({
            network,
            day,
            shares: sharesOf(call, funding.requested, network, day),
            grants: [],
            declared: aidOf(call, answers, network, day),
            cost: funding.price,
          }),
  };
}

/** Counted against the lead park's country, where most of it comes from. */
function aidOf(call: Call, { aidHad }: PreCheck, network: NetworkFile, day: string) {
  if (aidHad === 0) return [];
  const jurisdiction = parkOf(network, call.leadPark).country;
  return [{ grantor: "", amount: money(aidHad, call.currency), granted: day, jurisdiction }];
}

function sectionsOf(answers: PreCheck): SectionAnswers {
  const { headcount, turnover, balanceSheet, inDifficulty, outstandingRecovery } = answers;
  const owner = { name: "-", kind: "public-body", percent: 25, control: false, samePersons: false } as const;
  return {
    project: {},
    company: {
      headcount,
      turnover,
      balanceSheet,
      inDifficulty,
      outstandingRecovery,
      ...(answers.publicOwner ? { links: [owner] } : {}),
    },
    aid: {},
    declarations: {
      notBegun: !answers.begun,
      noExport: !answers.exportAid,
      noDoubleFunding: !answers.paidElsewhere,
    },
  };
}

/** A company that exists in these answers alone. */
function applicantOf(answers: PreCheck, now: Instant): Organisation {
  return inventedOrganisation(1, now, {
    kind: answers.company ? "company" : "academia",
    country: answers.country,
    ...(answers.homePark === undefined ? {} : { homePark: answers.homePark }),
    ...(answers.sector === undefined ? {} : { sector: answers.sector }),
  });
}

function providerOf({ provider }: PreCheck, now: Instant): Organisation | undefined {
  if (provider === undefined) return undefined;
  const park = provider.park === undefined ? {} : { homePark: provider.park };
  return inventedOrganisation(2, now, { kind: "academia", ...park });
}

function offerOf({ provider }: PreCheck, price: Money, day: string, now: Instant): Offer | undefined {
  if (provider === undefined) return undefined;
  return {
    caseId: "app_00000000000000000000000001",
    providerId: inventedOrganisationId(2),
    status: "confirmed",
    content: {
      scope: "",
      price: { ...price },
      startsOn: day,
      endsOn: day,
      independent: !provider.tied,
      priceBasis: "market-price",
    },
    invitedBy: inventedPersonId(1),
    invitedAt: now,
    version: 0,
  };
}
