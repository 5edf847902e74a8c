/** Statements and journal of a park's books at any date, for those with a duty in its money. */

import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { daySchema } from "../kernel/day.ts";
import { toZonedDateString } from "../kernel/instant.ts";
import { wholeOf } from "../kernel/whole-store.ts";
import { ledgersOf } from "../ledger/books-of.ts";
import { journalCsv } from "../ledger/journal-csv.ts";
import { accountSchema, accounts, ledgerKeySchema, type Posting } from "../ledger/posting.ts";
import { groupings, isPaidBefore, statementsOf } from "../ledger/statement.ts";
import { type NetworkFile, parkOf } from "../network/network-file.ts";
import type { Deps } from "../port/deps.ts";
import { requireBooks } from "./ledger-view.ts";
import { referencesOf } from "./payments.ts";

export const statementQuery = z.object({
  from: daySchema.optional(),
  /** Last day that counts; today if left out. */
  to: daySchema.optional(),
  by: z.enum(groupings).default("key"),
});
export type StatementQuery = z.output<typeof statementQuery>;

const balancesSchema = z.record(z.enum(accounts), z.number().int());

export const statementViewSchema = z.object({
  from: daySchema.optional(),
  to: daySchema,
  /** Last locked day: figures up to it never change. */
  lockedThrough: daySchema.optional(),
  statements: z.array(
    z.object({
      group: z.string(),
      ledgers: z.array(ledgerKeySchema),
      currency: z.string(),
      opening: balancesSchema,
      movements: z.array(
        z.object({
          to: accountSchema,
          from: accountSchema,
          amount: z.number().int(),
          postings: z.number().int(),
          /** Takes over what another system paid: no payment of the year. */
          paidBefore: z.boolean(),
        }),
      ),
      closing: balancesSchema,
    }),
  ),
});
export type StatementView = z.infer<typeof statementViewSchema>;

interface Books {
  readonly network: NetworkFile;
  readonly postings: readonly Posting[];
  readonly today: string;
}

async function readBooks(deps: Deps, actor: PersonActor, parkId: string, store = deps.store): Promise<Books> {
  const now = deps.clock.now();
  requireBooks(actor, parkId, now);
  const network = await deps.network.current();
  const ledgers = await ledgersOf(deps.store, parkId);
  const postings = (await Promise.all(ledgers.map((ledger) => store.list("posting", { ledger })))).flat();
  return { network, postings, today: toZonedDateString(now, parkOf(network, parkId).zone) };
}

const zonesIn = (network: NetworkFile) => (parkId: string) => parkOf(network, parkId).zone;

export async function readStatements(
  deps: Deps,
  actor: PersonActor,
  parkId: string,
  { from, to, by }: StatementQuery,
): Promise<StatementView> {
  // Totals are the books', with what an interest hides from the reader, as the journal below has them.
  const { network, postings, today } = await readBooks(deps, actor, parkId, wholeOf(deps.store));
  const lock = await deps.store.get("periodLock", { parkId });
  const span = { from, to: to ?? today, by };
  return {
    ...(from === undefined ? {} : { from }),
    to: span.to,
    ...(lock === undefined ? {} : { lockedThrough: lock.through }),
    statements: statementsOf(postings, span, zonesIn(network)).map((one) => ({
      ...one,
      ledgers: [...one.ledgers],
      movements: one.movements.map((moved) => ({ ...moved, paidBefore: isPaidBefore(moved) })),
    })),
  };
}

/** Whoever acted on it may be one of its parties. */
function withoutCase({ caseId: _, ...posting }: Posting): Posting {
  return { ...posting, memo: "", actor: "" };
}

interface CsvFile {
  text: string;
  type: string;
  fileName: string;
}
const csvType = "text/csv; charset=utf-8";

/**
 * The journal of the park's accounts software: every posting that counts from `from` to `to`, so that it adds up to the
 * trial balance. Of a case that an interest hides from the reader it says the money and nothing else.
 */
export async function readJournalCsv(
  deps: Deps,
  actor: PersonActor,
  parkId: string,
  { from, to }: Pick<StatementQuery, "from" | "to">,
): Promise<CsvFile> {
  const { network, postings: all, today } = await readBooks(deps, actor, parkId, wholeOf(deps.store));
  const shown = await readBooks(deps, actor, parkId);
  const open = new Set(shown.postings.map(({ postingId }) => postingId));
  const postings = all.map((one) => (open.has(one.postingId) ? one : withoutCase(one)));
  const references = await referencesOf(
    deps.store,
    postings.flatMap(({ caseId }) => caseId ?? []),
  );
  const funds = Object.fromEntries(network.funds.map(({ id, reference }) => [id, reference]));
  const span = { from, to: to ?? today };
  const text = journalCsv(postings, span, { references, funds, zoneOf: zonesIn(network) });
  return { text, type: csvType, fileName: `journal-${parkId}-${span.to}.csv` };
}
