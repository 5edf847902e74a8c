/** How the VAT of an invoice line is treated, in words. */
import { useLingui } from "@lingui/react";
import type { vatKinds } from "@multihelix/core/claim/claim.ts";

export function useVatWords(): Readonly<Record<(typeof vatKinds)[number], string>> {
  const { i18n } = useLingui();
  return {
    charged: i18n._("Charged, and the company recovers it"),
    "reverse-charge": i18n._("Reverse charge: the company accounts for it at home"),
    irrecoverable: i18n._("Charged, and the company cannot recover it"),
  };
}
