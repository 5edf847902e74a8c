/** What the letters about a voucher in use say, and to whom they go. */
import type { Case } from "../application/case.ts";
import type { Claim } from "../claim/claim.ts";
import type { EffectDraft } from "../effect/effect.ts";
import type { Moment } from "../kernel/verb.ts";
import type { Recipient } from "../letter/recipient.ts";
import type { CaseLetterData } from "../letter/template.ts";
import { joinLetters, letterChanges } from "../letter/write-letter.ts";
import { parkOf } from "../network/network-file.ts";
import { textIn } from "../network/text.ts";
import type { Order } from "../payment/batch.ts";
import type { Change } from "../port/store.ts";
import type { Voucher } from "./voucher.ts";

interface Written {
  changes: Change[];
  effects: EffectDraft[];
}

function about(one: Case, parkId: string, { network }: Moment): CaseLetterData {
  return {
    reference: one.reference,
    title: one.title,
    park: parkOf(network, parkId).name,
    path: `/cases/${one.caseId}`,
  };
}

/** What every letter about a voucher's way says: which one, until when, in whose zone. @param voucher as it is afterwards */
export function aboutVoucher(one: Case, voucher: Voucher, moment: Moment) {
  return {
    ...about(one, one.leadPark, moment),
    number: voucher.number,
    expires: voucher.expires,
    zone: parkOf(moment.network, one.leadPark).zone,
  };
}

/** Lapsed or expired: to both parties. */
export function endLetters(
  kind: "lapsed" | "expired",
  one: Case,
  voucher: Voucher,
  recipients: readonly Recipient[],
  moment: Moment,
): Written {
  const data = { ...about(one, one.leadPark, moment), number: voucher.number, value: voucher.value };
  return joinLetters(
    recipients.map((to) =>
      letterChanges({ kind, key: `${kind}:${to.personId}`, stream: one.caseId, caseId: one.caseId, to, data }, moment),
    ),
  );
}

/** Cancelled: to both parties, with the reasons and the legal remedy in the reader's language. */
export function cancelLetters(one: Case, voucher: Voucher, recipients: readonly Recipient[], moment: Moment): Written {
  const park = parkOf(moment.network, one.leadPark);
  const data = {
    ...about(one, one.leadPark, moment),
    number: voucher.number,
    value: voucher.value,
    reasons: voucher.cancellation?.reasons ?? "",
  };
  return joinLetters(
    recipients.map((to) =>
      letterChanges(
        {
          kind: "cancelled",
          key: `cancelled:${to.personId}`,
          stream: one.caseId,
          caseId: one.caseId,
          to,
          data: { ...data, legalRemedy: textIn(park.texts.legalRemedy, to.language, park.languages) },
        },
        moment,
      ),
    ),
  );
}

/** What was accepted of a claim and is paid for it: to the payee. */
export function claimLetters(
  one: Case,
  voucher: Voucher,
  claim: Claim,
  recipients: readonly Recipient[],
  moment: Moment,
): Written {
  const { assessment } = claim;
  if (assessment === undefined) return { changes: [], effects: [] };
  const { acceptedNet, payable, reason } = assessment;
  const data = { ...about(one, one.leadPark, moment), number: voucher.number, acceptedNet, payable, reason };
  return joinLetters(
    recipients.map((to) =>
      letterChanges(
        {
          kind: "claim-decision",
          // A claim that was looked at again is told of again.
          key: `claim-decision:${claim.claim}:${to.personId}${again(claim)}`,
          stream: one.caseId,
          caseId: one.caseId,
          to,
          data,
        },
        moment,
      ),
    ),
  );
}

function again({ sentBack }: Claim): string {
  return sentBack.length === 0 ? "" : `:${sentBack.length}`;
}

/** A cleared claim is looked at again before it is paid: to the payee, who was told otherwise. */
export function reversalLetters(
  one: Case,
  voucher: Voucher,
  claim: Claim,
  recipients: readonly Recipient[],
  moment: Moment,
): Written {
  const data = { ...about(one, one.leadPark, moment), number: voucher.number };
  return joinLetters(
    recipients.map((to) =>
      letterChanges(
        {
          kind: "claim-reversed",
          key: `claim-reversed:${claim.claim}:${to.personId}${again(claim)}`,
          stream: one.caseId,
          caseId: one.caseId,
          to,
          data,
        },
        moment,
      ),
    ),
  );
}

/** The bank has booked an order: to the payee, from the park that paid. */
export function adviceLetters(
  one: Case,
  voucher: Voucher,
  order: Order,
  bookedOn: string,
  recipients: readonly Recipient[],
  moment: Moment,
): Written {
  const payee = order.payeeId === one.applicantId ? one.applicantName : (one.providerName ?? "");
  const { amount, endToEndId } = order;
  const data = { ...about(one, order.parkId, moment), number: voucher.number, amount, payee, bookedOn, endToEndId };
  return joinLetters(
    recipients.map((to) =>
      letterChanges(
        {
          kind: "payment-advice",
          key: `payment-advice:${endToEndId}:${to.personId}`,
          stream: one.caseId,
          caseId: one.caseId,
          to,
          data,
        },
        moment,
      ),
    ),
  );
}
