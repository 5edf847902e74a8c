/** Statements and journal of a park's books at any date, for those with a duty in its money. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { decimalText } from "../kernel/amount-text.ts";
import { daySchema } from "../kernel/day.ts";
import { toZonedDateString } from "../kernel/instant.ts";
import { ledgersOf } from "../ledger/books-of.ts";
import { journalCsv } from "../ledger/journal-csv.ts";
import { accountSchema, accounts, ledgerKeySchema, type Posting } from "../ledger/posting.ts";
import { groupings, type Statement, statementsOf } from "../ledger/statement.ts";
import { type NetworkFile, parkOf } from "../network/network-file.ts";
import { csvCell } from "../payment/list-csv.ts";
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
        z.object({ to: accountSchema, from: accountSchema, amount: z.number().int(), postings: z.number().int() }),
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

async function readBooks(deps: Deps, actor: PersonActor, parkId: string): Promise<Books> {
  const now = deps.clock.now();
  requireBooks(actor, parkId, now);
  const network = await deps.network.current();
  const ledgers = await ledgersOf(deps.store, parkId);
  const postings = (await Promise.all(ledgers.map((ledger) => deps.store.list("posting", { ledger })))).flat();
  return { network, postings, today: toZonedDateString(now, parkOf(network, parkId).zone) };
}

const zonesIn = (network: NetworkFile) => (parkId: string) => parkOf(network, parkId).zone;

export async function readStatements(
  deps: Deps,
  actor: PersonActor,
  parkId: string,
  { from, to, by }: StatementQuery,
): Promise<StatementView> {
  const { network, postings, today } = await readBooks(deps, actor, parkId);
  const lock = await deps.store.get("periodLock", { parkId });
  const span = { from, to: to ?? today, by };
  return {
    ...(from === undefined ? {} : { from }),
    to: span.to,
    ...(lock === undefined ? {} : { lockedThrough: lock.through }),
    statements: statementsOf(postings, span, zonesIn(network)).map((one) => ({
      ...one,
      ledgers: [...one.ledgers],
      movements: [...one.movements],
    })),
  };
}

interface CsvFile {
  text: string;
  type: string;
  fileName: string;
}
const csvType = "text/csv; charset=utf-8";

/** The statements as they are shown: per group its opening, each movement, its closing. */
export async function readStatementsCsv(
  deps: Deps,
  actor: PersonActor,
  parkId: string,
  query: StatementQuery,
): Promise<CsvFile> {
  const view = await readStatements(deps, actor, parkId, query);
  return {
    text: statementsCsv(view.statements),
    type: csvType,
    fileName: `statement-${parkId}-${query.by}-${view.to}.csv`,
  };
}

export function statementsCsv(statements: readonly Statement[] | StatementView["statements"]): string {
  const rows = statements.flatMap(({ group, currency, opening, movements, closing }) => {
    const text = (amount: number) => decimalText({ amount, currency });
    const at = (what: string, balances: Readonly<Record<string, number>>) =>
      accounts.map((account) => [group, currency, what, account, "", text(balances[account] ?? 0), ""]);
    return [
      ...at("opening", opening),
      ...movements.map(({ to, from, amount, postings }) => [
        group,
        currency,
        "movement",
        to,
        from,
        text(amount),
        String(postings),
      ]),
      ...at("closing", closing),
    ];
  });
  const head = ["group", "currency", "what", "account", "from_account", "amount", "postings"];
  return `${[head, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** The journal of the park's accounts software: every posting that counts from `from` to `to`. */
export async function readJournalCsv(
  deps: Deps,
  actor: PersonActor,
  parkId: string,
  { from, to }: Pick<StatementQuery, "from" | "to">,
): Promise<CsvFile> {
  const { network, postings, today } = await readBooks(deps, actor, parkId);
  const references = await referencesOf(
    deps.store,
    postings.flatMap(({ caseId }) => caseId ?? []),
  );
  const funds = Object.fromEntries(network.funds.map(({ id, reference }) => [id, reference]));
  const span = { from, to: to ?? today };
  const text = journalCsv(postings, span, { references, funds, zoneOf: zonesIn(network) });
  return { text, type: csvType, fileName: `journal-${parkId}-${span.to}.csv` };
}
