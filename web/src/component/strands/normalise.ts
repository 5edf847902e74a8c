/** What a workflow becomes before it is drawn: lanes in network order, one per park, and a trunk station around every block. */
import type {
  StrandBlock,
  StrandLane,
  StrandPark,
  StrandStation,
  Strands,
  StrandTrunk,
} from "@multihelix/core/view/strands.ts";
import { isOpen, reached } from "./picture.ts";

export interface Trunk {
  readonly kind: "trunk";
  readonly station: StrandStation;
}

export interface Parallel {
  readonly kind: "parallel";
  readonly id: string;
  readonly label: string;
  readonly sublabel: string | undefined;
  readonly lanes: readonly StrandLane[];
  /** Columns of the wide form: as many as the longest strand. */
  readonly length: number;
}

export type Block = Trunk | Parallel;

export interface Course {
  readonly blocks: readonly Block[];
  /** Parks that pay or will: they run the whole way, in network order. */
  readonly stake: readonly StrandPark[];
  /** Parks with a station somewhere, stake parks first, each in network order. */
  readonly stakeLanes: readonly StrandPark[];
  readonly guestLanes: readonly StrandPark[];
}

/** The stations of a block, in the order of its lanes. */
export function stationsOf(block: Block): readonly StrandStation[] {
  return block.kind === "trunk" ? [block.station] : block.lanes.flatMap((lane) => lane.stations);
}

/** Whether the case is in a block or may still come to it. */
export function isBlockOpen(block: Block): boolean {
  return stationsOf(block).some((station) => isOpen(station.state));
}

export function isBlockPresent(block: Block): boolean {
  return stationsOf(block).some((station) => station.state === "present");
}

/** Rules 1 and 2 of the strands picture. Lanes of parks that the picture does not know are left out. */
export function normalise(strands: Strands): Course {
  const blocks = withTrunks(
    strands.blocks.map((block) => toBlock(block, strands.parks)).filter((block) => block !== undefined),
  );
  const withStation = new Set(
    blocks.flatMap((block) => (block.kind === "parallel" ? block.lanes.map((lane) => lane.parkId) : [])),
  );
  const lanes = strands.parks.filter((park) => withStation.has(park.id));
  return {
    blocks,
    stake: strands.parks.filter((park) => park.stake),
    stakeLanes: lanes.filter((park) => park.stake),
    guestLanes: lanes.filter((park) => !park.stake),
  };
}

function toBlock(block: StrandBlock, parks: readonly StrandPark[]): Block | undefined {
  if (block.kind === "trunk") return { kind: "trunk", station: block };
  const lanes = parks
    .map((park) => ({
      parkId: park.id,
      stations: block.lanes.filter((lane) => lane.parkId === park.id).flatMap((lane) => lane.stations),
    }))
    .filter((lane) => lane.stations.length > 0);
  if (lanes.length === 0) return undefined;
  const length = Math.max(...lanes.map((lane) => lane.stations.length));
  return { kind: "parallel", id: block.id, label: block.label, sublabel: block.sublabel, lanes, length };
}

/** Every parallel block stands between two trunk stations; where the workflow has none, an unlabelled one is put in. */
function withTrunks(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  let before: Block | undefined;
  for (const block of blocks) {
    if (block.kind === "parallel" && before?.kind !== "trunk")
      result.push(unlabelled(`before-${block.id}`, entered(block)));
    result.push(block);
    before = block;
  }
  if (before?.kind === "parallel") result.push(unlabelled(`after-${before.id}`, !isBlockOpen(before)));
  return result;
}

function entered(block: Block): boolean {
  return stationsOf(block).some((station) => reached(station.state));
}

function unlabelled(id: string, passed: boolean): Trunk {
  const station: StrandTrunk = { kind: "trunk", id, label: "", state: passed ? "done" : "to-come" };
  return { kind: "trunk", station };
}
