/** The narrow form of the strands picture: top to bottom, every station on a row of its own (rule 11). */
import type { StrandPark, Strands } from "@multihelix/core/view/strands.ts";
import { bundle, capsuleLength } from "./columns.ts";
import { type Block, type Course, isBlockOpen, normalise, type Parallel, type Trunk } from "./normalise.ts";
import { emptySheet, isOpen, type Picture, px, reached, type Sheet } from "./picture.ts";
import { breakLines, textWidth } from "./text-width.ts";
import { type Line, roomyLines, type StrandWords } from "./words.ts";

const row = 46;
const lane = 24;
const lineHeight = 15;

/** Where everything stands across, for the whole picture. */
interface Frame {
  readonly course: Course;
  readonly parks: readonly StrandPark[];
  readonly words: StrandWords;
  readonly trunk: number;
  readonly bundle: ReadonlyMap<string, number>;
  readonly capsule: number;
  readonly text: number;
  readonly textWidth: number;
}

/** Data to geometry; the same data, words and width give the same picture. `width` in px is what the page offers. */
export function tallLayout(strands: Strands, words: StrandWords, width: number): Picture {
  const course = normalise(strands);
  const capsule = capsuleLength(course);
  const trunk = Math.max(20, capsule / 2 + 3);
  const widest = Math.max(0, ...course.blocks.map((block) => (block.kind === "parallel" ? block.lanes.length : 0)));
  const text = Math.max(trunk + lane + lane * (widest - 1) + 20, trunk + capsule / 2 + 15);
  const frame: Frame = {
    course,
    parks: strands.parks,
    words,
    trunk,
    bundle: bundle(course, trunk),
    capsule,
    text,
    textWidth: Math.max(140, width - text - 4),
  };
  const sheet = emptySheet();
  let y = 22;
  let bottom = y;
  for (const [index, block] of course.blocks.entries()) {
    if (block.kind === "trunk") {
      bottom = drawTrunk(sheet, frame, block, y);
      bottom = drawWays(sheet, frame, strands, block, bottom);
      const next = course.blocks[index + 1];
      if (next?.kind === "trunk") {
        const to = bottom + 58 - 16;
        drawBundle(sheet, frame, course.stake, y, to, !reached(next.station.state));
        y = to;
      }
    } else {
      y = drawParallel(sheet, frame, strands, block, y, bottom, course.blocks[index + 1]);
    }
  }
  const labels = sheet.labels.map((label) => label.x + textWidth(label.text, label.role === "name" ? 13 : 12, "bold"));
  return { width: Math.max(width, px(Math.max(...labels) + 2)), height: px(bottom + 18), presentX: 0, ...sheet };
}

/** Returns the y of the last line of text. */
function drawTrunk(sheet: Sheet, frame: Frame, block: Trunk, y: number): number {
  const { station } = block;
  sheet.capsules.push({ id: station.id, x: frame.trunk, y, width: frame.capsule, height: 16, state: station.state });
  if (station.label === "") return y + 16;
  sheet.rules.push({ kind: "lead", d: `M${px(frame.trunk + frame.capsule / 2 + 6)} ${y}H${frame.text - 6}` });
  const name = write(sheet, frame, [{ text: station.label, role: "name" }], y - 1);
  return Math.max(y + 16, write(sheet, frame, roomyLines(station, frame.words, false), name + 16));
}

/** Writes lines from `y` on, broken to the width of the text column; returns the y of the last one. */
function write(sheet: Sheet, frame: Frame, lines: readonly Line[], y: number): number {
  let at = y - lineHeight;
  for (const line of lines) {
    const size = line.role === "name" ? 13 : 12;
    for (const text of breakLines(line.text, frame.textWidth, size, line.role === "sub" ? "normal" : "bold")) {
      at += lineHeight;
      sheet.labels.push({ x: frame.text, y: at, text, role: line.role, anchor: "start" });
    }
  }
  return at;
}

function drawBundle(
  sheet: Sheet,
  frame: Frame,
  parks: readonly StrandPark[],
  from: number,
  to: number,
  toCome: boolean,
): void {
  for (const park of parks) {
    sheet.lines.push({ parkId: park.id, d: `M${frame.bundle.get(park.id) ?? frame.trunk} ${from}V${to}`, toCome });
  }
}

