/** The rules of aid by the names that people know them by. */
import { useLingui } from "@lingui/react";

export function useBasisName(): (basis: string) => string {
  const { i18n } = useLingui();
  const names: Readonly<Record<string, string>> = {
    "no-aid": i18n._("no state aid"),
    "eu-de-minimis": i18n._("EU de minimis aid"),
    "gber-28": i18n._("EU aid for innovation, article 28"),
    "gber-25": i18n._("EU aid for research, article 25"),
    "uk-mfa": i18n._("UK minimal financial assistance"),
    "uk-scheme": i18n._("UK subsidy scheme"),
    "ca-stacking": i18n._("Canadian limit on public funding"),
    "not-assessed": i18n._("not assessed here"),
  };
  return (basis) => names[basis] ?? basis;
}
