import type { Strands } from "@multihelix/core/view/strands.ts";
import { wideLayout } from "@multihelix/web/component/strands/wide.ts";
import { describe, expect, it } from "vitest";
import { cryolink, voucher } from "../../fixture/cryolink.ts";
import { englishWords as words } from "../../fixture/words.ts";

const picture = wideLayout(cryolink(), words, 1168);
const knob = (id: string) => picture.knobs.find((one) => one.id === id);
const capsule = (id: string) => picture.capsules.find((one) => one.id === id);

describe("the wide strands picture", () => {
  it("is the same for the same data", () => {
    expect(wideLayout(cryolink(), words, 1168)).toEqual(picture);
  });

  it("spreads columns by gap weights, first and last 34 px inside", () => {
    expect(picture.width).toBe(1168);
    expect([capsule("submitted")?.x, capsule("runs")?.x]).toEqual([34, 1134]);
    expect([knob("e-l")?.x, knob("e-w2")?.x, capsule("panel")?.x, capsule("proposed")?.x]).toEqual([
      148.07, 254, 596.22, 677.7,
    ]);
  });

  it("gives each park one lane 78 px apart, the trunk after the first half of the stake parks, guests below", () => {
    expect([
      knob("a-l")?.y,
      knob("a-s")?.y,
      capsule("panel")?.y,
      knob("a-w")?.y,
      knob("r-l")?.y,
      knob("r-u")?.y,
    ]).toEqual([104, 182, 260, 338, 416, 494]);
  });

  it("bends from its place in the bundle with both handles at half the way, level 46 px before the station", () => {
    expect(picture.lines[0]).toEqual({
      parkId: "limburg",
      d: "M34 253C68.04 253 68.04 104 102.07 104H148.07",
      toCome: false,
    });
  });

  it("runs a shorter strand level to the end of its block, then joins as it forked", () => {
    const join = picture.lines.find((line) => line.parkId === "limburg" && line.d.startsWith("M148.07 104H300"));
    expect(join?.d).toBe("M148.07 104H300C334.04 104 334.04 253 368.07 253");
  });

  it("keeps a stake park without work in the bundle, straight through the block", () => {
    expect(picture.lines).toContainEqual({ parkId: "limburg", d: "M368.07 253H596.22", toCome: false });
  });

  it("grows a guest out of the middle of the fork station and ends it in the join station", () => {
    const lund = picture.lines.filter((line) => line.parkId === "lund");
    expect(lund[0]?.d.startsWith("M368.07 260C")).toBe(true);
    expect(lund.at(-1)?.d.endsWith("596.22 260")).toBe(true);
    expect(lund).toHaveLength(2);
  });

  it("dots the way from a done station to a trunk station not reached", () => {
    const approved = picture.lines.filter((line) => line.parkId === "limburg" && line.d.includes(`${knob("a-l")?.x}`));
    expect(approved.map((line) => line.toCome)).toEqual([false, true]);
  });

  it("draws ways that are still open under the lanes, and none from stations passed", () => {
    const ways = picture.rules.filter((rule) => rule.kind === "way").map((rule) => rule.d);
    expect(ways).toEqual([
      "M791.78 394V514Q791.78 526 779.78 526H689.7Q677.7 526 677.7 514V283",
      "M905.85 283V514Q905.85 526 917.85 526H1019.85",
    ]);
    const past = { ...cryolink(), otherWays: [{ kind: "exit" as const, from: "panel", caption: "Withdrawn" }] };
    expect(wideLayout(past, words, 1168).rules.filter((rule) => rule.kind === "way")).toEqual([]);
  });

  it("marks the bracket of the block where the case is", () => {
    expect(picture.rules.filter((rule) => rule.kind === "bracket-now").map((rule) => rule.d)).toEqual([
      "M751.78 52V46H831.78V52",
    ]);
  });

  it("says who holds a present station and until when, in red when over", () => {
    const near = (id: string) => {
      const at = knob(id);
      return picture.labels.filter(
        (label) => label.x === at?.x && label.y > (at?.y ?? 0) && label.y < (at?.y ?? 0) + 60,
      );
    };
    expect(near("a-s").map(({ text, role }) => ({ text, role }))).toEqual([
      { text: "M.-È. Gosselin", role: "now" },
      { text: "by 24 Nov, 5 d left", role: "sub" },
    ]);
    const late = wideLayout(voucher(), words, 1168).labels.find((label) => label.role === "late");
    expect(late?.text).toBe("by 24 Nov, 2 d over");
  });

  it("becomes wider instead of closer when a gap would fall under 96 px", () => {
    expect(wideLayout(cryolink(), words, 700).width).toBeGreaterThanOrEqual(96 * 10.8 + 68);
  });

  it("lets no two texts touch, at any width offered", () => {
    for (const strands of [cryolink(), voucher()]) {
      for (const width of [760, 1000, 1168, 1328]) expect(overlaps(strands, width)).toEqual([]);
    }
  });
});

/** Pairs of texts whose estimated boxes share a point. */
function overlaps(strands: Strands, width: number): string[] {
  const boxes = wideLayout(strands, words, width).labels.map((label) => {
    const long = label.text.length * 6.2;
    const left = label.anchor === "start" ? label.x : label.anchor === "end" ? label.x - long : label.x - long / 2;
    return { text: label.text, left, right: left + long, top: label.y - 9, bottom: label.y + 2 };
  });
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter((two) => one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom)
      .map((two) => `${one.text} / ${two.text}`),
  );
}
