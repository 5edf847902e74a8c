/** The accounts of the ledger by name, in the order in which money moves through them. */
import { useLingui } from "@lingui/react";
import type { Account } from "./finance-query.ts";

/** Those that are shown as parts of a budget, from free to paid. */
export const shownAccounts = ["available", "reserved", "committed", "payable", "disbursed"] as const;

export const allAccounts = [
  "appropriation",
  "available",
  "reserved",
  "committed",
  "payable",
  "disbursed",
  "recoverable",
  "returned",
  "writtenOff",
] as const satisfies readonly Account[];

export function useAccountNames(): Readonly<Record<Account, string>> {
  const { i18n } = useLingui();
  return {
    appropriation: i18n._("Budget"),
    available: i18n._("Available"),
    reserved: i18n._("Reserved"),
    committed: i18n._("Committed"),
    payable: i18n._("To pay"),
    disbursed: i18n._("Paid"),
    recoverable: i18n._("To recover"),
    returned: i18n._("Returned to the fund"),
    writtenOff: i18n._("Written off"),
  };
}
