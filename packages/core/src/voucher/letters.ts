/** What the letters about a voucher in use say, and to whom they go. */
import type { Case } from "../application/case.ts";
import { type Claim, isCut } from "../claim/claim.ts";
import type { EffectDraft } from "../effect/effect.ts";
import type { PersonId } from "../kernel/id.ts";
import { subtract } from "../kernel/money.ts";
import type { Moment } from "../kernel/verb.ts";
import type { Recipient } from "../letter/recipient.ts";
import type { CaseLetterData } from "../letter/template.ts";
import type { WithheldData } from "../letter/withheld-words.ts";
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

/** Cancelled: to both parties, with the reasons and the legal remedy in the reader's language. @param asking who may ask for redress */
export function cancelLetters(
  one: Case,
  voucher: Voucher,
  recipients: readonly Recipient[],
  asking: readonly PersonId[],
  moment: Moment,
): Written {
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
          // Cancelled again after redress brought it back: told again.
          key: `cancelled:${to.personId}${nthOf(cancelledBefore(one))}`,
          stream: one.caseId,
          caseId: one.caseId,
          to,
          data: {
            ...data,
            legalRemedy: textIn(park.texts.legalRemedy, to.language, park.languages),
            mayAsk: asking.includes(to.personId),
          },
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
  const park = parkOf(moment.network, one.leadPark);
  const data = {
    ...about(one, one.leadPark, moment),
    number: voucher.number,
    acceptedNet,
    payable,
    reason,
    ...withheldOf(claim, moment),
  };
  // What redress has claimed anew is not asked about again.
  const mayAsk = claim.supplementTo === undefined && isCut(claim);
  const remedyFor = (language: Recipient["language"]) =>
    mayAsk ? { legalRemedy: textIn(park.texts.legalRemedy, language, park.languages) } : {};
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
          data: { ...data, ...remedyFor(to.language) },
        },
        moment,
      ),
    ),
  );
}

/** Of each park that withholds tax: gross, the tax, and what is paid out. */
function withheldOf({ draws = [], assessment }: Claim, { network }: Moment): { withheld?: WithheldData[] } {
  const withheld = draws.flatMap(({ parkId, amount, taxed, withheld: tax }): WithheldData[] => {
    const { name, country } = parkOf(network, parkId);
    const row = assessment?.withholding?.find((one) => one.country === country);
    if (row === undefined || taxed === undefined || tax === undefined || tax.amount === 0) return [];
    const { percent, source, slip } = row;
    return [
      { park: name, country, percent, source, form: slip.form, gross: amount, taxed, tax, net: subtract(amount, tax) },
    ];
  });
  return withheld.length === 0 ? {} : { withheld };
}

function again({ sentBack }: Pick<Claim, "sentBack">): string {
  return nthOf(sentBack.length);
}

function nthOf(before: number): string {
  return before === 0 ? "" : `:${before}`;
}

function cancelledBefore({ redress, redressBefore = [] }: Pick<Case, "redress" | "redressBefore">): number {
  const all = [...redressBefore, ...(redress === undefined ? [] : [redress])];
  return all.filter(({ against, status }) => against === "cancellation" && status === "upheld").length;
}

/** Whether a letter with this key tells the latest decision on the claim. */
export function tellsClaim(key: string, claim: Pick<Claim, "claim" | "sentBack">): boolean {
  return keyTells(key, `claim-decision:${claim.claim}`, claim.sentBack.length);
}

/** Whether a letter with this key tells the cancellation that stands now. */
export function tellsCancellation(key: string, one: Pick<Case, "redress" | "redressBefore">): boolean {
  return keyTells(key, "cancelled", cancelledBefore(one));
}

/** `<what>:<person>`, and `:<nth>` from the second time on. */
function keyTells(key: string, what: string, before: number): boolean {
  const rest = key.startsWith(`${what}:`) ? key.slice(what.length + 1).split(":") : [];
  return rest.length === (before === 0 ? 1 : 2) && (before === 0 || rest[1] === String(before));
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
