/** What invoice lines must look like before anyone reads them; all that is wrong is named at once. */
import { isKnownCurrency } from "../kernel/currency.ts";
import { DomainError } from "../kernel/error.ts";
import { type ClaimLine, canonicalInvoiceNumber, type InvoiceUse } from "./claim.ts";

export interface LineProblem {
  /** Counted from 1. */
  line: number;
  reason:
    | "currency-unknown"
    | "currencies-differ"
    | "net-not-positive"
    | "vat-negative"
    | "reverse-charge-with-vat"
    | "dated-in-future"
    | "number-twice"
    | "number-used";
}

export interface LineRules {
  /** Numbers taken by other claims of the provider. */
  readonly used: readonly InvoiceUse[];
  /** Day in the paying park's zone. */
  readonly today: string;
  /** It is asked where the work of each line was done: an invoice may have a line for each place. */
  readonly byPlace: boolean;
  /** A supplement to a claim whose payment alone was cut has lines with nothing on them. */
  readonly supplement?: boolean;
}

export function problemsOfLines(
  lines: readonly ClaimLine[],
  { used, today, byPlace, supplement = false }: LineRules,
): LineProblem[] {
  const taken = new Set(used.map((use) => use.invoiceNumber));
  return lines.flatMap((line, index): LineProblem[] => {
    const number = canonicalInvoiceNumber(line.invoiceNumber);
    const same = lines.slice(0, index).filter((other) => canonicalInvoiceNumber(other.invoiceNumber) === number);
    const twice = same.some((other) => !byPlace || !isOtherPart(line, other));
    const reasons: [boolean, LineProblem["reason"]][] = [
      [!isKnownCurrency(line.net.currency), "currency-unknown"],
      [line.net.currency !== line.vat.currency, "currencies-differ"],
      [line.net.amount < (supplement ? 0 : 1), "net-not-positive"],
      [line.vat.amount < 0, "vat-negative"],
      [line.vatKind === "reverse-charge" && line.vat.amount !== 0, "reverse-charge-with-vat"],
      [line.invoiceDate > today, "dated-in-future"],
      [twice, "number-twice"],
      [taken.has(number), "number-used"],
    ];
    return reasons.filter(([wrong]) => wrong).map(([, reason]) => ({ line: index + 1, reason }));
  });
}

/** Where tax may be withheld, an invoice for work in two places has a line for each: the tax is on one of them. */
function isOtherPart(line: ClaimLine, other: ClaimLine): boolean {
  const places = [line.workIn, other.workIn];
  const apart = !places.includes(undefined) && line.workIn !== other.workIn;
  return apart && line.invoiceDate === other.invoiceDate && line.net.currency === other.net.currency;
}

/** @throws conflict `claim.invoice-used` if a number is taken; invalid `claim.lines` for the rest; both list every problem. */
export function demandSoundLines(lines: readonly ClaimLine[], rules: LineRules): void {
  const problems = problemsOfLines(lines, rules);
  if (problems.length === 0) return;
  if (problems.some(({ reason }) => reason === "number-used"))
    throw new DomainError("conflict", "claim.invoice-used", { problems });
  throw new DomainError("invalid", "claim.lines", { problems });
}
