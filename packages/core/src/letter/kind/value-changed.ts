/** A voucher has another value: raised or lowered by the parks that pay, with their reasons and, of a lowering, what can be done about it. */
import type { Money } from "../../kernel/money.ts";
import type { Language } from "../../person/person.ts";
import { aboutCase, caseWords, openCase } from "../case-words.ts";
import { mayAskRedress } from "../redress-words.ts";
import type { Say } from "../say.ts";
import type { Block, CaseLetterData, Content, Template } from "../template.ts";

export interface ValueChangedData extends CaseLetterData {
  /** Voucher number. */
  readonly number: string;
  readonly value: Money;
  readonly before: Money;
  /** Of the park; may be empty. */
  readonly reasons: string;
  /** Only of a lowering. */
  readonly legalRemedy?: string;
  /** The reader's organisation may ask for redress. */
  readonly mayAsk?: boolean;
}

interface Words {
  readonly raised: readonly [subject: string, told: (park: string) => string];
  readonly lowered: readonly [subject: string, told: (park: string) => string];
  readonly before: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    raised: ["Raised", (park) => `${park} has raised the value of the voucher. Its validity and its terms stay.`],
    lowered: [
      "Lowered",
      (park) =>
        `${park} has lowered the value of the voucher. It pays at most the new value; its validity and its terms stay.`,
    ],
    before: "Value until now",
  },
  nl: {
    raised: [
      "Verhoogd",
      (park) => `${park} heeft de waarde van de voucher verhoogd. De geldigheid en de voorwaarden blijven dezelfde.`,
    ],
    lowered: [
      "Verlaagd",
      (park) =>
        `${park} heeft de waarde van de voucher verlaagd. Hij betaalt hoogstens de nieuwe waarde; de geldigheid en de voorwaarden blijven dezelfde.`,
    ],
    before: "Waarde tot nu toe",
  },
  fr: {
    raised: [
      "Augmenté",
      (park) => `${park} a augmenté la valeur du chèque. Sa validité et ses conditions restent les mêmes.`,
    ],
    lowered: [
      "Réduit",
      (park) =>
        `${park} a réduit la valeur du chèque. Il paie au plus la nouvelle valeur ; sa validité et ses conditions restent les mêmes.`,
    ],
    before: "Valeur jusqu’ici",
  },
  sv: {
    raised: ["Höjd", (park) => `${park} har höjt checkens värde. Giltighetstiden och villkoren är oförändrade.`],
    lowered: [
      "Sänkt",
      (park) =>
        `${park} har sänkt checkens värde. Den betalar högst det nya värdet; giltighetstiden och villkoren är oförändrade.`,
    ],
    before: "Värde hittills",
  },
  cy: {
    raised: ["Codwyd", (park) => `Mae ${park} wedi codi gwerth y daleb. Erys ei dilysrwydd a’i thelerau.`],
    lowered: [
      "Gostyngwyd",
      (park) =>
        `Mae ${park} wedi gostwng gwerth y daleb. Mae’n talu’r gwerth newydd ar y mwyaf; erys ei dilysrwydd a’i thelerau.`,
    ],
    before: "Gwerth hyd yma",
  },
};

export const valueChanged: Template<ValueChangedData> = {
  en: (data, say) => contentIn("en", data, say),
  nl: (data, say) => contentIn("nl", data, say),
  fr: (data, say) => contentIn("fr", data, say),
  sv: (data, say) => contentIn("sv", data, say),
  cy: (data, say) => contentIn("cy", data, say),
};

function contentIn(language: Language, data: ValueChangedData, say: Say): Content {
  const labels = caseWords[language];
  const { raised, lowered, before } = words[language];
  const [subject, told] = data.value.amount > data.before.amount ? raised : lowered;
  const reasons: Block[] = data.reasons === "" ? [] : [`${labels.reasons}:`, { quote: data.reasons }];
  const facts: [string, string][] = [
    [labels.number, data.number],
    [labels.value, say.money(data.value)],
    [before, say.money(data.before)],
  ];
  return {
    subject: `${subject}: ${labels.number.toLocaleLowerCase(language)} ${data.number}`,
    body: [
      told(data.park),
      { facts: [...facts, ...aboutCase(language, data)] },
      ...reasons,
      ...(data.mayAsk === true ? [mayAskRedress[language]] : []),
      ...(data.legalRemedy === undefined ? [] : [data.legalRemedy]),
      openCase(language, data),
    ],
  };
}
