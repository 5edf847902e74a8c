/** The sectors as the first page names them: texts of its catalogue, as the whole taxonomy would be too much to load there. */
import { useLingui } from "@lingui/react";

export function useSectorNames(): readonly { readonly id: string; readonly name: string }[] {
  const { i18n } = useLingui();
  return [
    { id: "sec-pharma", name: i18n._("Pharmaceuticals") },
    { id: "sec-biotech", name: i18n._("Biotechnology") },
    { id: "sec-medical-devices", name: i18n._("Medical devices") },
    { id: "sec-diagnostics", name: i18n._("Diagnostics") },
    { id: "sec-e-health", name: i18n._("E-health") },
    { id: "sec-nano-health", name: i18n._("Nano-health") },
    { id: "sec-functional-food", name: i18n._("Functional food") },
    { id: "sec-business-support", name: i18n._("Life-science business support") },
  ];
}
