/** The nightly look at all books: postings added up against every item that holds money, the outcome kept and told. */
import * as z from "zod";
import { requireSystem } from "../kernel/actor.ts";
import { daySchema } from "../kernel/day.ts";
import { instantSchema } from "../kernel/instant.ts";
import { perform } from "../kernel/perform.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Deps } from "../port/deps.ts";
import type { Reader } from "../port/store.ts";
import { type LedgerFault, trialBalance } from "./balance.ts";
import { ledgersOf, readKey } from "./books-of.ts";
import { recordAllGiven } from "./given.ts";
import type { LedgerKey } from "./posting.ts";

const faultsMost = 50;

export const booksCheckSchema = z.object({
  /** Day of the check, UTC. */
  day: daySchema,
  at: instantSchema,
  keys: z.number().int(),
  postings: z.number().int(),
  /** Empty when every identity holds; at most fifty are kept. */
  faults: z.array(z.string()),
  version: z.number().int().default(0),
});
export type BooksCheck = z.infer<typeof booksCheckSchema>;

/** Kept once per day; checked twice, the first stands. */
export const recordCheck = verb({
  name: "ledger.record-check",
  input: booksCheckSchema.omit({ version: true, at: true }),
  read: async (reader: Reader, { day }) => ({ known: await reader.get("booksCheck", { day }) }),
  decide({ known }: { known: BooksCheck | undefined }, actor, input, moment): Decision<{ faults: number }> {
    requireSystem(actor);
    if (known !== undefined) return { changes: [], result: { faults: known.faults.length } };
    return {
      changes: [{ op: "create", name: "booksCheck", value: { ...input, at: moment.now, version: 0 } }],
      result: { faults: input.faults.length },
    };
  },
});

/** Hour (UTC) from which on the night's check is made. */
const hour = 2;

/** Check all books, once a day and not before two in the night (UTC). True if it was made now. */
export async function checkNightly(deps: Deps): Promise<boolean> {
  const now = deps.clock.now();
  const day = now.slice(0, 10);
  if (Number(now.slice(11, 13)) < hour) return false;
  if ((await deps.store.get("booksCheck", { day })) !== undefined) return false;
  await recordAllGiven(deps);
  const { keys, postings, faults } = await checkBooks(deps);
  if (faults.length > 0) deps.log.error("ledger.books-differ", { faults: faults.slice(0, faultsMost) });
  else deps.log.info("ledger.books-checked", { keys, postings });
  const texts = faults.slice(0, faultsMost).map((fault) => JSON.stringify(fault));
  await perform(deps, { kind: "system", name: "sweep" }, `books:${day}`, recordCheck, {
    day,
    keys,
    postings,
    faults: texts,
  });
  return true;
}

export interface BooksFound {
  readonly keys: number;
  readonly postings: number;
  readonly faults: readonly LedgerFault[];
}

/** Every key of every park; a key that differs is read once more, since people work while it is looked at. */
export async function checkBooks(deps: Pick<Deps, "store" | "network">): Promise<BooksFound> {
  const { parks } = await deps.network.current();
  const ledgers = (await Promise.all(parks.map(({ id }) => ledgersOf(deps.store, id)))).flat();
  const faults: LedgerFault[] = [];
  let postings = 0;
  for (const ledger of ledgers) {
    const first = await checkKey(deps.store, ledger);
    postings += first.postings;
    faults.push(...(first.faults.length === 0 ? [] : (await checkKey(deps.store, ledger)).faults));
  }
  return { keys: ledgers.length, postings, faults };
}

async function checkKey(reader: Reader, ledger: LedgerKey) {
  const { postings, budget, shares, book } = await readKey(reader, ledger);
  const budgets = budget === undefined ? [] : [budget];
  const { faults } = trialBalance(postings, budgets, shares, book === undefined ? [] : [book]);
  return { postings: postings.length, faults };
}
