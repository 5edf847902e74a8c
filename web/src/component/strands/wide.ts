/** The wide form of the strands picture: left to right, one lane per park (rules 1 to 8 and 10). */
import type { Strands } from "@multihelix/core/view/strands.ts";
import { type Columns, middle, placeRows, type Rows, spreadColumns, textBaselines } from "./columns.ts";
import { type Course, isBlockPresent, normalise, type Parallel, type Trunk } from "./normalise.ts";
import { emptySheet, type Picture, px, reached, type Sheet } from "./picture.ts";
import { drawWays } from "./wide-ways.ts";
import { laneLines, lineWidth, type StrandWords, trunkLines } from "./words.ts";

const level = 46;

/** Data to geometry; the same data, words and width give the same picture. `width` in px is what the page offers. */
export function wideLayout(strands: Strands, words: StrandWords, width: number): Picture {
  const course = normalise(strands);
  const columns = spreadColumns(course, words, width);
  const rows = placeRows(course);
  const sheet = emptySheet();
  for (const [index, block] of course.blocks.entries()) {
    const x = columns.x[index] ?? [];
    if (block.kind === "trunk") {
      drawTrunk(sheet, course, columns, rows, words, index, block);
    } else {
      drawHead(sheet, x, block.label, block.sublabel, isBlockPresent(block));
      drawLanes(sheet, course, columns, rows, index, block);
      drawStations(sheet, strands, x, rows, words, block);
    }
  }
  const height = drawWays(sheet, strands, course, columns, rows, words);
  return { width: columns.width, height, presentX: presentX(sheet), ...sheet };
}

function presentX(sheet: Sheet): number {
  const stations = [...sheet.capsules, ...sheet.knobs];
  const present = stations.filter((station) => station.state === "present").map((station) => station.x);
  if (present.length > 0) return Math.min(...present);
  return Math.max(0, ...stations.filter((station) => reached(station.state)).map((station) => station.x));
}

function drawTrunk(
  sheet: Sheet,
  course: Course,
  columns: Columns,
  rows: Rows,
  words: StrandWords,
  index: number,
  block: Trunk,
): void {
  const { station } = block;
  const x = columns.x[index]?.[0] ?? 0;
  sheet.capsules.push({ id: station.id, x, y: rows.trunk, width: 16, height: rows.capsule, state: station.state });
  const next = course.blocks[index + 1];
  if (next?.kind === "trunk") {
    const to = columns.x[index + 1]?.[0] ?? x;
    for (const park of course.stake) straight(sheet, park.id, x, to, rows, !reached(next.station.state));
  }
  if (station.label === "") return;
  const first = index === 0;
  const last = index === course.blocks.length - 1;
  const anchor = first ? "start" : last ? "end" : "middle";
  const at = first ? x - 16 : last ? x + 16 : x;
  sheet.labels.push({ x: at, y: 20, text: station.label, role: "name", anchor });
  const lines = trunkLines(station, words);
  for (const [row, line] of lines.entries()) {
    sheet.labels.push({ ...line, x: at, y: 37 + row * 14, anchor });
  }
  const from = 46 + Math.max(0, lines.length - 1) * 14;
  sheet.rules.push({ kind: "lead", d: `M${x} ${from}V${px(rows.trunk - rows.capsule / 2 + 1)}` });
}

function straight(sheet: Sheet, parkId: string, from: number, to: number, rows: Rows, toCome: boolean): void {
  const y = rows.bundle.get(parkId) ?? rows.trunk;
  sheet.lines.push({ parkId, d: `M${from} ${y}H${to}`, toCome });
}

function drawHead(sheet: Sheet, x: readonly number[], label: string, sub: string | undefined, present: boolean): void {
  const from = px((x[0] ?? 0) - 40);
  const to = px((x.at(-1) ?? 0) + 40);
  const centre = px(middle(x));
  sheet.rules.push({ kind: present ? "bracket-now" : "bracket", d: `M${from} 52V46H${to}V52` });
  sheet.labels.push({ x: centre, y: 20, text: label, role: "name", anchor: "middle" });
  if (sub !== undefined) sheet.labels.push({ x: centre, y: 37, text: sub, role: "sub", anchor: "middle" });
}

function drawLanes(sheet: Sheet, course: Course, columns: Columns, rows: Rows, index: number, block: Parallel): void {
  const x = columns.x[index] ?? [];
  const fork = columns.x[index - 1]?.[0] ?? 0;
  const join = columns.x[index + 1]?.[0] ?? 0;
  const after = course.blocks[index + 1];
  const joined = after?.kind === "trunk" && reached(after.station.state);
  for (const park of course.stake) {
    if (!block.lanes.some((lane) => lane.parkId === park.id)) straight(sheet, park.id, fork, join, rows, !joined);
  }
  for (const { parkId, stations } of block.lanes) {
    const y = rows.lane.get(parkId) ?? rows.trunk;
    const trunk = rows.bundle.get(parkId) ?? rows.trunk;
    const first = x[0] ?? 0;
    const end = px((x.at(-1) ?? 0) + level);
    const bend = px((fork + first - level) / 2);
    const unbend = px((end + join) / 2);
    sheet.lines.push({
      parkId,
      d: `M${fork} ${trunk}C${bend} ${trunk} ${bend} ${y} ${px(first - level)} ${y}H${first}`,
      toCome: !reached(stations[0]?.state ?? "to-come"),
    });
    for (const [step, station] of stations.slice(1).entries()) {
      sheet.lines.push({ parkId, d: `M${x[step] ?? 0} ${y}H${x[step + 1] ?? 0}`, toCome: !reached(station.state) });
    }
    const last = x[stations.length - 1] ?? first;
    const d = `M${last} ${y}H${end}C${unbend} ${y} ${unbend} ${trunk} ${join} ${trunk}`;
    sheet.lines.push({ parkId, d, toCome: !joined });
  }
}

function drawStations(
  sheet: Sheet,
  strands: Strands,
  x: readonly number[],
  rows: Rows,
  words: StrandWords,
  block: Parallel,
): void {
  for (const { parkId, stations } of block.lanes) {
    const y = rows.lane.get(parkId) ?? rows.trunk;
    for (const [step, station] of stations.entries()) {
      const at = x[step] ?? 0;
      const present = station.state === "present";
      sheet.knobs.push({ id: station.id, parkId, x: at, y, state: station.state });
      if (step === 0) drawPark(sheet, strands, parkId, at, present ? y - 30 : y - 25);
      const lines = laneLines(station, words);
      const baselines = textBaselines(rows, block, parkId, station, lines.length);
      for (const [row, line] of lines.entries()) {
        sheet.labels.push({ ...line, x: at, y: y + (baselines[row] ?? 0), anchor: "middle" });
      }
    }
  }
}

/** Mark and name, together centred over the station; `y` is the middle of the mark less 2 px. */
function drawPark(sheet: Sheet, strands: Strands, parkId: string, x: number, y: number): void {
  const name = strands.parks.find((park) => park.id === parkId)?.name ?? parkId;
  const left = px(x - (15 + lineWidth({ text: name, role: "park" })) / 2);
  sheet.marks.push({ parkId, x: left, y: y - 3 });
  sheet.labels.push({ x: px(left + 15), y: y + 6, text: name, role: "park", anchor: "start", parkId });
}
