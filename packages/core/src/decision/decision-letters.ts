/** The letters of a decision, as its release sends them and its preview shows them. */
import type { Headroom } from "../aid/headroom.ts";
import type { Case } from "../application/case.ts";
import { caseLetterData } from "../application/letter-data.ts";
import { offerOverLetters } from "../application/offer-over.ts";
import type { AidBasis, Call } from "../call/call.ts";
import type { Moment } from "../kernel/verb.ts";
import type { AidStatement } from "../letter/aid-words.ts";
import { type LetterDraft, ownLetter, render } from "../letter/keep-letter.ts";
import { offerOver } from "../letter/kind/offer-over.ts";
import type { Recipient } from "../letter/recipient.ts";
import type { SetLetter } from "../letter/set-letter.ts";
import { joinLetters, letterChanges, renderLetter } from "../letter/write-letter.ts";
import { type NetworkFile, parkOf } from "../network/network-file.ts";
import { awardRemedyText, remedyText } from "../network/remedy.ts";
import { assessmentOf, type FiledReviews } from "../review/assessment.ts";
import type { Voucher } from "../voucher/voucher.ts";
import type { Proposal } from "./proposal.ts";

export interface LetterFacts {
  readonly one: Case;
  readonly call: Call;
  readonly proposal: Proposal;
  readonly reviews: FiledReviews;
  readonly applicants: readonly Recipient[];
  readonly providers: readonly Recipient[];
}

type DecisionLetterKind =
  | "decision-award"
  | "decision-rejection"
  | "mfa-notification"
  | "mfa-confirmation"
  | "mfa-lapsed"
  | "declaration-asked"
  | "declaration-lapsed"
  | "offer-over"
  | "voucher";
export type DecisionLetter = { [K in DecisionLetterKind]: LetterDraft<K> }[DecisionLetterKind];

/** To the applicant: reasons, scores and comments, legal remedy of the lead park; to the provider that its offer is over, and no more. */
export function rejectionLetters(facts: LetterFacts, { network }: Pick<Moment, "network">): DecisionLetter[] {
  const { one, call, proposal, reviews, applicants, providers } = facts;
  const decisions = applicants.map(
    (to): LetterDraft<"decision-rejection"> => ({
      ...headOf("decision-rejection", one, to),
      data: {
        ...caseLetterData(one, network),
        reasons: proposal.reasons,
        assessment: assessmentOf(call.rubric, reviews),
        legalRemedy: remedyText(parkOf(network, one.leadPark), to.language),
      },
    }),
  );
  return [...decisions, ...offerOverLetters(one, providers, applicants, { network })];
}

/** Written and sent, each by the template of its kind. */
export function decisionChanges(drafts: readonly DecisionLetter[], moment: Moment) {
  return joinLetters(
    drafts.map((draft) =>
      draft.kind === "offer-over" ? ownLetter(offerOver, draft, moment) : letterChanges(draft, moment),
    ),
  );
}

/** As the recipient would get it; nothing is stored. */
export function renderDecision(draft: DecisionLetter, networkName: string): SetLetter {
  return draft.kind === "offer-over" ? render(offerOver, draft, networkName) : renderLetter(draft, networkName);
}

/** The decision to the applicant, and the voucher to both parties. */
export function awardLetters(
  facts: LetterFacts,
  voucher: Voucher,
  headrooms: readonly Headroom[],
  moment: Moment,
): DecisionLetter[] {
  const { network } = moment;
  const { one, call, proposal, reviews, applicants } = facts;
  const { zone } = parkOf(network, one.leadPark);
  const { value, expires } = voucher;
  const provider = one.providerName ?? "";
  const decisions = applicants.map(
    (to): LetterDraft<"decision-award"> => ({
      ...headOf("decision-award", one, to),
      data: {
        ...caseLetterData(one, network),
        provider,
        value,
        intensity: call.intensity,
        expires,
        zone,
        shares: proposal.shares.map(({ parkId, ...share }) => ({ park: parkOf(network, parkId).name, ...share })),
        conditions: proposal.conditions,
        assessment: assessmentOf(call.rubric, reviews),
        aid: aidStatements(proposal, call, headrooms, network),
        legalRemedy: awardRemedyOf(network, one.leadPark, to),
      },
    }),
  );
  return [...decisions, ...voucherLetters(facts, voucher, moment)];
}

/** The voucher itself, to the people of both parties, once each. */
export function voucherLetters(facts: LetterFacts, voucher: Voucher, { network }: Moment): LetterDraft<"voucher">[] {
  const { one, applicants, providers } = facts;
  const { number, value, expires } = voucher;
  const { zone } = parkOf(network, one.leadPark);
  const provider = one.providerName ?? "";
  return [...new Map([...applicants, ...providers].map((to) => [to.personId, to])).values()].map((to) => ({
    ...headOf("voucher", one, to),
    data: { ...caseLetterData(one, network), number, value, applicant: one.applicantName, provider, expires, zone },
  }));
}

/** @param round of the proposal, where one decision may be told again after it went back. */
export function headOf<K extends DecisionLetter["kind"]>(kind: K, one: Case, to: Recipient, round?: number | string) {
  const about = round === undefined ? one.attempt : `${one.attempt}:${round}`;
  return { kind, key: `${kind}:${about}:${to.personId}`, stream: one.caseId, caseId: one.caseId, to };
}

/** Of every letter that tells an award, what is asked before its grant included. */
export function awardRemedyOf(network: NetworkFile, parkId: string, to: Recipient): string {
  return awardRemedyText(parkOf(network, parkId), to.language);
}

const characters: Record<AidBasis, AidStatement["character"]> = {
  "no-aid": "none",
  "eu-de-minimis": "de-minimis",
  "gber-28": "block-exempted",
  "gber-25": "block-exempted",
  "uk-mfa": "minimal-financial-assistance",
  "uk-scheme": "subsidy-scheme",
  "ca-stacking": "stacking",
  "not-assessed": "not-assessed",
};

/** Domain §7: the letter states amount, character and Regulation, for each payer by its own jurisdiction. */
export function aidStatements(
  proposal: Proposal,
  call: Call,
  headrooms: readonly Headroom[],
  network: NetworkFile,
): AidStatement[] {
  return proposal.shares.flatMap(({ parkId, amount }) => {
    const payer = call.payers.find((one) => one.parkId === parkId);
    if (payer === undefined) return [];
    const { name, country } = parkOf(network, parkId);
    const found = headrooms.find(({ basis, jurisdiction }) => basis === payer.aidBasis && jurisdiction === country);
    const assessed = found?.state === "assessed";
    const character = assessed || payer.aidBasis === "no-aid" ? characters[payer.aidBasis] : "not-assessed";
    const law =
      assessed && found.row !== undefined ? `${found.row.source.act}, ${found.row.source.article}` : undefined;
    return [{ park: name, amount, character, ...(law === undefined ? {} : { law }) }];
  });
}
