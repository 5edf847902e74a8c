import { potEffect, thoughtEffect } from "@multihelix/web/route/staff/pot.ts";
import { describe, expect, it } from "vitest";

const pot = { given: 90_000_000, available: 4_280_000 };

describe("the pot of a park beside a case", () => {
  it("that holds its money already: before is what would be free without it, after is what is free now", () => {
    expect(potEffect({ ...pot, held: 8_840_000, share: { amount: 8_840_000, percent: 100 } })).toEqual({
      budget: 90_000_000,
      others: 76_880_000,
      before: 13_120_000,
      taken: 8_840_000,
      after: 4_280_000,
      held: true,
    });
  });

  it("that holds nothing yet: after is what its share would leave, below zero where the pot does not carry it", () => {
    const { before, after, held } = potEffect({ ...pot, held: 0, share: { amount: 5_000_000, percent: 50 } });
    expect([before, after, held]).toEqual([4_280_000, -720_000, false]);
  });

  it("an amount that is only thought of replaces what the case holds", () => {
    const thought = thoughtEffect({ ...pot, held: 8_840_000, share: { amount: 1_000_000, percent: 100 } });
    expect([thought.before, thought.taken, thought.after]).toEqual([13_120_000, 1_000_000, 12_120_000]);
  });

  it("without an amount takes nothing", () => {
    expect(potEffect({ ...pot, held: 0 })).toMatchObject({ before: 4_280_000, taken: 0, after: 4_280_000 });
  });
});
