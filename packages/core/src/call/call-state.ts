/** The only place that says in which state a call is by the clock and by its cases, and whether anything may be proposed in it. */
import type { CaseStatus } from "../application/case.ts";
import { addMinutes, type Instant } from "../kernel/instant.ts";
import type { Call } from "./call.ts";
import { graceMinutes } from "./call-window.ts";

/** Domain §5: a deadline call proposes nothing before its ranking is frozen. */
export function isGateShut(call: Pick<Call, "mode" | "frozen">): boolean {
  return call.mode === "deadline" && call.frozen === undefined;
}

/** The last instant at which a submission may still arrive, and from which on the call is closed. */
export function closedFrom(call: Pick<Call, "closes">): Instant {
  return addMinutes(call.closes, graceMinutes);
}

/** How far the cases of a call have come. */
export interface Standing {
  /** Submitted cases whose reviews are not over. */
  readonly before: number;
  /** Submitted cases whose decision nobody was told yet, those in `before` included. */
  readonly undecided: number;
  /** Decisions against which redress can still be asked, or was and is not answered. */
  readonly windows: number;
}

const beforeDeciding: readonly CaseStatus[] = ["screening", "more-information", "ineligible-proposed", "in-review"];
const untold: readonly CaseStatus[] = [...beforeDeciding, "deciding", "approving", "approved"];

export function standingOf(statuses: readonly CaseStatus[], windows: number): Standing {
  return {
    before: statuses.filter((status) => beforeDeciding.includes(status)).length,
    undecided: statuses.filter((status) => untold.includes(status)).length,
    windows,
  };
}

/**
 * The state that follows the present one now, or undefined while it stays. `closed → deciding` of a deadline call is made
 * by freezing its ranking, never by time; one without a case that wants a decision is decided as it closes.
 */
export function nextState(
  call: Pick<Call, "state" | "mode" | "opens" | "closes">,
  standing: Standing,
  now: Instant,
): Call["state"] | undefined {
  switch (call.state) {
    case "draft":
    case "archived":
      return undefined;
    case "scheduled":
      return call.opens <= now ? "open" : undefined;
    case "open":
      return closedFrom(call) < now ? "closed" : undefined;
    case "closed":
      if (standing.undecided === 0) return "decided";
      return call.mode === "rolling" && standing.before === 0 ? "deciding" : undefined;
    case "deciding":
      return standing.undecided === 0 ? "decided" : undefined;
    case "decided":
      return standing.undecided === 0 && standing.windows === 0 ? "archived" : undefined;
  }
}
