/** Fresh ULIDs of this process, ascending even within one millisecond. */
import { randomBytes } from "node:crypto";
import type { Clock, Ids } from "@multihelix/core/port/deps.ts";

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function timePart(milliseconds: number): string {
  let rest = milliseconds;
  let text = "";
  for (let i = 0; i < 10; i++) {
    text = crockford[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** The last four letters are kept zero: one act may count up to a million ids from its base. */
export function createIds(clock: Clock): Ids {
  let last = 0;
  return {
    ulid() {
      last = Math.max(last + 1, Date.parse(clock.now()));
      const bytes = randomBytes(12);
      return `${timePart(last) + [...bytes].map((byte) => crockford[byte % 32]).join("")}0000`;
    },
  };
}