/** Draws block, fork and join; returns the y of the trunk station after it. */
function drawParallel(
  sheet: Sheet,
  frame: Frame,
  strands: Strands,
  block: Parallel,
  fork: number,
  above: number,
  after: Block | undefined,
): number {
  const head = Math.max(fork + 52, above + 36);
  const afterHead = write(sheet, frame, [{ text: block.label, role: "name" }], head);
  const first = afterHead + 32;
  let y = first;
  let end = first;
  const at: number[][] = [];
  for (const [place, { parkId, stations }] of block.lanes.entries()) {
    const x = frame.trunk + lane * (place + 1);
    const rows: number[] = [];
    for (const station of stations) {
      rows.push(y);
      sheet.knobs.push({ id: station.id, parkId, x, y, state: station.state });
      sheet.rules.push({ kind: "lead", d: `M${x + 12} ${y}H${frame.text - 4}` });
      const name = frame.parks.find((park) => park.id === parkId)?.name ?? parkId;
      sheet.marks.push({ parkId, x: frame.text + 1, y: y - 10 });
      sheet.labels.push({ x: frame.text + 16, y: y - 1, text: name, role: "park", anchor: "start", parkId });
      const bottom = write(sheet, frame, roomyLines(station, frame.words, true), y + lineHeight);
      // One line under the name needs 46 px, two need 66: a line more, and 5 px of air.
      const more = Math.max(0, bottom - (y + lineHeight));
      end = y + 22 + (more > 0 ? more + 5 : 0);
      y += row + (more > 0 ? more + 5 : 0);
    }
    at.push(rows);
  }
  const lowest = drawWays(sheet, frame, strands, block, end - 20);
  if (lowest > end - 20) end = px(lowest + 24);
  const join = end + 52;
  drawLanes(sheet, frame, block, at, { fork, first, end, join }, after);
  return join;
}

function drawLanes(
  sheet: Sheet,
  frame: Frame,
  block: Parallel,
  at: readonly (readonly number[])[],
  y: { readonly fork: number; readonly first: number; readonly end: number; readonly join: number },
  after: Block | undefined,
): void {
  const joined = after?.kind === "trunk" && reached(after.station.state);
  const passing = frame.course.stake.filter((park) => !block.lanes.some((other) => other.parkId === park.id));
  drawBundle(sheet, frame, passing, y.fork, y.join, !joined);
  const forkHandle = px((y.first - y.fork) * 0.52);
  const joinHandle = px((y.join - y.end) * 0.52);
  for (const [place, { parkId, stations }] of block.lanes.entries()) {
    const x = frame.trunk + lane * (place + 1);
    const trunk = frame.bundle.get(parkId) ?? frame.trunk;
    const rows = at[place] ?? [];
    sheet.lines.push({
      parkId,
      d: `M${trunk} ${y.fork}C${trunk} ${px(y.fork + forkHandle)} ${x} ${px(y.first - forkHandle)} ${x} ${y.first}V${rows[0] ?? y.first}`,
      toCome: !reached(stations[0]?.state ?? "to-come"),
    });
    for (const [step, station] of stations.slice(1).entries()) {
      sheet.lines.push({
        parkId,
        d: `M${x} ${rows[step] ?? 0}V${rows[step + 1] ?? 0}`,
        toCome: !reached(station.state),
      });
    }
    sheet.lines.push({
      parkId,
      d: `M${x} ${rows.at(-1) ?? y.first}V${y.end}C${x} ${px(y.end + joinHandle)} ${trunk} ${px(y.join - joinHandle)} ${trunk} ${y.join}`,
      toCome: !joined,
    });
  }
}

/** One dashed line per way that is still open, under its block; returns the y that the block now reaches to. */
function drawWays(sheet: Sheet, frame: Frame, strands: Strands, block: Block, bottom: number): number {
  if (!isBlockOpen(block)) return bottom;
  const ids =
    block.kind === "trunk"
      ? [block.station.id]
      : [block.id, ...block.lanes.flatMap((l) => l.stations.map((s) => s.id))];
  const start = px(wayStart(frame, block));
  let y = bottom;
  for (const way of strands.otherWays) {
    if (!ids.includes(way.from)) continue;
    const text =
      way.kind === "exit" ? frame.words.orElse(way.caption) : frame.words.backTo(nameOf(frame.course, way.to));
    const from = px(y + 22);
    sheet.rules.push({ kind: "way", d: `M${start} ${from}H${frame.text - 10}` });
    for (const [index, line] of breakLines(text, frame.textWidth, 12).entries()) {
      y = from + 4 + index * lineHeight;
      sheet.labels.push({ x: frame.text, y, text: line, role: "why", anchor: "start" });
    }
  }
  return y;
}

/** A way leaves from the capsule, or from the first lane on which the case still is or will be. */
function wayStart(frame: Frame, block: Block): number {
  if (block.kind === "trunk") return frame.trunk + frame.capsule / 2 + 6;
  const place = block.lanes.findIndex((other) => other.stations.some((station) => isOpen(station.state)));
  return frame.trunk + lane * (place + 1);
}

function nameOf(course: Course, id: string): string {
  for (const block of course.blocks) {
    if (block.kind === "parallel" && block.id === id) return block.label;
    const station = (block.kind === "trunk" ? [block.station] : block.lanes.flatMap((l) => l.stations)).find(
      (s) => s.id === id,
    );
    if (station !== undefined) return block.kind === "trunk" ? station.label : block.label;
  }
  return id;
}
