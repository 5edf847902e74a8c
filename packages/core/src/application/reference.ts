/** The only place that makes a case's reference, the name that people use. */
import type { Call } from "../call/call.ts";
import type { CaseId } from "../kernel/id.ts";
import type { Moment } from "../kernel/verb.ts";

/** Letters and digits that nobody mistakes for each other (Crockford). */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** `LIM-V26-7K3QX`. A reference that is taken refuses the commit; the next attempt falls in another millisecond. */
export function referenceOf(call: Call, caseId: CaseId, moment: Moment): string {
  const bits = Number.parseInt(moment.digest(`${caseId} ${moment.now}`).slice(0, 7), 16);
  const letters = [0, 5, 10, 15, 20].map((shift) => alphabet[(bits >> shift) & 31]);
  return `${call.code}-${letters.join("")}`;
}
