/** The only place that says whether a call takes applications at an instant, by the server's clock. */
import { addMinutes, type Instant } from "../kernel/instant.ts";
import type { Call } from "./call.ts";

/** Stated wherever a closing instant is: so much later a submission still counts. */
export const graceMinutes = 5;

/** `grace`: closed, but within the minutes that a slow line is allowed. */
export type CallWindow = "not-published" | "not-yet" | "open" | "grace" | "closed";

/** States after `open` (closed early, deciding, …) close the window whatever the instants say. */
export function windowOf(call: Pick<Call, "state" | "opens" | "closes">, at: Instant): CallWindow {
  if (call.state === "draft") return "not-published";
  if (call.state !== "scheduled" && call.state !== "open") return "closed";
  if (at < call.opens) return "not-yet";
  if (at <= call.closes) return "open";
  return at <= addMinutes(call.closes, graceMinutes) ? "grace" : "closed";
}

/**
 * How the call stood when something was submitted at that instant: a call that has moved on since (closed, deciding, decided)
 * does not make a submission late that was taken in time.
 */
export function windowWhenSubmitted(call: Pick<Call, "state" | "opens" | "closes">, submittedAt: Instant): CallWindow {
  return windowOf(call.state === "draft" ? call : { ...call, state: "open" }, submittedAt);
}
