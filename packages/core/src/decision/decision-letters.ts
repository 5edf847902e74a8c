/** The letters of a decision, as its release sends them and its preview shows them. */
import type { Headroom } from "../aid/headroom.ts";
import type { Case } from "../application/case.ts";
import { caseLetterData } from "../application/letter-data.ts";
import type { AidBasis, Call } from "../call/call.ts";
import type { Moment } from "../kernel/verb.ts";
import type { AidStatement } from "../letter/aid-words.ts";
import type { Recipient } from "../letter/recipient.ts";
import type { LetterDraft } from "../letter/write-letter.ts";
import { type NetworkFile, parkOf } from "../network/network-file.ts";
import { textIn } from "../network/text.ts";
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

export type DecisionLetter = LetterDraft<"decision-award"> | LetterDraft<"decision-rejection"> | LetterDraft<"voucher">;

/** To the applicant: reasons, scores and comments, legal remedy of the lead park. */
export function rejectionLetters(facts: LetterFacts, { network }: Moment): LetterDraft<"decision-rejection">[] {
  const { one, call, proposal, reviews, applicants } = facts;
  return applicants.map((to) => ({
    ...headOf("decision-rejection", one, to),
    data: {
      ...caseLetterData(one, network),
      reasons: proposal.reasons,
      assessment: assessmentOf(call.rubric, reviews),
      legalRemedy: remedyOf(network, one.leadPark, to),
    },
  }));
}

/** The decision to the applicant, and the voucher to both parties. */
export function awardLetters(
  facts: LetterFacts,
  voucher: Voucher,
  headrooms: readonly Headroom[],
  { network }: Moment,
): DecisionLetter[] {
  const { one, call, proposal, reviews, applicants, providers } = facts;
  const { zone } = parkOf(network, one.leadPark);
  const { number, value, expires } = voucher;
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
        legalRemedy: remedyOf(network, one.leadPark, to),
      },
    }),
  );
  const vouchers = [...new Map([...applicants, ...providers].map((to) => [to.personId, to])).values()].map(
    (to): LetterDraft<"voucher"> => ({
      ...headOf("voucher", one, to),
      data: { ...caseLetterData(one, network), number, value, applicant: one.applicantName, provider, expires, zone },
    }),
  );
  return [...decisions, ...vouchers];
}

function headOf<K extends DecisionLetter["kind"]>(kind: K, one: Case, to: Recipient) {
  return { kind, key: `${kind}:${one.attempt}:${to.personId}`, stream: one.caseId, caseId: one.caseId, to };
}

function remedyOf(network: NetworkFile, parkId: string, to: Recipient): string {
  const { texts, languages } = parkOf(network, parkId);
  return textIn(texts.legalRemedy, to.language, languages);
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
function aidStatements(
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
