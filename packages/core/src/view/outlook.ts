/** What a park's money waits for: vouchers that will lapse, orders not yet booked, money asked back; each with its day. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { dayAfter, daySchema } from "../kernel/day.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { toZonedDateString } from "../kernel/instant.ts";
import { ledgersOf, readKey } from "../ledger/books-of.ts";
import { ledgerKeyText, type Share } from "../ledger/posting.ts";
import { parkOf } from "../network/network-file.ts";
import type { Deps } from "../port/deps.ts";
import { owedOf } from "../recovery/recovery.ts";
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
  /** The last day: of the voucher's filing window, or of paying back; since when, of an order. */
  day: daySchema,
});

export const outlookSchema = z.object({
  /** Committed and not claimed: returns to the pot after that day if nobody reports. */
  lapsing: z.array(lineSchema),
  /** Accepted claims that no bank has booked, by the day on which they were accepted. */
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

/** Days after validity in which a report is still taken (domain §5). */
const filingDays = 30;

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
  const found = await Promise.all(holding.map((share) => readLines(deps, share, zone)));
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
  zone: string,
): Promise<Pick<Outlook, "lapsing" | "owed" | "recoverable">> {
  const { caseId, ledger } = share;
  const [one, voucher, recoveries] = await Promise.all([
    deps.store.get("case", { caseId }),
    deps.store.get("voucher", { caseId }),
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
  const ends = voucher === undefined ? undefined : toZonedDateString(voucher.expires, zone);
  const lastDay = ends === undefined ? toZonedDateString(one.statusSince, zone) : dayAfter(ends, filingDays);
  return {
    lapsing: share.committed > 0 ? [line(share.committed, lastDay)] : [],
    owed: share.payable > 0 ? [line(share.payable, toZonedDateString(one.statusSince, zone))] : [],
    recoverable: recoveries
      .filter((recovery) => ledgerKeyText(recovery.ledger) === ledgerKeyText(ledger) && owedOf(recovery) > 0)
      .map(({ recovery, due, ...own }) => ({
        ...line(owedOf({ ...own, recovery, due }), due),
        recovery,
        parkId: ledger.parkId,
      })),
  };
}
