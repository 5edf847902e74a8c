/** What a release would do, worked out once for the release itself and for its preview. */
import { askedAnew, type Condition, conditionOf, type Signing } from "../aid/condition.ts";
import type { Headroom } from "../aid/headroom.ts";
import { offerGone } from "../application/ask-offer-again.ts";
import { declaredLast } from "../application/declared.ts";
import { dayOf, eligibilityFactsOf, headroomsFor } from "../application/read-application.ts";
import { checkEligibility, failingOf, type RequirementResult } from "../eligibility/list.ts";
import { monthsAfter } from "../kernel/day.ts";
import { DomainError } from "../kernel/error.ts";
import type { CaseId } from "../kernel/id.ts";
import { voucherIdOf } from "../kernel/id.ts";
import { endOfDay, type Instant, toZonedDateString } from "../kernel/instant.ts";
import type { Money } from "../kernel/money.ts";
import type { Moment } from "../kernel/verb.ts";
import { type LetterDraft, render } from "../letter/keep-letter.ts";
import { awardAnew } from "../letter/kind/award-anew.ts";
import { type Recipient, recipientsOf } from "../letter/recipient.ts";
import type { SetLetter } from "../letter/set-letter.ts";
import { parkOf } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import type { Voucher } from "../voucher/voucher.ts";
import { anewLetters } from "./anew-letters.ts";
import { askingLetters, grantedLetters } from "./condition-letters.ts";
import { type DecisionFacts, readDecision, requireDecision, requireProposal } from "./decision-facts.ts";
import { awardLetters, type DecisionLetter, rejectionLetters, renderDecision } from "./decision-letters.ts";
import type { Proposal, WhyAnew } from "./proposal.ts";

export interface ReleaseFacts extends DecisionFacts {
  readonly applicants: readonly Recipient[];
  readonly providers: readonly Recipient[];
}

export async function readRelease(reader: Reader, caseId: CaseId): Promise<ReleaseFacts> {
  const facts = await readDecision(reader, caseId);
  const { one } = facts;
  if (one === undefined) return { ...facts, applicants: [], providers: [] };
  const { applicantId, providerId } = one;
  const [applicants, providers] = await Promise.all([
    recipientsOf(reader, { kind: "organisation", organisationId: applicantId }, one),
    providerId === undefined ? [] : recipientsOf(reader, { kind: "organisation", organisationId: providerId }, one),
  ]);
  return { ...facts, applicants, providers };
}

export type ReleasePlan =
  | { readonly kind: "reject"; readonly proposal: Proposal; readonly letters: readonly DecisionLetter[] }
  | {
      readonly kind: "award";
      readonly proposal: Proposal;
      readonly voucher: Voucher;
      /** Of this day, at this day's rates: too little room sends the proposal back. */
      readonly headrooms: readonly Headroom[];
      readonly fits: boolean;
      /** What the applicant is to state before anything is granted; absent once it is stated and still serves. */
      readonly condition?: Condition;
      readonly letters: readonly DecisionLetter[];
    };

/**
 * Of a conditional case whose applicant has made its statement, the plan is the grant itself, or to ask it anew.
 * @throws conflict `proposal.none`, `case.no-provider`.
 */
export function planRelease(facts: ReleaseFacts, moment: Moment): ReleasePlan {
  const { one, call, reviews, applicants, providers } = { ...facts, ...requireDecision(facts) };
  const stated = one.status === "conditional" ? one.condition : undefined;
  const proposal = requireProposal(facts, stated === undefined ? undefined : ["released"]);
  const about = { one, call, proposal, reviews, applicants, providers };
  const { award } = proposal;
  if (proposal.kind === "reject" || award === undefined)
    return { kind: "reject", proposal, letters: rejectionLetters(about, moment) };
  if (one.providerId === undefined) throw new DomainError("conflict", "case.no-provider", { caseId: one.caseId });
  const headrooms = headroomsFor(facts, award, moment);
  const voucher: Voucher = {
    caseId: one.caseId,
    voucherId: voucherIdOf(one.caseId),
    number: `${one.reference}-W`,
    value: award,
    left: award,
    intensity: call.intensity,
    applicantId: one.applicantId,
    providerId: one.providerId,
    issuedAt: moment.now,
    expires: expiryOf(moment, parkOf(moment.network, one.leadPark).zone, call.validityMonths),
    accepted: [],
    version: 0,
  };
  const fits = headrooms.every((headroom) => headroom.fits);
  const plan = { kind: "award", proposal, voucher, headrooms, fits } as const;
  const signing = signingOf(facts, moment);
  const condition =
    stated === undefined
      ? conditionOf(headrooms, moment.now, signing)
      : askedAnew(stated, headrooms, moment.now, signing);
  if (condition !== undefined) return { ...plan, condition, letters: askingLetters(about, voucher, condition, moment) };
  return stated === undefined
    ? { ...plan, letters: awardLetters(about, voucher, headrooms, moment) }
    : { ...plan, letters: grantedLetters(about, voucher, stated, headrooms, moment) };
}

