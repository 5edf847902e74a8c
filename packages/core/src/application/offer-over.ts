/** The provider of a case that ends without a grant is told that its offer is no longer asked for, and nothing else. */
import type { EffectDraft } from "../effect/effect.ts";
import type { Moment } from "../kernel/verb.ts";
import { type LetterDraft, ownLetter } from "../letter/keep-letter.ts";
import { offerOver } from "../letter/kind/offer-over.ts";
import type { Recipient } from "../letter/recipient.ts";
import { joinLetters } from "../letter/write-letter.ts";
import type { Change } from "../port/store.ts";
import type { Case } from "./case.ts";
import { caseLetterData } from "./letter-data.ts";

/** @param told who reads of the end in a letter of the company's anyway */
export function offerOverLetters(
  one: Case,
  providers: readonly Recipient[],
  told: readonly Recipient[],
  { network }: Pick<Moment, "network">,
): LetterDraft<"offer-over">[] {
  const data = { ...caseLetterData(one, network), applicant: one.applicantName, provider: one.providerName ?? "" };
  return providers
    .filter(({ personId }) => !told.some((other) => other.personId === personId))
    .map((to) => ({
      kind: "offer-over",
      key: `offer-over:${one.attempt}:${to.personId}`,
      stream: one.caseId,
      caseId: one.caseId,
      to,
      data,
    }));
}

/** The same, written and sent. */
export function tellOfferOver(
  one: Case,
  providers: readonly Recipient[],
  told: readonly Recipient[],
  moment: Moment,
): { changes: Change[]; effects: EffectDraft[] } {
  return joinLetters(
    offerOverLetters(one, providers, told, moment).map((draft) => ownLetter(offerOver, draft, moment)),
  );
}
