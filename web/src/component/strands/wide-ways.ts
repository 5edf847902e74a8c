/** The other ways of the wide form: thin dashes under the lanes, back to an earlier station or out (rule 9). */
import type { Strands, StrandWay } from "@multihelix/core/view/strands.ts";
import { type Columns, type Rows, textBaselines } from "./columns.ts";
import { type Block, type Course, isBlockOpen, stationsOf } from "./normalise.ts";
import { px, type Sheet } from "./picture.ts";
import { laneLines, lineWidth, type StrandWords } from "./words.ts";

const corner = 12;
const pitch = 36;
/** Names and dates stand above this y. */
const heads = 60;

interface Foot {
  readonly x: number;
  readonly y: number;
}

interface Route {
  readonly d: string;
  readonly arrow: string;
  readonly captionX: number;
  readonly anchor: "start" | "middle" | "end";
}

/** Draws every way that is still open and returns the height in px of the whole picture. */
export function drawWays(
  sheet: Sheet,
  strands: Strands,
  course: Course,
  columns: Columns,
  rows: Rows,
  words: StrandWords,
): number {
  const lowest = Math.max(
    rows.trunk + rows.capsule / 2 + 20,
    ...rows.lane.values(),
    ...sheet.labels.filter((label) => label.y > heads).map((label) => label.y),
  );
  const open = strands.otherWays
    .map((way) => place(way, course, columns, rows, words))
    .filter((placed) => placed !== undefined)
    // The narrowest lies on top, so that its legs cross no other way.
    .toSorted((one, other) => one.to - one.from - (other.to - other.from) || other.start.x - one.start.x);
  const taken: { readonly from: number; readonly to: number; readonly level: number }[] = [];
  for (const { way, start, end, from, to } of open) {
    let level = 0;
    while (taken.some((other) => other.level === level && from < other.to + 16 && to > other.from - 16)) level += 1;
    taken.push({ from, to, level });
    const y = lowest + 7 + level * pitch;
    const route = end === undefined ? exit(way, start, y, columns.width) : back(way, start, end, y, columns.width);
    sheet.rules.push({ kind: "way", d: route.d }, { kind: "arrow", d: route.arrow });
    sheet.labels.push({ x: route.captionX, y: y + 17, text: way.caption, role: "why", anchor: route.anchor });
  }
  if (taken.length === 0) return px(lowest + 18);
  return px(lowest + 7 + Math.max(...taken.map((way) => way.level)) * pitch + 26);
}

interface Placed {
  readonly way: StrandWay;
  readonly start: Foot;
  readonly end: Foot | undefined;
  readonly from: number;
  readonly to: number;
}

/** Where a way begins and ends; undefined for one that the case can no longer take. */
function place(way: StrandWay, course: Course, columns: Columns, rows: Rows, words: StrandWords): Placed | undefined {
  const index = blockIndex(course, way.from);
  const block = course.blocks[index];
  if (block === undefined || !isBlockOpen(block)) return undefined;
  const target = way.kind === "return" ? blockIndex(course, way.to) : -1;
  if (way.kind === "return" && target < 0) return undefined;
  const start = foot(course, columns, rows, words, index, "last");
  const end = way.kind === "return" ? foot(course, columns, rows, words, target, "first") : undefined;
  const [from, to] = extent(way, start, end, columns.width);
  return { way, start, end, from, to };
}

function blockIndex(course: Course, id: string): number {
  return course.blocks.findIndex(
    (block) => (block.kind === "parallel" && block.id === id) || stationsOf(block).some((station) => station.id === id),
  );
}

/** The point under a block from which a way leaves, or at which it comes in. */
function foot(
  course: Course,
  columns: Columns,
  rows: Rows,
  words: StrandWords,
  index: number,
  which: "first" | "last",
): Foot {
  const block: Block | undefined = course.blocks[index];
  const x = columns.x[index] ?? [];
  const at = (which === "first" ? x[0] : x.at(-1)) ?? 0;
  if (block === undefined || block.kind === "trunk") return { x: at, y: px(rows.trunk + rows.capsule / 2 + 6) };
  const column = which === "first" ? 0 : block.length - 1;
  const ys = block.lanes.map(({ parkId, stations }) => {
    const y = rows.lane.get(parkId) ?? rows.trunk;
    const station = stations[column];
    if (station === undefined) return y + 12;
    const baselines = textBaselines(rows, block, parkId, station, laneLines(station, words).length);
    return y + (baselines.at(-1) ?? 0) + 10;
  });
  return { x: at, y: Math.max(...ys) };
}

const exitLength = 114;

/** How far a way and its caption reach sideways, so that two ways never share a place. */
function extent(way: StrandWay, start: Foot, end: Foot | undefined, width: number): [number, number] {
  const caption = lineWidth({ text: way.caption, role: "why" });
  if (end === undefined) {
    const right = start.x + Math.max(exitLength, caption + corner);
    return right > width - 8 ? [start.x - Math.max(exitLength, caption + corner), start.x] : [start.x, right];
  }
  const centre = (start.x + end.x) / 2;
  return [Math.min(start.x, end.x, centre - caption / 2), Math.max(start.x, end.x, centre + caption / 2)];
}

function exit(way: StrandWay, start: Foot, y: number, width: number): Route {
  const caption = lineWidth({ text: way.caption, role: "why" });
  const left = start.x + Math.max(exitLength, caption + corner) > width - 8;
  const side = left ? -1 : 1;
  const to = px(start.x + side * exitLength);
  return {
    d: `M${start.x} ${start.y}V${y - corner}Q${start.x} ${y} ${px(start.x + side * corner)} ${y}H${to}`,
    arrow: `M${px(to - side * 7)} ${y - 5}l${side * 7} 5 ${side * -7} 5`,
    captionX: px(start.x + side * corner),
    anchor: left ? "end" : "start",
  };
}

function back(way: StrandWay, start: Foot, end: Foot, y: number, width: number): Route {
  // A way back to the same column still needs two legs.
  const toX = Math.abs(start.x - end.x) < 2 * corner ? px(start.x - 3 * corner) : end.x;
  const side = toX < start.x ? -1 : 1;
  const caption = lineWidth({ text: way.caption, role: "why" });
  const centre = Math.min(Math.max((start.x + toX) / 2, caption / 2 + 4), width - caption / 2 - 4);
  return {
    d:
      `M${start.x} ${start.y}V${y - corner}Q${start.x} ${y} ${px(start.x + side * corner)} ${y}` +
      `H${px(toX - side * corner)}Q${toX} ${y} ${toX} ${y - corner}V${end.y}`,
    arrow: `M${px(toX - 5)} ${px(end.y + 6)}l5-7 5 7`,
    captionX: px(centre),
    anchor: "middle",
  };
}
