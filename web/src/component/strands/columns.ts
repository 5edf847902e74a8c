/** Where the columns and lanes of the wide form stand (rules 3 and 4 of the strands picture). */

import type { StrandStation } from "@multihelix/core/view/strands.ts";
import type { Block, Course, Parallel } from "./normalise.ts";
import { px } from "./picture.ts";
import type { StrandWords } from "./words.ts";
import { laneLines, lineWidth, trunkLines } from "./words.ts";

const margin = 34;
const leastGap = 96;
const lanePitch = 78;
const firstLane = 104;

export interface Columns {
  /** Per block, the x of each of its columns. */
  readonly x: readonly (readonly number[])[];
  readonly width: number;
}

/**
 * Spreads the columns over `width` px; where a gap would fall under 96 px, or two neighbouring texts would touch, the
 * picture becomes wider instead and its region scrolls.
 */
export function spreadColumns(course: Course, words: StrandWords, width: number): Columns {
  const at = weights(course.blocks);
  const total = at.at(-1)?.at(-1) ?? 0;
  if (total === 0) return { x: at.map((block) => block.map(() => margin)), width: Math.max(width, 2 * margin) };
  const unit = Math.max((width - 2 * margin) / total, leastGap, roomForText(course.blocks, at, words));
  return {
    x: at.map((block) => block.map((weight) => px(margin + unit * weight))),
    width: px(2 * margin + unit * total),
  };
}

/** Cumulative gap weights: trunk to trunk 0.8, lane to lane 1.04, fork or join 1.12. */
function weights(blocks: readonly Block[]): number[][] {
  const result: number[][] = [];
  let here = 0;
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    if (before !== undefined) here += before.kind === "trunk" && block.kind === "trunk" ? 0.8 : 1.12;
    const columns = [here];
    for (let more = 1; more < (block.kind === "parallel" ? block.length : 1); more += 1) {
      here += 1.04;
      columns.push(here);
    }
    result.push(columns);
  }
  return result;
}

function roomForText(blocks: readonly Block[], at: readonly (readonly number[])[], words: StrandWords): number {
  let unit = 0;
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    if (next !== undefined) {
      const gap = middle(at[index + 1]) - middle(at[index]);
      // The first head begins 16 px left of its station and the last ends 16 px right of it.
      const left = index === 0 ? headWidth(block, words) - 16 : headWidth(block, words) / 2;
      const right = index + 2 === blocks.length ? headWidth(next, words) - 16 : headWidth(next, words) / 2;
      unit = Math.max(unit, (left + right + 12) / gap);
    }
    if (block.kind === "parallel") unit = Math.max(unit, roomForLanes(block, words) / 1.04);
  }
  return unit;
}

function roomForLanes(block: Parallel, words: StrandWords): number {
  let gap = 0;
  for (const lane of block.lanes) {
    for (const [index, station] of lane.stations.entries()) {
      const next = lane.stations[index + 1];
      if (next === undefined) continue;
      const here = Math.max(...laneLines(station, words).map(lineWidth));
      const there = Math.max(...laneLines(next, words).map(lineWidth));
      gap = Math.max(gap, (here + there) / 2 + 6);
    }
  }
  return gap;
}

function headWidth(block: Block, words: StrandWords): number {
  const label = block.kind === "trunk" ? block.station.label : block.label;
  const under =
    block.kind === "trunk" ? trunkLines(block.station, words) : [{ text: block.sublabel ?? "", role: "sub" as const }];
  return Math.max(lineWidth({ text: label, role: "name" }), ...under.map(lineWidth));
}

/** The middle of a block over its columns. */
export function middle(columns: readonly number[] | undefined): number {
  return ((columns?.[0] ?? 0) + (columns?.at(-1) ?? 0)) / 2;
}

export interface Rows {
  readonly trunk: number;
  readonly lane: ReadonlyMap<string, number>;
  /** y of each stake park's place in the bundle: 7 px between centres. */
  readonly bundle: ReadonlyMap<string, number>;
  readonly capsule: number;
}

/** One fixed lane per park; the trunk row after the first half of the stake lanes, guests below. */
export function placeRows(course: Course): Rows {
  const upper = Math.ceil(course.stakeLanes.length / 2);
  const lane = new Map<string, number>();
  for (const [index, park] of [...course.stakeLanes, ...course.guestLanes].entries()) {
    lane.set(park.id, firstLane + lanePitch * (index < upper ? index : index + 1));
  }
  const trunk = firstLane + lanePitch * upper;
  return { trunk, lane, bundle: bundle(course, trunk), capsule: capsuleLength(course) };
}

/** Places in the bundle, centred on `trunk`. */
export function bundle(course: Course, trunk: number): Map<string, number> {
  const half = (course.stake.length - 1) / 2;
  return new Map(course.stake.map((park, index) => [park.id, px(trunk + (index - half) * 7)]));
}

/** Length in px of a capsule over the bundle; never so short that it stops being one. */
export function capsuleLength(course: Course): number {
  return Math.max(26, (course.stake.length - 1) * 7 + 20);
}

/**
 * Baselines in px, relative to a lane, of the texts under one of its stations. Under a present station they begin
 * lower, clear of its halo; where another lane of the block comes next they draw together, clear of its name.
 */
export function textBaselines(
  rows: Rows,
  block: Parallel,
  parkId: string,
  station: StrandStation,
  lines: number,
): number[] {
  const y = rows.lane.get(parkId);
  const crowded = y !== undefined && block.lanes.some((lane) => rows.lane.get(lane.parkId) === y + lanePitch);
  const [first, step] = station.state === "present" ? (crowded ? [29, 13] : [32, 14]) : [25, 14];
  return Array.from({ length: lines }, (_, line) => first + step * line);
}
