/** The only place that says until when redress is open in a case, against whichever decision can be asked about. */
import type { Call } from "../call/call.ts";
import type { CaseId } from "../kernel/id.ts";
import { addDays, type Instant } from "../kernel/instant.ts";
import type { Letter } from "../letter/letter.ts";
import type { Reader } from "../port/store.ts";
import { type Askable, askablesOf, askedBefore, type DecidedFacts, requestsOf } from "./against.ts";
import { isPending } from "./redress.ts";
import { examinedOf, type Stood, untilOf } from "./window.ts";

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

/** A decision that was not asked about, and whose 30 days run, or whose letter has not provably arrived. */
export interface OpenAsk extends Askable {
  readonly until: Instant | undefined;
  /** Last instant at which another decision is asked about first; absent where none is. */
  readonly waits?: Instant;
}

/** A request waits for its answer, or one can still be made. */
export function isWindowOpen(facts: WindowFacts, zone: string, now: Instant): boolean {
  return isPending(facts.one.redress) || openAsksOf(facts, zone, now).length > 0;
}

/** The latest decision first. */
export function openAsksOf(facts: WindowFacts, zone: string, now: Instant): OpenAsk[] {
  return askablesOf(facts)
    .filter((askable) => askedBefore(facts.one, askable) === undefined)
    .map((askable) => ({ ...askable, ...windowOf(facts, askable, zone, now) }))
    .filter(({ until, waits }) => until === undefined || until >= now || waits !== undefined);
}

/** Until when this decision can be asked about, and whether another comes first. */
export function windowOf(
  facts: WindowFacts,
  askable: Askable,
  zone: string,
  now: Instant,
): Pick<OpenAsk, "until" | "waits"> {
  const waited = waitedOf(facts, askable, zone, now);
  const stood = [...examinedOf(requestsOf(facts.one)), ...waited];
  const until = untilOf(
    facts.letters.filter(({ key }) => askable.told(key)),
    zone,
    stood,
  );
  const waits = waited.find(({ from, to }) => to >= now && (until === undefined || until >= from))?.to;
  return { until, ...(waits === undefined ? {} : { waits }) };
}

const daysUnproven = 60;

/** How long others wait for a decision to be asked about whose letter nobody can prove to have arrived. */
export function waitUnproven(decided: Instant, zone: string): Instant {
  return addDays(decided, daysUnproven, zone);
}

/** A cut of a cancelled voucher comes after the cancellation: whichever were upheld first would take the other's case away. */
function waitedOf(facts: WindowFacts, { against }: Askable, zone: string, now: Instant): Stood[] {
  const { one } = facts;
  const cancellation = askablesOf(facts).find((other) => other.against === "cancellation");
  if (against !== "claim-cut" || cancellation === undefined) return [];
  const from = one.statusSince;
  const asked = askedBefore(one, cancellation);
  const to = asked?.at ?? windowOf(facts, cancellation, zone, now).until ?? waitUnproven(from, zone);
  return [{ from, to }];
}
