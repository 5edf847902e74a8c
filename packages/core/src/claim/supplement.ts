/** The only place that knows on what a supplement stands: the claim of which it is what was cut, its invoices, and the work that was accepted there. */
import { add, type Money } from "../kernel/money.ts";
import { type AcceptedLine, type Claim, type ClaimLine, canonicalInvoiceNumber, type InvoiceUse } from "./claim.ts";
import { type Earlier, earlierOf } from "./payable.ts";

/** The claim that this one supplements; undefined for any other claim. */
export function supplementedBy({ supplementTo }: Claim, claims: readonly Claim[]): Claim | undefined {
  return supplementTo === undefined ? undefined : claims.find(({ claim }) => claim === supplementTo);
}

/** What was filed with a claim counts for its supplement too: nothing is filed with that itself. */
export function filedWith({ claim, supplementTo }: Pick<Claim, "claim" | "supplementTo">): number[] {
  return supplementTo === undefined ? [claim] : [supplementTo, claim];
}

/** What the claim that this one supplements came to, with what was made up for before; undefined for any other claim. */
export function supplementedOf(
  { claim, supplementTo }: Pick<Claim, "claim" | "supplementTo">,
  claims: readonly Claim[],
  currency: string,
): Earlier | undefined {
  if (supplementTo === undefined) return undefined;
  const about = claims.filter((other) => other.claim === supplementTo || other.supplementTo === supplementTo);
  return earlierOf(about, claim, currency);
}

/** The lines of an invoice, however its number is spelled: more than one where the work was done in several places. */
export function linesOf<L extends Pick<ClaimLine, "invoiceNumber">>(lines: readonly L[], number: string): L[] {
  const wanted = canonicalInvoiceNumber(number);
  return lines.filter(({ invoiceNumber }) => canonicalInvoiceNumber(invoiceNumber) === wanted);
}

/** Lines on invoices of the claim's own: those of the claim that it supplements stay that claim's. */
export function ownLines(claim: Claim, lines: readonly ClaimLine[], claims: readonly Claim[]): ClaimLine[] {
  const first = supplementedBy(claim, claims);
  return lines.filter(({ invoiceNumber }) => linesOf(first?.lines ?? [], invoiceNumber).length === 0);
}

/**
 * Uses that stand against these lines of the claim: of other claims, but not of the one that it supplements as long as
 * no more of an invoice is claimed than was not accepted of it there.
 */
export function usesAgainst(
  claim: Claim,
  lines: readonly ClaimLine[],
  used: readonly InvoiceUse[],
  claims: readonly Claim[],
): InvoiceUse[] {
  const first = supplementedBy(claim, claims);
  return used.filter((use) => {
    if (use.caseId !== claim.caseId) return true;
    if (use.claim === claim.claim) return false;
    return use.claim !== first?.claim || !withinRest(linesOf(lines, use.invoiceNumber), first);
  });
}

function withinRest(lines: readonly ClaimLine[], { lines: before, assessment }: Claim): boolean {
  const [{ invoiceNumber, net } = { invoiceNumber: "", net: undefined }] = lines;
  const numbered = before.map((line, index) => ({ ...line, number: index + 1 }));
  const same = linesOf(numbered, invoiceNumber);
  if (net === undefined || [...lines, ...same].some((line) => line.net.currency !== net.currency)) return false;
  const acceptedOf = (number: number) => assessment?.lines.find(({ line }) => line === number)?.accepted.amount ?? 0;
  const rest = same.reduce((sum, line) => sum + line.net.amount - acceptedOf(line.number), 0);
  return lines.reduce((sum, line) => sum + line.net.amount, 0) <= rest;
}

/**
 * The accepted lines by which a claim's payment is for work in one country or another. Where only the payment was cut, its
 * supplement has no accepted cost: there it is the work of the claim that it supplements, at the places that are known now.
 */
export function workPaidFor(
  claim: Claim,
  claims: readonly Claim[],
  accepted: readonly AcceptedLine[],
  cost: Money,
): { lines: readonly ClaimLine[]; accepted: readonly AcceptedLine[]; cost: Money } {
  const first = supplementedBy(claim, claims);
  if (cost.amount > 0 || first?.assessment === undefined) return { lines: claim.lines, accepted, cost };
  const { lines, acceptedNet, acceptedVat } = first.assessment;
  return {
    lines: first.lines.map((line, index) => {
      // Where an invoice has several lines, they are the same ones in the same order.
      const nth = linesOf(first.lines.slice(0, index), line.invoiceNumber).length;
      const workIn = linesOf(claim.lines, line.invoiceNumber)[nth]?.workIn;
      return workIn === undefined ? line : { ...line, workIn };
    }),
    accepted: lines,
    cost: acceptedVat === undefined ? acceptedNet : add(acceptedNet, acceptedVat),
  };
}
