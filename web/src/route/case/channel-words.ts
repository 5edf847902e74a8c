/** The ways by which a park pays, and why one of them cannot pay an account, in words. */
import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { type Facts, textOf } from "./facts-text.ts";
import { type Format, useFormat } from "./use-format.ts";

/** Gives a sentence per channel that cannot be used: `Bacs: it reaches no account in Sweden`. */
export function useChannelReasons(): (refusals: readonly Facts[]) => readonly string[] {
  const { i18n } = useLingui();
  const format = useFormat();
  return (refusals) => channelReasons(i18n, format, refusals);
}

/** Each once, in their order: two accounts may be refused for the same reason. */
export function channelReasons(i18n: I18n, format: Format, refusals: readonly Facts[]): readonly string[] {
  const words = refusals.map((refusal) =>
    i18n._("{channel}: {reason}", {
      channel: channelOf(i18n, textOf(refusal, "kind")),
      reason: reasonOf(i18n, format, refusal),
    }),
  );
  return [...new Set(words)];
}

function channelOf(i18n: I18n, kind: string): string {
  const words: Readonly<Record<string, string>> = {
    "pain001-domestic": i18n._("payment within the country"),
    sepa: i18n._("SEPA"),
    "pain001-cross-border": i18n._("payment abroad"),
    "bacs-csv": i18n._("Bacs"),
    "eft-csv": i18n._("EFT"),
    "manual-list": i18n._("payment keyed in by hand"),
  };
  return words[kind] ?? kind;
}

function reasonOf(i18n: I18n, format: Format, refusal: Facts): string {
  const currency = textOf(refusal, "currency");
  const words: Readonly<Record<string, () => string>> = {
    "currency-not-carried": () => i18n._("it carries no {currency}", { currency }),
    "account-currency": () => i18n._("it credits only accounts in {currency}", { currency }),
    "country-not-reached": () =>
      i18n._("it reaches no account in this country: {country}", {
        country: format.country(textOf(refusal, "country")),
      }),
    "account-missing": () => i18n._("no account is known"),
    "iban-missing": () => i18n._("it needs an IBAN"),
    "iban-wrong": () => i18n._("the IBAN cannot be right"),
    "iban-country": () => i18n._("the IBAN is of another country than the account"),
    "account-number-missing": () => i18n._("it needs the number of the account"),
    "sort-code-missing": () => i18n._("it needs a UK sort code and account number"),
    "transit-missing": () => i18n._("it needs a Canadian transit and account number"),
    "bic-missing": () => i18n._("it needs the BIC of the bank"),
    "bic-wrong": () => i18n._("the BIC cannot be right"),
  };
  return words[textOf(refusal, "reason")]?.() ?? textOf(refusal, "reason");
}
