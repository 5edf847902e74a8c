import type { StrandBlock, Strands } from "@multihelix/core/view/strands.ts";
import { normalise } from "@multihelix/web/component/strands/normalise.ts";
import { describe, expect, it } from "vitest";
import { cryolink } from "../../fixture/cryolink.ts";

function withBlocks(...blocks: StrandBlock[]): Strands {
  return { ...cryolink(), blocks };
}

function parallel(id: string, ...parkIds: string[]): StrandBlock {
  return {
    kind: "parallel",
    id,
    label: id,
    lanes: parkIds.map((parkId, index) => ({
      parkId,
      stations: [{ id: `${id}-${index}`, label: "x", state: "done" as const }],
    })),
  };
}

describe("a workflow before it is drawn", () => {
  it("has an unlabelled trunk station between two parallel blocks, before the first and after the last", () => {
    const { blocks } = normalise(withBlocks(parallel("a", "limburg"), parallel("b", "wales")));
    expect(blocks.map((block) => (block.kind === "trunk" ? block.station.label : block.id))).toEqual([
      "",
      "a",
      "",
      "b",
      "",
    ]);
  });

  it("makes two slots of one park two stations on its strand", () => {
    const { blocks } = normalise(withBlocks(parallel("a", "lund", "wales", "lund")));
    const block = blocks[1];
    expect(block?.kind === "parallel" && block.length).toBe(2);
    expect(block?.kind === "parallel" && block.lanes.map((lane) => lane.parkId)).toEqual(["wales", "lund"]);
  });

  it("gives no lane to a park without a station", () => {
    const course = normalise(withBlocks(parallel("a", "limburg", "uppsala")));
    expect(course.stakeLanes.map((park) => park.id)).toEqual(["limburg"]);
    expect(course.guestLanes.map((park) => park.id)).toEqual(["uppsala"]);
    expect(course.stake).toHaveLength(3);
  });

  it("leaves out lanes of parks that the picture does not name", () => {
    expect(normalise(withBlocks(parallel("a", "nowhere"))).blocks).toEqual([]);
  });
});
