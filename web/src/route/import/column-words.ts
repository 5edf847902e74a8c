/** What each column of a file holds, in the reader's language. */
import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import type { ImportKind } from "./imports-query.ts";

interface ColumnWords {
  readonly name: string;
  readonly text: string;
  readonly needed: boolean;
}

export function useColumnWords(kind: ImportKind): readonly ColumnWords[] {
  const { i18n } = useLingui();
  return useMemo(() => {
    const words: Readonly<Record<ImportKind, Readonly<Record<string, string>>>> = {
      vouchers: {
        old_reference: i18n._("Reference of the voucher in your own system; it names the voucher here for ever"),
        call: i18n._("Code of the published call here that the voucher belongs to"),
        title: i18n._("Title of the project"),
        scope: i18n._("What the provider does for it, in a sentence or more"),
        applicant_scheme: i18n._("Register of the company, like BE-BCE_KBO"),
        applicant_number: i18n._("Its number there"),
        contact_email: i18n._("Address of a member of the company who answers for the case"),
        provider_scheme: i18n._("Register of the provider, like SE-ON"),
        provider_number: i18n._("Its number there"),
        provider_email: i18n._("Address of a member of the provider"),
        price: i18n._("Price of the service without VAT, in the call's currency"),
        award: i18n._("What was granted, all paying parks together, in the call's currency"),
        paid: i18n._("What of it was paid before the move"),
        granted_on: i18n._("Day of the grant"),
        expires_on: i18n._("Last day of validity"),
        status: i18n._("issued, or in-use once both parties have accepted"),
        accepted_on: i18n._("Day on which both had accepted; empty while issued"),
      },
    };
    const optional = ["paid", "accepted_on"];
    return Object.entries(words[kind]).map(([name, text]) => ({ name, text, needed: !optional.includes(name) }));
  }, [i18n, kind]);
}
