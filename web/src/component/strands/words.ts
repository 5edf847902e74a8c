/** The words that a picture needs besides its data; passed in, so that the layout knows neither clock nor language. */
import type { StrandStation } from "@multihelix/core/view/strands.ts";
import type { Label, LabelRole } from "./picture.ts";
import { textWidth } from "./text-width.ts";

export interface StrandWords {
  /** `18 Sep`. */
  readonly day: (instant: string) => string;
  /** `by 24 Nov, 5 d left`, `by 24 Nov, 2 d over`. */
  readonly dueShort: (station: StrandStation) => string | undefined;
  /** `by Tue 24 Nov · 5 days left`. */
  readonly dueLong: (station: StrandStation) => string | undefined;
  /** `Marie-Ève Gosselin holds it`. */
  readonly holds: (name: string) => string;
  /** `or back to Proposed`. */
  readonly backTo: (label: string) => string;
  /** `or: Rejected`. */
  readonly orElse: (caption: string) => string;
}

export interface Line {
  readonly text: string;
  readonly role: LabelRole;
}

const oneLine = 114;

/** `Marie-Ève Gosselin` as `M.-È. Gosselin`; a single name, an initial or a group of people stays as it is. */
export function shortName(name: string): string {
  const parts = name.trim().split(/\s+/);
  const [first, ...rest] = parts;
  if (first === undefined || rest.length === 0 || !/^\p{Lu}\p{Ll}/u.test(first)) return name;
  const initials = first
    .split("-")
    .map((part) => `${part.charAt(0)}.`)
    .join("-");
  return [initials, ...rest].join(" ");
}

/** One or two short lines under a lane station of the wide form. */
export function laneLines(station: StrandStation, words: StrandWords): Line[] {
  if (station.state === "present") {
    const due = words.dueShort(station);
    const lines: Line[] = [
      { text: station.holder === undefined ? station.label : shortName(station.holder), role: "now" },
    ];
    if (due !== undefined) lines.push({ text: due, role: station.overdue ? "late" : "sub" });
    return lines;
  }
  if (station.state === "to-come") return [{ text: station.sublabel ?? station.label, role: "sub" }];
  const when = station.at === undefined ? station.sublabel : words.day(station.at);
  if (when === undefined) return [{ text: station.label, role: "sub" }];
  const both = `${station.label} ${when}`;
  if (textWidth(both, 12) <= oneLine) return [{ text: both, role: "sub" }];
  return [
    { text: station.label, role: "sub" },
    { text: when, role: "sub" },
  ];
}

/** The lines under the name of a station where there is room for whole sentences (narrow form). */
export function roomyLines(station: StrandStation, words: StrandWords, withLabel: boolean): Line[] {
  if (station.state === "present") {
    const due = words.dueLong(station);
    const who = station.holder === undefined ? undefined : words.holds(station.holder);
    const lines: Line[] = [];
    if (who !== undefined) lines.push({ text: who, role: "now" });
    else if (withLabel) lines.push({ text: station.label, role: "now" });
    if (due !== undefined) lines.push({ text: due, role: station.overdue ? "late" : "sub" });
    return lines;
  }
  const when = station.at === undefined ? station.sublabel : words.day(station.at);
  if (station.state === "to-come" && withLabel) return [{ text: station.sublabel ?? station.label, role: "sub" }];
  const text = [withLabel ? station.label : undefined, when].filter((part) => part !== undefined).join(" ");
  return text === "" ? [] : [{ text, role: "sub" }];
}

/** The lines over a trunk station of the wide form, under its name. */
export function trunkLines(station: StrandStation, words: StrandWords): Line[] {
  if (station.state === "present") {
    const due = words.dueShort(station);
    const lines: Line[] = [];
    if (station.holder !== undefined) lines.push({ text: shortName(station.holder), role: "now" });
    if (due !== undefined) lines.push({ text: due, role: station.overdue ? "late" : "sub" });
    return lines;
  }
  const when = station.at === undefined ? station.sublabel : words.day(station.at);
  return when === undefined ? [] : [{ text: when, role: "sub" }];
}

const bold: readonly LabelRole[] = ["name", "now", "park"];

/** Estimated width in px of a label as `ui.css` draws its role: names 13 px, everything else 12 px. */
export function lineWidth(line: Pick<Label, "text" | "role">): number {
  return textWidth(line.text, line.role === "name" ? 13 : 12, bold.includes(line.role) ? "bold" : "normal");
}
