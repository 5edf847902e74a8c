import type { DomainError } from "@multihelix/core/kernel/error.ts";
import { money } from "@multihelix/core/kernel/money.ts";
import { convert } from "@multihelix/core/kernel/rate.ts";
import { aidRowFor } from "@multihelix/core/network/aid-row-for.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { rateFor } from "@multihelix/core/network/rate-for.ts";
import { describe, expect, test } from "vitest";
import { networkWithGeneva } from "../../fixture/network.ts";

const network = networkWithGeneva();

describe("the rate of a conversion is the last one published before the day", () => {
  test("a rate of that very day does not count yet", () => {
    expect(rateFor(network, "EUR", "CAD", "2026-06-30").period).toBe("2026-05");
    expect(rateFor(network, "EUR", "CAD", "2026-07-01")).toMatchObject({
      period: "2026-06",
      rate: "1.5736",
      date: "2026-06-30",
    });
  });

  test("the order of the rows does not matter", () => {
    const turned = { ...network, rates: network.rates.toReversed() };
    expect(rateFor(turned, "GBP", "SEK", "2026-07-15")).toEqual(rateFor(network, "GBP", "SEK", "2026-07-15"));
  });

  test("the reverse of a published pair, and pairs through the pivot", () => {
    expect(convert(money(10_000_000, "CAD"), rateFor(network, "CAD", "EUR", "2026-07-15")).money.amount).toBe(
      6_354_855,
    );
    const swiss = rateFor(network, "CHF", "SEK", "2026-07-15");
    expect(swiss).toMatchObject({ base: "CHF", quote: "SEK", period: "2026-06" });
    expect(swiss.source).toContain("via EUR");
    expect(rateFor(network, "SEK", "SEK", "2026-07-15").rate).toBe("1");
  });

  test("without a rate before the day there is no conversion", () => {
    const refusal = expect.objectContaining({ kind: "unavailable", code: "rate.none" }) as DomainError;
    expect(() => rateFor(network, "EUR", "CAD", "2025-01-31")).toThrow(refusal);
    expect(() => rateFor(demoNetwork(), "EUR", "CHF", "2026-07-01")).toThrow(refusal);
  });
});

describe("the limit of aid is the row of the payer's country on the day of the grant", () => {
  test.each([
    [
      "eu-de-minimis",
      "BE",
      { kind: "ceiling", amount: 30_000_000, currency: "EUR" },
      "Commission Regulation (EU) 2023/2831 (de minimis)",
    ],
    [
      "eu-de-minimis",
      "SE",
      { kind: "ceiling", amount: 30_000_000, currency: "EUR" },
      "Commission Regulation (EU) 2023/2831 (de minimis)",
    ],
    ["uk-mfa", "GB", { kind: "ceiling", amount: 31_500_000, currency: "GBP" }, "Subsidy Control Act 2022"],
    ["gber-28", "BE", { kind: "ceiling", amount: 22_000_000, currency: "EUR" }, undefined],
    ["ca-stacking", "CA", { kind: "stacking", percent: 75 }, undefined],
  ] as const)("%s in %s", (basis, country, limit, act) => {
    const found = aidRowFor(network, basis, country, "2026-11-12");
    expect(found).toMatchObject({
      state: "in-force",
      row: { limit, ...(act === undefined ? {} : { source: { act } }) },
    });
  });

  test("an expired row refuses new grants, and still explains an old decision", () => {
    expect(aidRowFor(network, "gber-28", "BE", "2026-12-31").state).toBe("in-force");
    expect(aidRowFor(network, "gber-28", "BE", "2027-01-01").state).toBe("not-in-force");
    expect(aidRowFor(network, "eu-de-minimis", "BE", "2023-12-31").state).toBe("not-in-force");
  });

  test("a country without a row is not assessed here", () => {
    expect(aidRowFor(network, "eu-de-minimis", "CH", "2026-11-12")).toEqual({ state: "not-assessed" });
    expect(aidRowFor(network, "not-assessed", "CH", "2026-11-12")).toEqual({ state: "not-assessed" });
    expect(aidRowFor(network, "uk-mfa", "BE", "2026-11-12")).toEqual({ state: "not-assessed" });
  });
});
