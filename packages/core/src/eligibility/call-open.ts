/** Requirement: the call takes applications, by the server's clock, with the stated minutes of grace. */
import { graceMinutes, windowOf, windowWhenSubmitted } from "../call/call-window.ts";
import { fails, holds, type Requirement } from "./requirement.ts";

const codes = { "not-published": "call.not-published", "not-yet": "call.not-yet-open", closed: "call.closed" } as const;

export const callOpen: Requirement = {
  id: "call-open",
  /** Once submitted, the moment of submission is what counts. */
  check({ call, now, submittedAt }) {
    const at = submittedAt ?? now;
    const window = submittedAt === undefined ? windowOf(call, at) : windowWhenSubmitted(call, submittedAt);
    const facts = { opens: call.opens, closes: call.closes, graceMinutes, at, window };
    return window === "open" || window === "grace" ? holds(facts) : fails(codes[window], facts);
  },
};
