import { demoNetwork } from "@multihelix/core/network/demo.ts";
import type { BankAccount } from "@multihelix/core/organisation/organisation.ts";
import { canadianAccountOf, ukAccountOf } from "@multihelix/core/payment/account.ts";
import { channelFor } from "@multihelix/core/payment/channel.ts";
import { describe, expect, test } from "vitest";
import { networkWithGeneva } from "../../fixture/network.ts";

const network = networkWithGeneva();

const account = (change: Partial<BankAccount> & Pick<BankAccount, "country" | "currency">): BankAccount => ({
  holder: "Example",
  ...change,
});
const belgian = account({ iban: "BE71 0961 2345 6769", country: "BE", currency: "EUR" });
const swedish = account({ iban: "SE4550000000058398257466", bic: "ESSESESS", country: "SE", currency: "SEK" });
const british = account({ iban: "GB29NWBK60161331926819", bic: "NWBKGB2L", country: "GB", currency: "GBP" });
const canadian = account({ other: "001-12345-1234567", bic: "BOFMCAM2", country: "CA", currency: "CAD" });
const swiss = account({ iban: "CH9300762011623852957", bic: "POFICHBE", country: "CH", currency: "CHF" });

/** The kind chosen, or the reasons of all channels. */
function chosen(payer: string, to: BankAccount, currency: string): string {
  const choice = channelFor(network, payer, { country: to.country, account: to }, currency);
  return choice.ok ? choice.channel.kind : choice.reasons.map(({ kind, reason }) => `${kind}: ${reason}`).join("; ");
}

describe("the channel follows from payer, account and currency", () => {
  test.each([
    ["limburg", belgian, "EUR", "sepa"],
    ["limburg", swedish, "EUR", "sepa"],
    ["limburg", british, "EUR", "sepa"],
    ["limburg", swiss, "EUR", "sepa"],
    ["limburg", canadian, "EUR", "pain001-cross-border"],
    ["wales", british, "GBP", "bacs-csv"],
    ["wales", swedish, "GBP", "pain001-cross-border"],
    ["wales", canadian, "GBP", "pain001-cross-border"],
    ["lund", swedish, "SEK", "pain001-domestic"],
    ["lund", british, "SEK", "pain001-cross-border"],
    ["sherbrooke", canadian, "CAD", "eft-csv"],
    ["sherbrooke", { ...canadian, other: "12345" }, "CAD", "pain001-cross-border"],
    ["sherbrooke", account({ other: "12345", country: "CA", currency: "CAD" }), "CAD", "manual-list"],
    ["geneva", swiss, "CHF", "pain001-domestic"],
    ["geneva", swedish, "CHF", "pain001-cross-border"],
  ])("%s pays %j in %s: %s", (payer, to, currency, kind) => {
    expect(chosen(payer, to, currency)).toBe(kind);
  });

  test("Wales pays a provider in Lund by a cross-border order in GBP; Bacs is refused with the reason", () => {
    expect(channelFor(network, "wales", { country: "SE", account: swedish }, "GBP")).toMatchObject({
      ok: true,
      channel: { kind: "pain001-cross-border", account: "iban-or-other", bic: "always", charges: "SHAR" },
      passedOver: [{ kind: "bacs-csv", reason: "country-not-reached", country: "SE", currency: "GBP" }],
    });
  });
});

describe("an account that no channel reaches gets the reason of each", () => {
  const { bic: _, ...britishWithoutBic } = british;

  test.each([
    [
      "another currency",
      "limburg",
      belgian,
      "SEK",
      "sepa: currency-not-carried; pain001-cross-border: currency-not-carried",
    ],
    [
      "a wrong IBAN",
      "lund",
      { ...swedish, iban: "SE4550000000058398257467" },
      "SEK",
      "pain001-domestic: iban-wrong; pain001-cross-border: iban-wrong",
    ],
    [
      "an IBAN of another country",
      "limburg",
      { ...belgian, country: "NL" },
      "EUR",
      "sepa: iban-country; pain001-cross-border: iban-country",
    ],
    [
      "no BIC outside the area",
      "limburg",
      britishWithoutBic,
      "EUR",
      "sepa: bic-missing; pain001-cross-border: bic-missing",
    ],
    ["a wrong BIC", "limburg", { ...belgian, bic: "XX" }, "EUR", "sepa: bic-wrong; pain001-cross-border: bic-wrong"],
    [
      "no number",
      "limburg",
      account({ country: "BE", currency: "EUR" }),
      "EUR",
      "sepa: iban-missing; pain001-cross-border: account-number-missing",
    ],
    [
      "a foreign-currency account",
      "wales",
      { ...britishWithoutBic, currency: "EUR" },
      "GBP",
      "bacs-csv: account-currency; pain001-cross-border: bic-missing",
    ],
    ["no channel at all", "uppsala", swedish, "SEK", ""],
  ])("%s", (_name, payer, to, currency, reasons) => {
    expect(chosen(payer, to, currency)).toBe(reasons);
  });

  test("before an account is known, the payee's country already rules channels out", () => {
    const choice = channelFor(demoNetwork(), "wales", { country: "SE" }, "GBP");
    expect(choice).toMatchObject({
      ok: false,
      reasons: [
        { kind: "bacs-csv", reason: "country-not-reached" },
        { kind: "pain001-cross-border", reason: "account-missing" },
      ],
    });
  });
});

test("national account numbers are taken apart, from an IBAN or as typed", () => {
  expect(ukAccountOf(british)).toEqual({ sortCode: "601613", number: "31926819" });
  expect(ukAccountOf(account({ other: "60-16-13 31926819", country: "GB", currency: "GBP" }))).toEqual({
    sortCode: "601613",
    number: "31926819",
  });
  expect(ukAccountOf(belgian)).toBeUndefined();
  expect(canadianAccountOf(canadian)).toEqual({ institution: "001", transit: "12345", number: "1234567" });
  expect(canadianAccountOf(british)).toBeUndefined();
});
