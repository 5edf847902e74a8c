/** What is wrong with a duty that people of a park, or of the network, hold: nobody, one alone, all of them ending soon, nobody to stand in. */
import { addDays, type Instant } from "../kernel/instant.ts";
import type { RoleName } from "./role-grant.ts";

export interface DutyHolder {
  readonly name: string;
  readonly substitute: boolean;
  readonly disabled: boolean;
  readonly until: Instant | undefined;
}

/**
 * `none`: nobody may do it now. `one`: one person alone. `ending`: whoever holds it now, none does 60 days from now.
 * `no-substitute`: nobody stands in. `substitute-disabled`: whoever would stand in cannot sign in.
 */
export const dutyGapKinds = ["none", "one", "ending", "no-substitute", "substitute-disabled"] as const;
export type DutyGapKind = (typeof dutyGapKinds)[number];

/** So far ahead somebody must be found. */
export const endingDays = 60;

/** Duties that one person does, and only the operator stands in for. */
const alone: readonly RoleName[] = ["secretary", "auditor", "coordinator"];
/** Duties of a pool: nobody stands in for another. */
const pooled: readonly RoleName[] = ["reviewer"];

/** In the order of weight; empty where nothing is missing. */
export function gapsOfDuty(role: RoleName, holders: readonly DutyHolder[], now: Instant): DutyGapKind[] {
  const able = holders.filter(({ disabled, until }) => !disabled && isInForce(until, now));
  if (able.length === 0) return ["none"];
  const later = addDays(now, endingDays);
  const gaps: DutyGapKind[] = [];
  if (able.length === 1 && !alone.includes(role)) gaps.push("one");
  if (able.every(({ until }) => !isInForce(until, later))) gaps.push("ending");
  if (alone.includes(role) || pooled.includes(role)) return gaps;
  const standing = holders.filter(({ substitute, until }) => substitute && isInForce(until, now));
  if (standing.length === 0) gaps.push("no-substitute");
  else if (standing.every(({ disabled }) => disabled)) gaps.push("substitute-disabled");
  return gaps;
}

function isInForce(until: Instant | undefined, now: Instant): boolean {
  return until === undefined || now < until;
}
