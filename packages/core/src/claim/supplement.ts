/** The only place that knows on what a supplement stands: the claim of which it is what was cut, its invoices, and the work that was accepted there. */
import { add, type Money } from "../kernel/money.ts";
import { type AcceptedLine, type Claim, type ClaimLine, canonicalInvoiceNumber, type InvoiceUse } from "./claim.ts";

/** The claim that this one supplements; undefined for any other claim. */
export function supplementedBy({ supplementTo }: Claim, claims: readonly Claim[]): Claim | undefined {
  return supplementTo === undefined ? undefined : claims.find(({ claim }) => claim === supplementTo);
}

/** The line with the same invoice number, however it is spelled. */
export function lineOf(lines: readonly ClaimLine[], number: string): ClaimLine | undefined {
  const wanted = canonicalInvoiceNumber(number);
  return lines.find(({ invoiceNumber }) => canonicalInvoiceNumber(invoiceNumber) === wanted);
}

/** Lines on invoices of the claim's own: those of the claim that it supplements stay that claim's. */
export function ownLines(claim: Claim, lines: readonly ClaimLine[], claims: readonly Claim[]): ClaimLine[] {
  const first = supplementedBy(claim, claims);
  return lines.filter(({ invoiceNumber }) => lineOf(first?.lines ?? [], invoiceNumber) === undefined);
}

/**
 * Uses that stand against these lines of the claim: of other claims, but not of the one that it supplements as long as a
 * line claims no more of its invoice than was not accepted there.
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
    return use.claim !== first?.claim || !withinRest(lineOf(lines, use.invoiceNumber), first);
  });
}

function withinRest(line: ClaimLine | undefined, { lines, assessment }: Claim): boolean {
  const index = lines.findIndex(
    ({ invoiceNumber }) => canonicalInvoiceNumber(invoiceNumber) === canonicalInvoiceNumber(line?.invoiceNumber ?? ""),
  );
  const claimed = lines[index]?.net;
  if (line === undefined || claimed === undefined) return false;
  const accepted = assessment?.lines.find((one) => one.line === index + 1)?.accepted.amount ?? 0;
  return line.net.currency === claimed.currency && line.net.amount <= claimed.amount - accepted;
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
    lines: first.lines.map((line) => {
      const workIn = lineOf(claim.lines, line.invoiceNumber)?.workIn;
      return workIn === undefined ? line : { ...line, workIn };
    }),
    accepted: lines,
    cost: acceptedVat === undefined ? acceptedNet : add(acceptedNet, acceptedVat),
  };
}
