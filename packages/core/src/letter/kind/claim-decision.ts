/** What the park accepted of a claim and pays for it, with the reason where it is less than claimed. */
import type { Money } from "../../kernel/money.ts";
import type { Language } from "../../person/person.ts";
import { aboutCase, caseWords, openCase } from "../case-words.ts";
import { mayAskRedress } from "../redress-words.ts";
import type { Block, CaseLetterData, Template } from "../template.ts";
import { type WithheldData, withheldBlocks } from "../withheld-words.ts";

export interface ClaimDecisionData extends CaseLetterData {
  /** Voucher number. */
  readonly number: string;
  readonly acceptedNet: Money;
  readonly payable: Money;
  /** Per park that withholds tax; absent where none does. */
  readonly withheld?: readonly WithheldData[];
  /** Empty where everything was accepted. */
  readonly reason: string;
  /** Of the park, where less was accepted than claimed: then redress may be asked too. */
  readonly legalRemedy?: string;
}

export const claimDecision: Template<ClaimDecisionData> = {
  en: (data, say) => ({
    subject: `Your claim on voucher ${data.number}`,
    body: [
      `${data.park} has checked your claim and pays ${say.money(data.payable)}.`,
      {
        facts: [
          ...aboutCase("en", data),
          ["Accepted net cost", say.money(data.acceptedNet)],
          ["Payable", say.money(data.payable)],
        ],
      },
      ...withheldBlocks("en", data.withheld, say),
      ...reason(data, "en"),
      openCase("en", data),
    ],
  }),
  nl: (data, say) => ({
    subject: `Uw declaratie op voucher ${data.number}`,
    body: [
      `${data.park} heeft uw declaratie gecontroleerd en betaalt ${say.money(data.payable)}.`,
      {
        facts: [
          ...aboutCase("nl", data),
          ["Aanvaarde nettokosten", say.money(data.acceptedNet)],
          ["Te betalen", say.money(data.payable)],
        ],
      },
      ...withheldBlocks("nl", data.withheld, say),
      ...reason(data, "nl"),
      openCase("nl", data),
    ],
  }),
  fr: (data, say) => ({
    subject: `Votre réclamation de paiement, chèque ${data.number}`,
    body: [
      `${data.park} a vérifié votre réclamation et paie ${say.money(data.payable)}.`,
      {
        facts: [
          ...aboutCase("fr", data),
          ["Coût net accepté", say.money(data.acceptedNet)],
          ["À payer", say.money(data.payable)],
        ],
      },
      ...withheldBlocks("fr", data.withheld, say),
      ...reason(data, "fr"),
      openCase("fr", data),
    ],
  }),
  sv: (data, say) => ({
    subject: `Din utbetalningsbegäran, check ${data.number}`,
    body: [
      `${data.park} har kontrollerat din begäran och betalar ${say.money(data.payable)}.`,
      {
        facts: [
          ...aboutCase("sv", data),
          ["Godtagen nettokostnad", say.money(data.acceptedNet)],
          ["Att betala", say.money(data.payable)],
        ],
      },
      ...withheldBlocks("sv", data.withheld, say),
      ...reason(data, "sv"),
      openCase("sv", data),
    ],
  }),
  cy: (data, say) => ({
    subject: `Eich hawliad ar daleb ${data.number}`,
    body: [
      `Mae ${data.park} wedi gwirio eich hawliad ac yn talu ${say.money(data.payable)}.`,
      {
        facts: [
          ...aboutCase("cy", data),
          ["Cost net a dderbyniwyd", say.money(data.acceptedNet)],
          ["I’w dalu", say.money(data.payable)],
        ],
      },
      ...withheldBlocks("cy", data.withheld, say),
      ...reason(data, "cy"),
      openCase("cy", data),
    ],
  }),
};

function reason(data: ClaimDecisionData, language: Language): Block[] {
  const why: Block[] = data.reason.trim() === "" ? [] : [`${caseWords[language].reasons}:`, { quote: data.reason }];
  return data.legalRemedy === undefined ? why : [...why, mayAskRedress[language], data.legalRemedy];
}
