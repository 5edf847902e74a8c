/** The fields of the section about the company: how each is called, read and stored. */
import { useLingui } from "@lingui/react";
import { useLocales } from "../../language/use-locales.ts";
import { amountField, dayField, numberField, optionalField, yesNoField } from "./section-field.ts";
import { linksField } from "./size-links.ts";

export function useCompanyFields(currency: string) {
  const { i18n } = useLingui();
  const [locale = "en-GB"] = useLocales();
  const words = { yes: i18n._("Yes"), no: i18n._("No") };
  const people = /*i18n*/ "Enter the number of people, like 31.";
  const turnover = /*i18n*/ "Enter the turnover, like 4 200 000.00.";
  const balance = /*i18n*/ "Enter the balance sheet total, like 3 100 000.00.";
  return {
    closed: dayField(
      i18n._("Last day of your last closed year"),
      /*i18n*/ "Enter the last day of your last closed year, like 31 12 2025.",
    ),
    headcount: numberField(i18n._("People"), people),
    turnover: amountField(i18n._("Turnover"), currency, locale, turnover),
    balanceSheet: amountField(i18n._("Balance sheet total"), currency, locale, balance),
    headcountBefore: optionalField(numberField(i18n._("People, the year before"), people)),
    turnoverBefore: optionalField(amountField(i18n._("Turnover, the year before"), currency, locale, turnover)),
    balanceSheetBefore: optionalField(
      amountField(i18n._("Balance sheet total, the year before"), currency, locale, balance),
    ),
    newOwner: optionalField(
      yesNoField(
        i18n._("Was your company bought or merged since the year before?"),
        /*i18n*/ "Say whether your company was bought or merged.",
        words,
      ),
    ),
    links: linksField(i18n._("Owners and owned companies"), currency, locale, i18n._("None")),
    inDifficulty: yesNoField(
      i18n._("Is your company in difficulty?"),
      /*i18n*/ "Say whether your company is in difficulty.",
      words,
    ),
    outstandingRecovery: yesNoField(
      i18n._("Must your company pay back state aid?"),
      /*i18n*/ "Say whether your company must pay back state aid.",
      words,
    ),
  };
}
