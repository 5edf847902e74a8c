/** The geometry that both forms of the strands picture come down to; coordinates in px, rounded to hundredths. */
import type { StrandState } from "@multihelix/core/view/strands.ts";

/** A piece of a park's strand; `toCome` is dotted. */
export interface StrandLine {
  readonly parkId: string;
  readonly d: string;
  readonly toCome: boolean;
}

/** A trunk station, drawn as a capsule over the bundle; `x`, `y` are its centre. */
export interface Capsule {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly state: StrandState;
}

/** A station on one park's lane. */
export interface Knob {
  readonly id: string;
  readonly parkId: string;
  readonly x: number;
  readonly y: number;
  readonly state: StrandState;
}

export type LabelRole = "name" | "sub" | "now" | "late" | "park" | "why";

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly role: LabelRole;
  readonly anchor: "start" | "middle" | "end";
  readonly parkId?: string;
}

/** A park's shape, 10 px, with its top left corner. */
export interface Mark {
  readonly parkId: string;
  readonly x: number;
  readonly y: number;
}

export interface Rule {
  readonly kind: "lead" | "bracket" | "bracket-now" | "way" | "arrow";
  readonly d: string;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Where the case is now, to scroll to. */
  readonly presentX: number;
  readonly lines: readonly StrandLine[];
  readonly capsules: readonly Capsule[];
  readonly knobs: readonly Knob[];
  readonly labels: readonly Label[];
  readonly marks: readonly Mark[];
  readonly rules: readonly Rule[];
}

/** A picture while it is drawn. */
export interface Sheet {
  readonly lines: StrandLine[];
  readonly capsules: Capsule[];
  readonly knobs: Knob[];
  readonly labels: Label[];
  readonly marks: Mark[];
  readonly rules: Rule[];
}

export function emptySheet(): Sheet {
  return { lines: [], capsules: [], knobs: [], labels: [], marks: [], rules: [] };
}

/** Hundredths of a pixel are enough, and keep equal pictures equal. */
export function px(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Whether the case has come to a station, whatever the answer there. */
export function reached(state: StrandState): boolean {
  return state !== "to-come";
}

export function isOpen(state: StrandState): boolean {
  return state === "present" || state === "to-come";
}
