/** Conflict rule: who acted on the case for a park does not review it (domain §3): HARD. */
import type { ConflictRule } from "./conflict.ts";

export const actedOnCase: ConflictRule = {
  id: "acted-on-case",
  check: ({ reviewer, on }) => (on.actedBy.includes(reviewer.personId) ? [{ level: "HARD" }] : []),
};
