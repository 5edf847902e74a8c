import { type SizeClass, sizeOf } from "@multihelix/core/aid/size.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { expect, test } from "vitest";
import { fc } from "../../fixture/fast-check.ts";
import { refused } from "../../fixture/refusal.ts";

const network = demoNetwork();
const million = 100_000_000;

function classOf(headcount: number, turnover: number, balanceSheet: number, currency = "EUR"): SizeClass {
  return sizeOf(
    network,
    { headcount, turnover: { amount: turnover, currency }, balanceSheet: { amount: balanceSheet, currency } },
    "2026-11-12",
  ).class;
}

test("thresholds of Recommendation 2003/361, on either side of each", () => {
  expect(classOf(9, 2 * million, 0)).toBe("micro");
  expect(classOf(9, 2 * million + 1, 2 * million + 1)).toBe("small");
  expect(classOf(10, 0, 0)).toBe("small");
  expect(classOf(49, 10 * million, 99 * million)).toBe("small");
  expect(classOf(50, 0, 0)).toBe("medium");
  expect(classOf(249, 50 * million, 99 * million)).toBe("medium");
  expect(classOf(249, 50 * million + 1, 43 * million)).toBe("medium");
  expect(classOf(249, 50 * million + 1, 43 * million + 1)).toBe("large");
  expect(classOf(250, 0, 0)).toBe("large");
});

test("turnover or balance sheet may be exceeded, never the headcount", () => {
  const tooMany = fc.integer({ min: 250, max: 9999 });
  fc.assert(
    fc.property(
      tooMany,
      fc.nat(),
      fc.nat(),
      (headcount, turnover, balance) => classOf(headcount, turnover, balance) === "large",
    ),
  );
  const few = fc.integer({ min: 0, max: 249 });
  fc.assert(
    fc.property(
      few,
      fc.nat(43 * million),
      (headcount, balance) => classOf(headcount, 900 * million, balance) !== "large",
    ),
  );
});

test("growing never makes an enterprise smaller", () => {
  const order = ["micro", "small", "medium", "large"];
  const figures = fc.tuple(fc.nat(400), fc.nat(60 * million), fc.nat(60 * million));
  fc.assert(
    fc.property(
      figures,
      figures,
      ([h, t, b], [dh, dt, db]) => order.indexOf(classOf(h + dh, t + dt, b + db)) >= order.indexOf(classOf(h, t, b)),
    ),
  );
});

test("foreign amounts are converted, and the result carries the rate and the source", () => {
  const sek = (amount: number) => ({ amount, currency: "SEK" });
  const result = sizeOf(
    network,
    { headcount: 60, turnover: sek(100 * million), balanceSheet: sek(50 * million) },
    "2026-11-12",
  );
  expect(result).toMatchObject({ class: "medium", rate: { date: "2026-10-31" }, turnover: { currency: "EUR" } });
  expect(result.row.source.act).toContain("2003/361");
});

test("a day before the first row has no thresholds", () => {
  const zero = { amount: 0, currency: "EUR" };
  expect(refused(() => sizeOf(network, { headcount: 1, turnover: zero, balanceSheet: zero }, "2004-12-31"))).toBe(
    "unavailable size.no-row",
  );
});
