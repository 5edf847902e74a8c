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
      aid: {
        reference: i18n._("Reference of the award at its grantor"),
        grantor: i18n._("Who granted it, always written the same way"),
        basis: i18n._("Basis of the aid with a ceiling over years: eu-de-minimis, uk-mfa, gber-28"),
        country: i18n._("Country whose ceiling it counts against, your park's own: two letters, like BE"),
        organisation_scheme: i18n._("Register of the company, like BE-BCE_KBO"),
        organisation_number: i18n._("Its number there"),
        amount: i18n._("Nominal amount of the award"),
        equivalent: i18n._(
          "What of it is aid where that is not the amount, as of a loan or a guarantee: its gross grant equivalent",
        ),
        currency: i18n._("Currency of both, like EUR"),
        granted_on: i18n._("Day on which the right to it arose"),
      },
      "aid-back": {
        reference: i18n._("Reference of the award at its grantor"),
        grantor: i18n._("Who granted it, always written the same way"),
        organisation_scheme: i18n._("Register of the company, like BE-BCE_KBO"),
        organisation_number: i18n._("Its number there"),
        reason: i18n._("Why it does not count, for whoever reads the record later"),
      },
    };
    const optional = ["paid", "accepted_on", "equivalent"];
    return Object.entries(words[kind]).map(([name, text]) => ({ name, text, needed: !optional.includes(name) }));
  }, [i18n, kind]);
}
