/** The letters of a conditional award: what is asked before it, what follows when it was stated, the word that it lapsed. */
import type { Condition } from "../aid/condition.ts";
import type { Headroom } from "../aid/headroom.ts";
import type { Case } from "../application/case.ts";
import { caseLetterData } from "../application/letter-data.ts";
import { dayOf } from "../application/read-application.ts";
import type { Moment } from "../kernel/verb.ts";
import type { LetterDraft } from "../letter/keep-letter.ts";
import type { MfaData } from "../letter/kind/mfa-notification.ts";
import type { Recipient } from "../letter/recipient.ts";
import { type NetworkFile, parkOf } from "../network/network-file.ts";
import { assessmentOf } from "../review/assessment.ts";
import type { Voucher } from "../voucher/voucher.ts";
import {
  aidStatements,
  awardLetters,
  awardRemedyOf,
  type DecisionLetter,
  headOf,
  type LetterFacts,
  voucherLetters,
} from "./decision-letters.ts";

/** To the applicant, at release: nothing is granted yet, and the provider is told nothing. */
export function askingLetters(
  facts: LetterFacts,
  voucher: Voucher,
  condition: Condition,
  { network }: Moment,
): (LetterDraft<"mfa-notification"> | LetterDraft<"declaration-asked">)[] {
  const { one, call, proposal, reviews, applicants } = facts;
  // The same decision asks anew where its first statement has become too old.
  const asked = condition.before === undefined ? proposal.round : `${proposal.round}:${condition.askedAt}`;
  return applicants.map((to) => {
    const data = {
      ...aboutGrant(one, voucher, condition, network),
      intensity: call.intensity,
      conditions: proposal.conditions,
      assessment: assessmentOf(call.rubric, reviews),
      legalRemedy: awardRemedyOf(network, one.leadPark, to),
    };
    return condition.kind === "notification"
      ? { ...headOf("mfa-notification", one, to, asked), data }
      : {
          ...headOf("declaration-asked", one, to, asked),
          data: { ...data, signedOn: condition.signed?.on, days: condition.signed?.days ?? 0 },
        };
  });
}

/** Once it was stated: minimal financial assistance is confirmed; any other award is told as one that needed no statement. */
export function grantedLetters(
  facts: LetterFacts,
  voucher: Voucher,
  condition: Condition,
  headrooms: readonly Headroom[],
  moment: Moment,
): DecisionLetter[] {
  return condition.kind === "notification"
    ? confirmationLetters(facts, voucher, condition, headrooms, moment)
    : awardLetters(facts, voucher, headrooms, moment);
}

/** To the applicant with the day of the grant, and the voucher to both parties. */
function confirmationLetters(
  facts: LetterFacts,
  voucher: Voucher,
  condition: Condition,
  headrooms: readonly Headroom[],
  moment: Moment,
): (LetterDraft<"mfa-confirmation"> | LetterDraft<"voucher">)[] {
  const { one, call, proposal, applicants } = facts;
  const { network, now } = moment;
  const confirmations = applicants.map(
    (to): LetterDraft<"mfa-confirmation"> => ({
      ...headOf("mfa-confirmation", one, to),
      data: {
        ...aboutGrant(one, voucher, condition, network),
        granted: dayOf(call, network, now),
        aid: aidStatements(proposal, call, headrooms, network),
        expires: voucher.expires,
        zone: parkOf(network, one.leadPark).zone,
        legalRemedy: awardRemedyOf(network, one.leadPark, to),
      },
    }),
  );
  return [...confirmations, ...voucherLetters(facts, voucher, moment)];
}

export function conditionLapsedLetters(
  one: Case,
  applicants: readonly Recipient[],
  by: "refusal" | "silence",
  { network }: Moment,
): (LetterDraft<"mfa-lapsed"> | LetterDraft<"declaration-lapsed">)[] {
  const data = { ...caseLetterData(one, network), by };
  return applicants.map((to) =>
    one.condition?.kind === "declaration"
      ? { ...headOf("declaration-lapsed", one, to), data }
      : { ...headOf("mfa-lapsed", one, to), data },
  );
}

function aboutGrant(one: Case, voucher: Voucher, condition: Condition, network: NetworkFile): MfaData {
  const { gross, ceiling, from, until, law } = condition;
  const provider = one.providerName ?? "";
  return { ...caseLetterData(one, network), provider, value: voucher.value, gross, ceiling, from, until, law };
}
