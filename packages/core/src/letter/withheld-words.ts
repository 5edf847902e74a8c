/** What a letter to a provider says of tax that a park withholds from its payment: gross, withheld, net, and why. */
import type { Money } from "../kernel/money.ts";
import type { Language } from "../person/person.ts";
import type { Say } from "./say.ts";
import type { Block } from "./template.ts";

export interface WithheldData {
  /** Name of the park that pays. */
  readonly park: string;
  /** ISO country in which the services were rendered. */
  readonly country: string;
  readonly percent: number;
  readonly source: string;
  readonly form: string;
  readonly gross: Money;
  readonly taxed: Money;
  readonly tax: Money;
  readonly net: Money;
}

interface Words {
  readonly gross: string;
  readonly tax: string;
  readonly net: string;
  readonly why: (
    data: Readonly<Record<"park" | "country" | "percent" | "taxed" | "source" | "form", string>>,
  ) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    gross: "Gross",
    tax: "Tax withheld",
    net: "Paid to you",
    why: ({ park, country, percent, taxed, source, form }) =>
      `${park} withholds ${percent} % of ${taxed}, the part of its payment for services rendered in ${country} (${source}), and pays it to the tax authority on your account. You get a slip (${form}) for it in the new year; whether you owe that tax is between you and the authority.`,
  },
  nl: {
    gross: "Bruto",
    tax: "Ingehouden belasting",
    net: "Aan u betaald",
    why: ({ park, country, percent, taxed, source, form }) =>
      `${park} houdt ${percent} % in van ${taxed}, het deel van de betaling voor diensten die in ${country} zijn verricht (${source}), en betaalt dat voor uw rekening aan de belastingdienst. In het nieuwe jaar krijgt u daarvan een fiche (${form}); of u die belasting verschuldigd bent, is tussen u en de belastingdienst.`,
  },
  fr: {
    gross: "Brut",
    tax: "Impôt retenu",
    net: "Versé à vous",
    why: ({ park, country, percent, taxed, source, form }) =>
      `${park} retient ${percent} % de ${taxed}, la part de son paiement pour des services rendus dans ce pays : ${country} (${source}), et la verse pour votre compte au fisc. Vous en recevrez un feuillet (${form}) au début de l’année suivante ; savoir si vous devez cet impôt reste entre vous et le fisc.`,
  },
  sv: {
    gross: "Brutto",
    tax: "Innehållen skatt",
    net: "Betalas till dig",
    why: ({ park, country, percent, taxed, source, form }) =>
      `${park} håller inne ${percent} % av ${taxed}, den del av betalningen som gäller tjänster utförda i ${country} (${source}), och betalar den för din räkning till skattemyndigheten. Du får en kontrolluppgift (${form}) om det efter årsskiftet; om du är skyldig skatten är en fråga mellan dig och myndigheten.`,
  },
  cy: {
    gross: "Gros",
    tax: "Treth a ddaliwyd yn ôl",
    net: "A delir i chi",
    why: ({ park, country, percent, taxed, source, form }) =>
      `Mae ${park} yn dal ${percent} % o ${taxed} yn ôl, sef y rhan o’i daliad am wasanaethau a roddwyd yn y wlad hon: ${country} (${source}), ac yn ei dalu i’r awdurdod treth ar eich cyfrif. Cewch slip (${form}) amdano yn y flwyddyn newydd; mater i chi a’r awdurdod yw a oes treth yn ddyledus gennych.`,
  },
};

/** Per park that withholds: the sentence, then gross, tax and net. */
export function withheldBlocks(language: Language, withheld: readonly WithheldData[] | undefined, say: Say): Block[] {
  const { gross, tax, net, why } = words[language];
  const names = new Intl.DisplayNames([language], { type: "region", fallback: "code" });
  return (withheld ?? []).flatMap((one): Block[] => [
    why({
      park: one.park,
      country: names.of(one.country) ?? one.country,
      percent: String(one.percent),
      taxed: say.money(one.taxed),
      source: one.source,
      form: one.form,
    }),
    {
      facts: [
        [gross, say.money(one.gross)],
        [tax, say.money(one.tax)],
        [net, say.money(one.net)],
      ],
    },
  ]);
}
