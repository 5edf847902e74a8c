/** What a visitor can do about a requirement that is not met, where the reason does not say it already. */
import { useLingui } from "@lingui/react";

export function useNextStep(): (code: string) => string {
  const { i18n } = useLingui();
  return (code) => {
    const steps: Readonly<Record<string, string>> = {
      "country.not-eligible": i18n._("Look for a call of a park in your country."),
      "sector.not-eligible": i18n._("Look for a call that is open to all sectors."),
      "sector.excluded": i18n._("Look for a call that is open to all sectors."),
      "size.not-an-enterprise": i18n._("You may be a provider instead: ask your park to list you."),
      "size.not-an-sme": i18n._("Joint projects are open to larger companies too."),
      "size.above-rule": i18n._("Look for a call for larger companies."),
      "size.public-owner": i18n._("Ask your park whether one of the exceptions of the rule fits your owner."),
      "difficulty.declared": i18n._("Apply once your company has recovered; ask your park if you are not sure."),
      "recovery.outstanding": i18n._("Apply once the aid is paid back."),
      "export.related": i18n._("Ask for a service that does not depend on what you export."),
      "work.begun": i18n._("Apply for a part that has not begun and is not ordered yet."),
      "double-funding.declared": i18n._("Apply for a part that nobody else pays."),
      "provider.not-independent": i18n._("Look for a provider that is independent of you."),
      "cross-park.same-park": i18n._("Look for a provider at another park of the network."),
      "cross-park.provider-without-park": i18n._("Look for a provider at another park of the network."),
      "price.below-minimum": i18n._("A larger service may fit, or another call."),
    };
    return steps[code] ?? "";
  };
}
