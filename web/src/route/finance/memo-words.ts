/** What a posting was for, in the reader's words where its stored text is one of the usual ones. */
import { useLingui } from "@lingui/react";

export function useMemoWords(): (memo: string) => string {
  const { i18n } = useLingui();
  const words: Readonly<Record<string, string>> = {
    proposal: i18n._("Proposal"),
    issue: i18n._("Voucher issued"),
    "budget raised": i18n._("Budget raised"),
    "budget cut": i18n._("Budget cut"),
    decline: i18n._("Proposal declined"),
    ask: i18n._("Proposal sent back with a question"),
    silent: i18n._("Proposal without an answer"),
    "no-room": i18n._("Too little aid room at the grant"),
    rejected: i18n._("Rejected at release"),
    withdrawn: i18n._("Withdrawn"),
  };
  return (memo) => {
    const known = words[memo];
    if (known !== undefined) return known;
    const bank = /^bank (\S+)$/.exec(memo);
    if (bank?.[1] !== undefined) return i18n._("Booked by the bank, {day}", { day: bank[1] });
    const rest = /^claim (\d+): unspent rest$/.exec(memo);
    if (rest?.[1] !== undefined) return i18n._("Unspent rest of claim {number}", { number: rest[1] });
    const invoice = /^claim (\d+): invoice (.+)$/.exec(memo);
    if (invoice?.[1] !== undefined && invoice[2] !== undefined)
      return i18n._("Claim {number}, invoice {invoice}", { number: invoice[1], invoice: invoice[2] });
    return memo;
  };
}
