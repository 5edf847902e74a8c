import { amountSchema, dateSchema, toDay, wholeNumberSchema } from "@multihelix/web/form/typed-value.ts";
import { describe, expect, it } from "vitest";
import { fc } from "../../fixture/fast-check.ts";

describe("a typed date", () => {
  it("becomes a day, spaces and single digits allowed", () => {
    expect(dateSchema("wrong").parse({ day: " 4", month: "2", year: "2026" })).toBe("2026-02-04");
  });

  it("is refused when there is no such day", () => {
    for (const [day, month, year] of [
      ["30", "2", "2026"],
      ["1", "13", "2026"],
      ["", "1", "2026"],
      ["1", "1", "26"],
      ["0", "1", "2026"],
    ]) {
      expect(toDay({ day: day ?? "", month: month ?? "", year: year ?? "" })).toBeUndefined();
    }
    expect(dateSchema("No such day").safeParse({ day: "x", month: "", year: "" }).error?.issues[0]?.message).toBe(
      "No such day",
    );
  });

  it("gives every real day back", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const [year, month, dayOfMonth] = day.split("-");
          expect(toDay({ day: dayOfMonth ?? "", month: month ?? "", year: year ?? "" })).toBe(day);
        },
      ),
    );
  });
});

describe("a typed amount", () => {
  it("is read as each of our locales writes it, with its sign or letters and any kind of space", () => {
    const typed: [string, string, string][] = [
      ["€ 23.924,50", "EUR", "nl-BE"],
      ["23\u00a0924,50 $", "CAD", "fr-CA"],
      ["CA$23,924.50", "CAD", "en-GB"],
      ["23\u202f924,50 kr", "SEK", "sv-SE"],
      ["GBP 23924.5", "GBP", "cy-GB"],
    ];
    for (const [text, currency, locale] of typed)
      expect(amountSchema(currency, locale, "wrong").parse(text)).toBe(2392450);
  });

  it("is refused when it is none, or negative, with the sentence of the page", () => {
    for (const text of ["", "a lot", "1.2.3", "-5", "1,2345"]) {
      expect(amountSchema("EUR", "en-GB", "Enter an amount.").safeParse(text).error?.issues[0]?.message).toBe(
        "Enter an amount.",
      );
    }
  });
});

describe("a typed whole number", () => {
  it("may have spaces and nothing else", () => {
    expect(wholeNumberSchema("wrong").parse("1 250")).toBe(1250);
    for (const text of ["", "1.5", "-1", "many"])
      expect(wholeNumberSchema("wrong").safeParse(text).success).toBe(false);
  });
});
