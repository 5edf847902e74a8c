import { decimalText, formatMoney, parseAmount } from "@multihelix/core/kernel/amount-text.ts";
import { DomainError } from "@multihelix/core/kernel/error.ts";
import { money } from "@multihelix/core/kernel/money.ts";
import { describe, expect, test } from "vitest";
import { fc } from "../../fixture/fast-check.ts";

describe("amounts as people type them", () => {
  test.each([
    ["12500", undefined, 1_250_000],
    ["12500.5", undefined, 1_250_050],
    ["12 500,50", undefined, 1_250_050],
    ["12\u00a0500,50", undefined, 1_250_050],
    ["12\u202f500,50", undefined, 1_250_050],
    ["12'500.50", undefined, 1_250_050],
    ["12’500.50", undefined, 1_250_050],
    ["12.500,50", undefined, 1_250_050],
    ["12,500.50", undefined, 1_250_050],
    ["1.234.567", undefined, 123_456_700],
    ["12.500", "nl-BE", 1_250_000],
    ["12,500", "en-GB", 1_250_000],
    ["0,05", undefined, 5],
    [" 7 ", undefined, 700],
    ["-3,00", undefined, -300],
    ["\u22123,00", undefined, -300],
  ])("%j (%s) is %s cents", (text, locale, cents) => {
    expect(parseAmount(text, "EUR", locale)).toEqual({ amount: cents, currency: "EUR" });
  });

  test.each([
    ["12.500", undefined, "amount.ambiguous"],
    ["12,500", "nl-BE", "amount.too-many-decimals"],
    ["1.2345", undefined, "amount.too-many-decimals"],
    ["0.001", undefined, "amount.too-many-decimals"],
    ["", undefined, "amount.unreadable"],
    ["abc", undefined, "amount.unreadable"],
    ["1e3", undefined, "amount.unreadable"],
    ["1 00,00", undefined, "amount.unreadable"],
    ["1.2.3", undefined, "amount.unreadable"],
    ["1,234.567,00", undefined, "amount.unreadable"],
    ["5.", undefined, "amount.unreadable"],
    [",5", undefined, "amount.unreadable"],
    ["--5", undefined, "amount.unreadable"],
    ["99999999999999999", undefined, "money.not-integer"],
  ])("%j (%s) is refused: %s", (text, locale, code) => {
    expect(() => parseAmount(text, "EUR", locale)).toThrow(expect.objectContaining({ code }) as DomainError);
  });

  test("a currency decides how many decimals there are", () => {
    expect(parseAmount("1200", "JPY").amount).toBe(1200);
    expect(() => parseAmount("1200.5", "JPY")).toThrow(DomainError);
    expect(parseAmount("1.5", "BHD").amount).toBe(1500);
    expect(() => parseAmount("1", "ZZZ")).toThrow(expect.objectContaining({ code: "currency.unknown" }) as DomainError);
  });
});

describe("amounts as the product writes them", () => {
  test("decimal text is exact and keeps every decimal of the currency", () => {
    expect(decimalText(money(5, "EUR"))).toBe("0.05");
    expect(decimalText(money(-5, "EUR"))).toBe("-0.05");
    expect(decimalText(money(1200, "JPY"))).toBe("1200");
    expect(decimalText(money(Number.MAX_SAFE_INTEGER, "SEK"))).toBe("90071992547409.91");
  });

  test("in the reader's locale", () => {
    expect(formatMoney(money(123_456_789, "GBP"), "cy")).toBe("£1,234,567.89");
    expect(formatMoney(money(1_250_050, "EUR"), "nl-BE").replace(/\s/gu, " ")).toBe("€ 12.500,50");
    expect(formatMoney(money(Number.MAX_SAFE_INTEGER, "EUR"), "en")).toBe("€90,071,992,547,409.91");
  });

  test("what is formatted is read back as the same amount in every locale of the network", () => {
    const locales = fc.constantFrom("en-GB", "nl-BE", "fr-CA", "sv-SE", "cy-GB", "de-CH");
    const currencies = fc.constantFrom("EUR", "CAD", "GBP", "SEK", "CHF", "JPY");
    fc.assert(
      fc.property(fc.maxSafeInteger(), locales, currencies, (amount, locale, currency) => {
        const written = formatMoney(money(amount, currency), locale).replace(/[^\d.,'’\s\u2212-]/gu, "");
        expect(parseAmount(written, currency, locale)).toEqual({ amount, currency });
        expect(parseAmount(decimalText(money(amount, currency)), currency, "en")).toEqual({ amount, currency });
      }),
    );
  });
});
