/** The ways that told cases go, as far as several of them go the same way. */
import {
  approves,
  declares,
  invites,
  offers,
  proposes,
  releases,
  reviews,
  screens,
  starts,
  submits,
  writes,
} from "./selection-acts.ts";
import type { Act } from "./told-case.ts";
import { accepts, assesses, clears, confirms, pays, reports } from "./use-acts.ts";

export const applied: readonly Act[] = [starts(-9), writes(-8), invites(-8), offers(-4), submits(0)];
export const screened: readonly Act[] = [...applied, screens(2)];

const good = [
  [4, 4, 4, 3],
  [4, 3, 4, 4],
];

export const reviewed = (marks: readonly (readonly number[])[] = good): readonly Act[] => [
  ...screened,
  declares(4),
  reviews(9, marks),
];
export const proposed: readonly Act[] = [...reviewed(), proposes(13)];
export const approved: readonly Act[] = [...proposed, approves(16)];
export const issued: readonly Act[] = [...approved, releases(18)];
export const inUse: readonly Act[] = [...issued, accepts(21, "applicant"), accepts(23, "provider")];
export const reported: readonly Act[] = [...inUse, reports(55)];
export const claimed: readonly Act[] = [...reported, confirms(58)];
export const cleared: readonly Act[] = [...claimed, assesses(63), clears(66)];
export const sent: readonly Act[] = [...cleared, pays(69)];
