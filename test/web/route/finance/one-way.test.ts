/** Which waiting orders are ticked together: those that the bank takes in one file. */
import { oneWay } from "@multihelix/web/route/finance/one-way.ts";
import { expect, test } from "vitest";

const order = (endToEndId: string, channel?: "sepa" | "manual-list", currency = "EUR") => ({
  endToEndId,
  channel,
  amount: { amount: 1, currency },
});

test("orders of the first channel and its currency go together; others, and what no channel reaches, are left out", () => {
  const waiting = [
    order("A"),
    order("B", "sepa"),
    order("C", "manual-list"),
    order("D", "sepa", "SEK"),
    order("E", "sepa"),
  ];
  expect(oneWay(waiting)).toEqual({ channel: "sepa", currency: "EUR", endToEndIds: ["B", "E"], leftOut: 3 });
});

test("nothing is ticked where no channel reaches anybody", () => {
  expect(oneWay([order("A")])).toBeUndefined();
  expect(oneWay([])).toBeUndefined();
});
