/** The decision letter of an award: value, who pays what, the aid it is, scores, conditions, and what can be done about it. */
import type { Instant } from "../../kernel/instant.ts";
import type { Money } from "../../kernel/money.ts";
import { type AidStatement, aidBlocks } from "../aid-words.ts";
import { type Assessment, assessmentBlocks } from "../assessment-words.ts";
import { aboutCase, caseWords, openCase } from "../case-words.ts";
import type { Say } from "../say.ts";
import type { Block, CaseLetterData, Template } from "../template.ts";

export interface DecisionAwardData extends CaseLetterData {
  readonly provider: string;
  readonly value: Money;
  /** Percent of the accepted net cost that is paid, up to the value. */
  readonly intensity: number;
  /** Last instant of validity, in `zone`. */
  readonly expires: Instant;
  readonly zone: string;
  /** Each payer's part in its own currency, with the rate where it was converted. */
  readonly shares: readonly {
    readonly park: string;
    readonly amount: Money;
    readonly rate?: string | undefined;
    readonly rateDate?: string | undefined;
  }[];
  readonly conditions: string;
  readonly assessment?: Assessment;
  readonly aid: readonly AidStatement[];
  readonly legalRemedy: string;
}

export const decisionAward: Template<DecisionAwardData> = {
  en: (data, say) => ({
    subject: `Decision on ${data.reference}`,
    body: [
      `${data.park} awards you a voucher of ${say.money(data.value)} for the service of ${data.provider}.`,
      `It pays ${say.percent(data.intensity)} of the accepted net cost, never more than its value. The rest is yours to pay.`,
      {
        facts: [
          ...aboutCase("en", data),
          ["Valid until", say.moment(data.expires, data.zone)],
          ...shareFacts(data, say, "Paid by"),
        ],
      },
      "Work may begin when you and the provider have accepted the terms.",
      ...conditionBlocks(data, "Conditions:"),
      ...assessmentBlocks(data.assessment, say),
      ...aidBlocks(data.aid, say),
      data.legalRemedy,
      openCase("en", data),
    ],
  }),
  nl: (data, say) => ({
    subject: `Beslissing over ${data.reference}`,
    body: [
      `${data.park} kent u een voucher van ${say.money(data.value)} toe voor de dienst van ${data.provider}.`,
      `De voucher betaalt ${say.percent(data.intensity)} van de aanvaarde nettokosten, nooit meer dan zijn waarde. De rest betaalt u zelf.`,
      {
        facts: [
          ...aboutCase("nl", data),
          ["Geldig tot", say.moment(data.expires, data.zone)],
          ...shareFacts(data, say, "Betaald door"),
        ],
      },
      "Het werk mag beginnen zodra u en de aanbieder de voorwaarden hebben aanvaard.",
      ...conditionBlocks(data, "Bijzondere voorwaarden:"),
      ...assessmentBlocks(data.assessment, say),
      ...aidBlocks(data.aid, say),
      data.legalRemedy,
      openCase("nl", data),
    ],
  }),
  fr: (data, say) => ({
    subject: `Décision sur ${data.reference}`,
    body: [
      `${data.park} vous accorde un chèque de ${say.money(data.value)} pour le service de ${data.provider}.`,
      `Il paie ${say.percent(data.intensity)} du coût net accepté, jamais plus que sa valeur. Le reste est à votre charge.`,
      {
        facts: [
          ...aboutCase("fr", data),
          ["Valable jusqu’au", say.moment(data.expires, data.zone)],
          ...shareFacts(data, say, "Payé par"),
        ],
      },
      "Le travail peut commencer quand vous et le prestataire avez accepté les conditions.",
      ...conditionBlocks(data, "Conditions particulières :"),
      ...assessmentBlocks(data.assessment, say),
      ...aidBlocks(data.aid, say),
      data.legalRemedy,
      openCase("fr", data),
    ],
  }),
  sv: (data, say) => ({
    subject: `Beslut om ${data.reference}`,
    body: [
      `${data.park} beviljar dig en check på ${say.money(data.value)} för tjänsten från ${data.provider}.`,
      `Den betalar ${say.percent(data.intensity)} av den godtagna nettokostnaden, aldrig mer än sitt värde. Resten betalar du själv.`,
      {
        facts: [
          ...aboutCase("sv", data),
          ["Giltig till", say.moment(data.expires, data.zone)],
          ...shareFacts(data, say, "Betalas av"),
        ],
      },
      "Arbetet får börja när du och leverantören har godtagit villkoren.",
      ...conditionBlocks(data, "Särskilda villkor:"),
      ...assessmentBlocks(data.assessment, say),
      ...aidBlocks(data.aid, say),
      data.legalRemedy,
      openCase("sv", data),
    ],
  }),
  cy: (data, say) => ({
    subject: `Penderfyniad ar ${data.reference}`,
    body: [
      `Mae ${data.park} yn dyfarnu taleb o ${say.money(data.value)} i chi ar gyfer gwasanaeth ${data.provider}.`,
      `Mae’n talu ${say.percent(data.intensity)} o’r gost net a dderbynnir, byth fwy na’i gwerth. Chi sy’n talu’r gweddill.`,
      {
        facts: [
          ...aboutCase("cy", data),
          ["Yn ddilys tan", say.moment(data.expires, data.zone)],
          ...shareFacts(data, say, "Telir gan"),
        ],
      },
      "Caiff y gwaith ddechrau pan fyddwch chi a’r darparwr wedi derbyn y telerau.",
      ...conditionBlocks(data, "Amodau:"),
      ...assessmentBlocks(data.assessment, say),
      ...aidBlocks(data.aid, say),
      data.legalRemedy,
      openCase("cy", data),
    ],
  }),
};

function shareFacts(data: DecisionAwardData, say: Say, label: string): [string, string][] {
  const value: [string, string] = [caseWords[say.language].value, say.money(data.value)];
  return [
    value,
    ...data.shares.map(({ park, amount, rate, rateDate }): [string, string] => {
      const converted =
        rate === undefined || rateDate === undefined
          ? ""
          : ` (1 ${data.value.currency} = ${rate} ${amount.currency}, ${say.day(rateDate)})`;
      return [label, `${park}, ${say.money(amount)}${converted}`];
    }),
  ];
}

function conditionBlocks(data: DecisionAwardData, heading: string): Block[] {
  return data.conditions.trim() === "" ? [] : [heading, { quote: data.conditions }];
}
