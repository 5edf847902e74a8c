/** The questions of the public check as they are typed, and how they become what the API is asked. */
import * as z from "zod";
import type { ApiInput } from "../../client.ts";
import { amountSchema, orBlank, wholeNumberSchema } from "../../form/typed-value.ts";
import type { Call } from "../case/case-query.ts";

export type CheckBody = ApiInput<"post", "/api/calls/{callId}/check">["body"];

export interface TypedCheck {
  organisation: string;
  country: string;
  sector: string;
  homePark: string;
  headcount: string;
  turnover: string;
  balanceSheet: string;
  publicOwner: string;
  inDifficulty: string;
  outstandingRecovery: string;
  begun: string;
  exportAid: string;
  paidElsewhere: string;
  found: string;
  providerPark: string;
  tied: string;
  price: string;
  aidHad: string;
}

export const blankCheck: TypedCheck = {
  organisation: "",
  country: "",
  sector: "",
  homePark: "",
  headcount: "",
  turnover: "",
  balanceSheet: "",
  publicOwner: "",
  inDifficulty: "",
  outstandingRecovery: "",
  begun: "",
  exportAid: "",
  paidElsewhere: "",
  found: "",
  providerPark: "",
  tied: "",
  price: "",
  aidHad: "",
};

/** A park that is none of the network, a sector that is none of ours. */
export const noneOfThese = "none";

/** What a call makes it worth asking. */
export interface Asked {
  readonly sector: boolean;
  readonly parks: boolean;
  readonly aid: boolean;
}

export function askedBy(call: Pick<Call, "sectors" | "excludedSectors" | "crossParkRequired" | "payers">): Asked {
  return {
    sector: call.sectors.length > 0 || (call.excludedSectors ?? []).length > 0,
    parks: call.crossParkRequired,
    aid: call.payers.some(({ aidBasis }) => aidBasis !== "no-aid" && aidBasis !== "not-assessed"),
  };
}

export function checkSchema(currency: string, locale: string, asked: Asked): z.ZodType<CheckBody, TypedCheck> {
  const yesNo = (missing: string) => z.enum(["yes", "no"], missing).transform((answer) => answer === "yes");
  const chosen = (missing: string) => z.string().min(1, missing);
  const ifAsked = (is: boolean, missing: string) => (is ? chosen(missing) : z.string());
  return z
    .object({
      organisation: z.enum(["company", "other"], /*i18n*/ "Say what kind of organisation you are."),
      country: chosen(/*i18n*/ "Choose the country."),
      sector: ifAsked(asked.sector, /*i18n*/ "Choose the sector."),
      homePark: ifAsked(asked.parks, /*i18n*/ "Choose your park, or that it is none of these."),
      headcount: wholeNumberSchema(/*i18n*/ "Enter the number of people, like 31."),
      turnover: amountSchema(currency, locale, /*i18n*/ "Enter the turnover, like 4 200 000."),
      balanceSheet: amountSchema(currency, locale, /*i18n*/ "Enter the balance sheet total, like 3 100 000."),
      publicOwner: yesNo(/*i18n*/ "Say whether public bodies hold a quarter or more."),
      inDifficulty: yesNo(/*i18n*/ "Say whether your company is in difficulty."),
      outstandingRecovery: yesNo(/*i18n*/ "Say whether your company must pay back state aid."),
      begun: yesNo(/*i18n*/ "Say whether the work has begun."),
      exportAid: yesNo(/*i18n*/ "Say whether it depends on exports."),
      paidElsewhere: yesNo(/*i18n*/ "Say whether somebody else pays for it."),
      found: z.enum(["yes", "no"], /*i18n*/ "Say whether you have found a provider."),
      providerPark: z.string(),
      tied: z.string(),
      price: orBlank(amountSchema(currency, locale, /*i18n*/ "Enter the price, like 12 500, or leave it empty.")),
      aidHad: orBlank(amountSchema(currency, locale, /*i18n*/ "Enter the amount, like 84 000, or 0.")),
    })
    .superRefine((typed, context) => {
      if (typed.found === "no") return;
      const missing = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
      if (asked.parks && typed.providerPark === "")
        missing("providerPark", /*i18n*/ "Choose the park of the provider, or that it is none of these.");
      if (typed.tied === "") missing("tied", /*i18n*/ "Say whether the provider belongs to your company.");
    })
    .transform((typed) => bodyOf(typed)) as unknown as z.ZodType<CheckBody, TypedCheck>;
}

interface Read {
  readonly organisation: string;
  readonly country: string;
  readonly sector: string;
  readonly homePark: string;
  readonly headcount: number;
  readonly turnover: number;
  readonly balanceSheet: number;
  readonly publicOwner: boolean;
  readonly inDifficulty: boolean;
  readonly outstandingRecovery: boolean;
  readonly begun: boolean;
  readonly exportAid: boolean;
  readonly paidElsewhere: boolean;
  readonly found: string;
  readonly providerPark: string;
  readonly tied: string;
  readonly price: number | undefined;
  readonly aidHad: number | undefined;
}

function bodyOf(read: Read): CheckBody {
  const { organisation, sector, homePark, found, providerPark, tied, price, aidHad, ...plain } = read;
  const park = (id: string) => (id === "" || id === noneOfThese ? undefined : id);
  const home = park(homePark);
  const providers = park(providerPark);
  return {
    ...plain,
    company: organisation === "company",
    aidHad: aidHad ?? 0,
    ...(sector === "" ? {} : { sector }),
    ...(home === undefined ? {} : { homePark: home }),
    ...(price === undefined ? {} : { price }),
    ...(found === "yes"
      ? { provider: { tied: tied === "yes", ...(providers === undefined ? {} : { park: providers }) } }
      : {}),
  };
}
