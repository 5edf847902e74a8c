/** The only place that takes bank account numbers apart: IBAN, UK sort code and account, Canadian institution and transit. */
import { electronicFormatIBAN, extractIBAN, isValidBIC, isValidIBAN } from "ibantools";
import { DomainError } from "../kernel/error.ts";
import type { BankAccount } from "../organisation/organisation.ts";

/** The IBAN without blanks, in capitals, if its length, form and check digits are right. */
export function ibanOf(account: Pick<BankAccount, "iban">): string | undefined {
  const iban = electronicFormatIBAN(account.iban ?? "") ?? "";
  return isValidIBAN(iban) ? iban : undefined;
}

/** Country in which an IBAN is held. */
export function ibanCountry(iban: string): string {
  return extractIBAN(iban).countryCode ?? iban.slice(0, 2);
}

/** The BIC without blanks, in capitals, if it has the form of ISO 9362. */
export function bicOf(account: Pick<BankAccount, "bic">): string | undefined {
  const bic = (account.bic ?? "").replace(/\s/gu, "").toUpperCase();
  return isValidBIC(bic) ? bic : undefined;
}

/** Whether a payee can be paid by its number, as far as a number tells. @throws invalid `account.number-wrong` */
export function requireNumber(account: BankAccount): void {
  const numbered = account.iban === undefined ? (account.other ?? "").trim() !== "" : ibanOf(account) !== undefined;
  if (!numbered || (account.bic !== undefined && bicOf(account) === undefined))
    throw new DomainError("invalid", "account.number-wrong");
}

/** Six digits of sort code and eight of account, from a GB IBAN or typed as `12-34-56 12345678`. */
export function ukAccountOf(account: BankAccount): { sortCode: string; number: string } | undefined {
  const iban = ibanOf(account);
  const digits = iban?.startsWith("GB") ? iban.slice(8) : (account.other ?? "").replace(/[\s-]/gu, "");
  return /^\d{14}$/.test(digits) ? { sortCode: digits.slice(0, 6), number: digits.slice(6) } : undefined;
}

/** Three digits of institution, five of transit and seven to twelve of account, typed as `001-12345-1234567`. */
export function canadianAccountOf(
  account: BankAccount,
): { institution: string; transit: string; number: string } | undefined {
  const [, institution, transit, number] =
    /^(\d{3})[\s-](\d{5})[\s-](\d{7,12})$/u.exec((account.other ?? "").trim()) ?? [];
  return institution === undefined || transit === undefined || number === undefined
    ? undefined
    : { institution, transit, number };
}
