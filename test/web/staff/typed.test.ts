import { amountSchema } from "@multihelix/web/form/typed-value.ts";
import { nextWorkday } from "@multihelix/web/route/finance/next-workday.ts";
import { typedAmount } from "@multihelix/web/route/staff/typed-amount.ts";
import { describe, expect, it } from "vitest";

describe("an amount that stands in a field before anything is typed", () => {
  it.each(["en-GB", "nl-BE", "fr-CA", "sv-SE", "cy-GB"])("is read back as it was in %s", (locale) => {
    for (const amount of [0, 5, 123_456, 1_000_000, 123_456_789_05]) {
      const text = typedAmount({ amount, currency: "EUR" }, locale);
      expect(amountSchema("EUR", locale, "wrong").parse(text)).toBe(amount);
    }
  });

  it("has the decimals of its currency", () => {
    expect(typedAmount({ amount: 1_000_000, currency: "EUR" }, "nl-BE")).toBe("10.000,00");
    expect(typedAmount({ amount: 12_000, currency: "JPY" }, "en-GB")).toBe("12,000");
  });
});

describe("the day on which a bank may pay", () => {
  it("is the next one that is no weekend", () => {
    expect(nextWorkday("2026-11-25")).toBe("2026-11-26");
    expect(nextWorkday("2026-11-27")).toBe("2026-11-30");
    expect(nextWorkday("2026-12-31")).toBe("2027-01-01");
  });
});
