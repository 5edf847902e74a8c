/** The letters by which a company reads that its announced award is decided anew. */
import type { Case } from "../application/case.ts";
import { caseLetterData } from "../application/letter-data.ts";
import type { Moment } from "../kernel/verb.ts";
import type { LetterDraft } from "../letter/keep-letter.ts";
import type { Recipient } from "../letter/recipient.ts";
import type { WhyAnew } from "./proposal.ts";

/**
 * An award that was never announced goes back without a word to anybody outside.
 *
 * @param round of the task that finds it, so that each time is told.
 */
export function anewLetters(
  one: Case,
  applicants: readonly Recipient[],
  round: number,
  why: WhyAnew,
  { network }: Pick<Moment, "network">,
): LetterDraft<"award-anew">[] {
  if (one.status !== "conditional") return [];
  return applicants.map((to) => ({
    kind: "award-anew",
    key: `award-anew:${one.attempt}:${round}:${to.personId}`,
    stream: one.caseId,
    caseId: one.caseId,
    to,
    data: { ...caseLetterData(one, network), why },
  }));
}
