/** What a park's money waits for: vouchers that will lapse, orders not yet booked, money asked back; each with its day. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { daySchema } from "../kernel/day.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Instant, toZonedDateString } from "../kernel/instant.ts";
import { ledgersOf, readKey } from "../ledger/books-of.ts";
import { ledgerKeyText, type Posting, type Share } from "../ledger/posting.ts";
import { dayOfPosting } from "../ledger/statement.ts";
import { parkOf } from "../network/network-file.ts";
import type { Deps } from "../port/deps.ts";
import { owedOf } from "../recovery/recovery.ts";
import type { Task } from "../task/task.ts";
import { requireBooks } from "./ledger-view.ts";

const lineSchema = z.object({
  caseId: caseIdSchema,
  reference: z.string(),
  /** Company of the case. */
  applicant: z.string(),
  status: z.string(),
  /** `ledgerKeyText` of the key that holds it. */
  key: z.string(),
  currency: z.string(),
  /** Minor units: the balance of the case's share that the line is about. */
  amount: z.number().int(),
  /** The last day: of accepting or reporting, or of paying back; since when, of what is owed. */
  day: daySchema,
});

export const outlookSchema = z.object({
  /** Committed, and somebody's clock runs: returns to the pot after that day if nobody accepts or reports. What is claimed, or stands still, is not here. */
  lapsing: z.array(lineSchema),
  /** Accepted claims that no bank has booked, by the day since which the oldest of it is owed. */
  owed: z.array(lineSchema),
  /** Money asked back, by its due day. */
  recoverable: z.array(lineSchema.extend({ recovery: z.number().int(), parkId: z.string() })),
  /** The nightly look at all books: the last one kept. */
  check: z
    .object({ day: daySchema, keys: z.number().int(), postings: z.number().int(), faults: z.number().int() })
    .optional(),
});
export type Outlook = z.infer<typeof outlookSchema>;
type Line = z.infer<typeof lineSchema>;

/** `forbidden` for who has no duty in the park's money. */
export async function readOutlook(deps: Deps, actor: PersonActor, parkId: string): Promise<Outlook> {
  requireBooks(actor, parkId, deps.clock.now());
  const { zone } = parkOf(await deps.network.current(), parkId);
  const ledgers = await ledgersOf(deps.store, parkId);
  const [keys, checks] = await Promise.all([
    Promise.all(ledgers.map((ledger) => readKey(deps.store, ledger))),
    deps.store.list("booksCheck", {}),
  ]);
  const shares = keys.flatMap((key) => key.shares);
  const holding = shares.filter(({ committed, payable, recoverable }) => committed + payable + recoverable > 0);
  const postings = keys.flatMap((key) => key.postings);
  const found = await Promise.all(holding.map((share) => readLines(deps, share, postings, zone)));
  const by = (a: { day: string }, b: { day: string }) => a.day.localeCompare(b.day);
  const last = checks.at(-1);
  return {
    lapsing: found.flatMap(({ lapsing }) => lapsing).sort(by),
    owed: found.flatMap(({ owed }) => owed).sort(by),
    recoverable: found.flatMap(({ recoverable }) => recoverable).sort(by),
    ...(last === undefined
      ? {}
      : { check: { day: last.day, keys: last.keys, postings: last.postings, faults: last.faults.length } }),
  };
}

async function readLines(
  deps: Deps,
  share: Share,
  postings: readonly Posting[],
  zone: string,
): Promise<Pick<Outlook, "lapsing" | "owed" | "recoverable">> {
  const { caseId, ledger } = share;
  const [one, tasks, recoveries] = await Promise.all([
    deps.store.get("case", { caseId }),
    share.committed > 0 ? deps.store.list("task", { caseId }) : [],
    share.recoverable > 0 ? deps.store.list("recovery", { caseId }) : [],
  ]);
  if (one === undefined) return { lapsing: [], owed: [], recoverable: [] };
  const line = (amount: number, day: string): Line => ({
    caseId,
    reference: one.reference,
    applicant: one.applicantName,
    status: one.status,
    key: ledgerKeyText(ledger),
    currency: ledger.currency,
    amount,
    day,
  });
  const lapses = lapsesAt(tasks);
  const since = owedSince(postings, share, zone) ?? toZonedDateString(one.statusSince, zone);
  return {
    lapsing:
      share.committed > 0 && lapses !== undefined ? [line(share.committed, toZonedDateString(lapses, zone))] : [],
    owed: share.payable > 0 ? [line(share.payable, since)] : [],
    recoverable: recoveries
      .filter((recovery) => ledgerKeyText(recovery.ledger) === ledgerKeyText(ledger) && owedOf(recovery) > 0)
      .map(({ recovery, due, ...own }) => ({
        ...line(owedOf({ ...own, recovery, due }), due),
        recovery,
        parkId: ledger.parkId,
      })),
  };
}

/** When silence ends the voucher: of accepting its terms, or of reporting. Claimed, or while its clock stands still, nobody is asked for either. */
export function lapsesAt(tasks: readonly Pick<Task, "kind" | "status" | "timeOut">[]): Instant | undefined {
  return tasks
    .filter(({ kind, status }) => status === "open" && (kind === "accept" || kind === "use"))
    .flatMap(({ timeOut }) => timeOut ?? [])
    .toSorted()[0];
}

/** Since when the oldest of what the case is owed waits: what came first is booked first. Undefined where nothing is owed. */
export function owedSince(
  postings: readonly Posting[],
  { caseId, ledger }: Pick<Share, "caseId" | "ledger">,
  zone: string,
): string | undefined {
  const own = postings
    .filter((one) => one.caseId === caseId && ledgerKeyText(one.ledger) === ledgerKeyText(ledger))
    .map((one) => ({ ...one, day: dayOfPosting(one, zone) }))
    .toSorted((a, b) => a.day.localeCompare(b.day));
  let gone = own.reduce((sum, one) => sum + (one.from === "payable" ? one.amount : 0), 0);
  for (const { to, amount, day } of own) {
    if (to !== "payable") continue;
    gone -= amount;
    if (gone < 0) return day;
  }
  return undefined;
}
