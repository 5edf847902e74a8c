import { tallLayout } from "@multihelix/web/component/strands/tall.ts";
import { describe, expect, it } from "vitest";
import { cryolink, voucher } from "../../fixture/cryolink.ts";
import { englishWords as words } from "../../fixture/words.ts";

const picture = tallLayout(cryolink(), words, 326);
const knob = (id: string) => picture.knobs.find((one) => one.id === id);

describe("the narrow strands picture", () => {
  it("is the same for the same data", () => {
    expect(tallLayout(cryolink(), words, 326)).toEqual(picture);
  });

  it("stands on a trunk at x = 20 with the participants of a block 24 px apart in its order", () => {
    expect(new Set(picture.capsules.map((capsule) => capsule.x))).toEqual(new Set([20]));
    expect(["r-w", "r-l", "r-u"].map((id) => knob(id)?.x)).toEqual([44, 68, 92]);
  });

  it("gives every station a row: 46 px, 66 under a station with two lines", () => {
    expect(["e-l", "e-s", "e-w1", "e-w2"].map((id) => knob(id)?.y)).toEqual([106, 152, 198, 244]);
    const [limburg, sherbrooke, wales] = ["a-l", "a-s", "a-w"].map((id) => knob(id)?.y ?? 0);
    expect([(sherbrooke ?? 0) - (limburg ?? 0), (wales ?? 0) - (sherbrooke ?? 0)]).toEqual([46, 66]);
  });

  it("puts no two stations and no two lines of text on one height", () => {
    for (const strands of [cryolink(), voucher()]) {
      const { labels } = tallLayout(strands, words, 326);
      const heights = labels.map((label) => label.y).toSorted((a, b) => a - b);
      for (const [index, height] of heights.entries()) {
        if (index > 0) expect(height - (heights[index - 1] ?? 0)).toBeGreaterThanOrEqual(12);
      }
    }
  });

  it("keeps every label right of the widest block and inside the width, however narrow", () => {
    for (const width of [296, 326, 500]) {
      const labels = tallLayout(cryolink(), words, width).labels;
      expect(Math.min(...labels.map((label) => label.x))).toBeGreaterThanOrEqual(112);
      expect(tallLayout(cryolink(), words, width).width).toBeLessThanOrEqual(Math.max(width, 300));
    }
  });

  it("shows other ways as one dashed line each", () => {
    expect(picture.labels.filter((label) => label.role === "why").map((label) => label.text)).toEqual([
      "or back to Proposed",
      "or: Rejected, then redress 30 days",
    ]);
  });
});
