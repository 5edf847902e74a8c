/** Ties that the network knows of and that are no obstacle by themselves. */
import { useLingui } from "@lingui/react";

export function useSoftWords(): (rule: string) => string {
  const { i18n } = useLingui();
  const words: Readonly<Record<string, string>> = {
    "same-park": i18n._("same park as company or provider"),
    "same-employer": i18n._("same large employer, another department"),
    tenancy: i18n._("rent or a service contract with the park or a party"),
  };
  return (rule) => words[rule] ?? rule;
}