/** A grant today, and the day on which other aid was declared and signed last. */
function signingOf(facts: ReleaseFacts, { network, now }: Moment): Signing {
  const { one, call, sections } = requireDecision(facts);
  const { signedAt } = declaredLast(one, sections);
  return {
    day: dayOf(call, network, now),
    signedOn: signedAt === undefined ? undefined : dayOf(call, network, signedAt),
  };
}

/** The same rules once more before the legal right arises; the aid is counted on the award itself, not on the request. */
export function failingAtGrant(facts: ReleaseFacts, moment: Moment): RequirementResult[] {
  return failingOf(checkEligibility(eligibilityFactsOf(facts, moment, "release"))).filter(
    ({ requirement }) => requirement !== "aid-headroom",
  );
}

/** What others can still put right while the award waits: nothing is decided anew for it. */
const awaited: readonly string[] = ["organisation.not-verified", "payee.not-reachable"];

/** Whether an award with these failings goes back to be decided anew; otherwise it waits for what is missing. */
export function endsAward(failing: readonly RequirementResult[]): boolean {
  return failing.some(({ code = "" }) => !awaited.includes(code));
}

/** Why an award is decided anew instead of released or granted; undefined where nothing stands against waiting for it. */
export function whyAnew(facts: ReleaseFacts, fits: boolean, moment: Moment): WhyAnew | undefined {
  if (!fits) return "no-room";
  if (endsAward(failingAtGrant(facts, moment))) return "not-eligible";
  return offerGone(facts, moment.now) ? "offer-gone" : undefined;
}

/** The last moment of the day so many months on, where the lead park is. */
function expiryOf({ now }: Moment, zone: string, months: number): Instant {
  return endOfDay(monthsAfter(toZonedDateString(now, zone), months), zone);
}

export interface ReleasePreview {
  readonly kind: Proposal["kind"];
  readonly award?: Money;
  /** Per paying park, in its own currency. */
  readonly shares: Proposal["shares"];
  readonly headrooms: readonly Headroom[];
  readonly fits: boolean;
  /** Requirements that do not hold today. */
  readonly failing: readonly RequirementResult[];
  /** Released today, it goes back to be decided anew. */
  readonly back: boolean;
  readonly why?: WhyAnew;
  /** The company must state first; nothing is granted by the release itself. */
  readonly conditional: boolean;
  /** The signature under its declaration that is too old by now. */
  readonly signed?: Condition["signed"];
  readonly letters: readonly PreviewLetter[];
}

type PreviewLetter = SetLetter & {
  readonly kind: DecisionLetter["kind"] | "award-anew";
  readonly to: Recipient["name"];
  readonly language: Recipient["language"];
};

/** What really leaves. */
function lettersOf(
  facts: ReleaseFacts,
  plan: ReleasePlan,
  why: WhyAnew | undefined,
  moment: Moment,
): ReleasePreview["letters"] {
  const { one, applicants } = facts;
  const { name } = moment.network;
  const shown = ({ kind, to }: Pick<LetterDraft<PreviewLetter["kind"]>, "kind" | "to">, set: SetLetter) => ({
    kind,
    to: to.name,
    language: to.language,
    ...set,
  });
  if (why === undefined) return plan.letters.map((draft) => shown(draft, renderDecision(draft, name)));
  if (one === undefined) return [];
  return anewLetters(one, applicants, plan.proposal.round, why, moment).map((draft) =>
    shown(draft, render(awardAnew, draft, name)),
  );
}

/** Every letter, amount and aid effect before anything is released; writes nothing. */
export function previewRelease(facts: ReleaseFacts, moment: Moment): ReleasePreview {
  const plan = planRelease(facts, moment);
  const { award, kind, shares } = plan.proposal;
  const failing = plan.kind === "award" ? failingAtGrant(facts, moment) : [];
  const why = plan.kind === "award" ? whyAnew(facts, plan.fits, moment) : undefined;
  return {
    kind,
    ...(award === undefined ? {} : { award }),
    shares,
    headrooms: plan.kind === "award" ? plan.headrooms : [],
    fits: plan.kind === "award" ? plan.fits : true,
    failing,
    back: why !== undefined,
    ...(why === undefined ? {} : { why }),
    conditional: plan.kind === "award" && plan.condition !== undefined,
    ...(plan.kind === "award" && plan.condition?.signed !== undefined ? { signed: plan.condition.signed } : {}),
    letters: lettersOf(facts, plan, why, moment),
  };
}
