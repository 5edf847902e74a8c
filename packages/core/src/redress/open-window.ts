/** The only place that says whether redress is still open in a case, against whichever decision can be asked about. */
import type { Call } from "../call/call.ts";
import type { CaseId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Letter } from "../letter/letter.ts";
import type { Reader } from "../port/store.ts";
import { askablesOf, askedBefore, type DecidedFacts } from "./against.ts";
import { isPending } from "./redress.ts";
import { untilOf } from "./window.ts";

/** What the windows of a case depend on. */
export interface WindowFacts extends DecidedFacts {
  readonly letters: readonly Pick<Letter, "kind" | "key" | "status" | "sentAt" | "openedAt">[];
}

/** Letters are many: they are read where there is something to ask about. */
export async function readWindows(reader: Reader, call: Call, caseId: CaseId): Promise<WindowFacts[]> {
  const [one, voucher, claims, recoveries] = await Promise.all([
    reader.get("case", { caseId }),
    reader.get("voucher", { caseId }),
    reader.list("claim", { caseId }),
    reader.list("recovery", { caseId }),
  ]);
  if (one === undefined) return [];
  const facts = { one, call, voucher, claims, recoveries };
  const letters = askablesOf(facts).length === 0 ? [] : await reader.list("letter", { stream: caseId });
  return [{ ...facts, letters }];
}

/** A request waits for its answer, or one can still be made: its 30 days run, or no delivery of its letter is proven. */
export function isWindowOpen(facts: WindowFacts, zone: string, now: Instant): boolean {
  const { one, letters } = facts;
  if (isPending(one.redress)) return true;
  return askablesOf(facts).some((askable) => {
    if (askedBefore(one, askable) !== undefined) return false;
    const told = letters.filter(({ key }) => askable.told(key));
    const until = untilOf(told, zone);
    return until === undefined || until >= now;
  });
}
