/** The ledger's explorer: the postings that make a figure, what they add up to, and what else may be asked. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { daySchema } from "../kernel/day.ts";
import { type CaseId, caseIdSchema } from "../kernel/id.ts";
import { ledgersOf } from "../ledger/books-of.ts";
import { type Figure, type FigurePosting, postingsOfFigure, sumOfFigure } from "../ledger/figure.ts";
import {
  type Account,
  accountSchema,
  accounts,
  ledgerKeySchema,
  ledgerKeyText,
  postingSchema,
} from "../ledger/posting.ts";
import { fundName, parkOf } from "../network/network-file.ts";
import type { Deps } from "../port/deps.ts";
import type { Reader } from "../port/store.ts";
import { requireBooks } from "./ledger-view.ts";
import { namesOfIds, personIdsIn } from "./names.ts";
import { referencesOf } from "./payments.ts";

/** Most postings that are shown at once; the file has them all. */
export const postingsMost = 500;

function namesAccounts(text: string): boolean {
  return text.split(",").every((account) => accountSchema.safeParse(account).success);
}

/** A figure as an address carries it. */
export const postingsQuery = z.object({
  /** Several with commas between them. */
  account: z.string().max(120).refine(namesAccounts, { error: "An account that no ledger has." }).optional(),
  against: accountSchema.optional(),
  key: z.string().max(200).optional(),
  fund: z.string().max(80).optional(),
  call: z.string().max(80).optional(),
  year: z.coerce.number().int().min(1900).max(2999).optional(),
  currency: z.string().length(3).optional(),
  /** A case's id or its reference. */
  case: z.string().max(60).optional(),
  event: z.string().max(60).optional(),
  /** How the posting's own text begins. */
  text: z.string().max(80).optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
});
export type PostingsQuery = z.output<typeof postingsQuery>;

export const postingsViewSchema = z.object({
  /** Newest first, at most 500. */
  postings: z.array(
    postingSchema
      .omit({ version: true })
      .required({ day: true })
      /** Minor units that it adds to the figure. */
      .extend({ counts: z.number().int() }),
  ),
  /** How many make the figure, shown or not. */
  total: z.number().int(),
  sums: z.array(z.object({ currency: z.string(), amount: z.number().int() })),
  /** Every key of the park, for the filter. */
  keys: z.array(z.object({ ledger: ledgerKeySchema, fund: z.string() })),
  /** Names of the verbs that posted anything, for the filter. */
  events: z.array(z.string()),
  names: z.record(z.string(), z.string()),
  /** Case id → reference, of every posting shown. */
  references: z.record(z.string(), z.string()),
});
export type PostingsView = z.infer<typeof postingsViewSchema>;

interface FigureRead {
  readonly found: readonly FigurePosting[];
  readonly keys: PostingsView["keys"];
  readonly events: readonly string[];
}

/** Everything that makes the figure. `forbidden` for who has no duty in the park's money. */
export async function readFigure(
  deps: Deps,
  actor: PersonActor,
  parkId: string,
  query: PostingsQuery,
): Promise<FigureRead> {
  requireBooks(actor, parkId, deps.clock.now());
  const network = await deps.network.current();
  const all = await ledgersOf(deps.store, parkId);
  const caseId = await caseOf(deps.store, query.case);
  const asked = all.filter((ledger) => query.key === undefined || ledgerKeyText(ledger) === query.key);
  const lists =
    caseId === "unknown"
      ? []
      : await Promise.all(
          asked.map((ledger) => deps.store.list("posting", caseId === undefined ? { ledger } : { ledger, caseId })),
        );
  const postings = lists.flat();
  const figure: Figure = {
    ...query,
    accounts: query.account?.split(",") as Account[] | undefined,
    caseId: caseId === "unknown" ? undefined : caseId,
    verb: query.event,
  };
  return {
    found: postingsOfFigure(postings, figure, (park) => parkOf(network, park).zone),
    keys: all.map((ledger) => ({ ledger, fund: fundName(network, ledger.fundId) })),
    events: [...new Set(postings.map(({ verb }) => verb))].sort(),
  };
}

/** A reference that no case has finds no posting, and tells nothing else. */
async function caseOf(reader: Reader, text: string | undefined): Promise<CaseId | "unknown" | undefined> {
  if (text === undefined) return undefined;
  const id = caseIdSchema.safeParse(text);
  if (id.success) return id.data;
  return (await reader.get("reference", { reference: text.trim().toUpperCase() }))?.caseId ?? "unknown";
}

export async function readPostings(
  deps: Deps,
  actor: PersonActor,
  parkId: string,
  query: PostingsQuery,
): Promise<PostingsView> {
  const { found, keys, events } = await readFigure(deps, actor, parkId, query);
  const shown = found.toReversed().slice(0, postingsMost);
  const [names, references] = await Promise.all([
    namesOfIds(deps.store, personIdsIn(shown.map(({ posting }) => posting.actor))),
    referencesOf(
      deps.store,
      shown.flatMap(({ posting }) => posting.caseId ?? []),
    ),
  ]);
  return {
    postings: shown.map(({ posting: { version: _, ...posting }, day, counts }) => ({ ...posting, day, counts })),
    total: found.length,
    sums: sumOfFigure(found),
    keys,
    events: [...events],
    names,
    references,
  };
}

/** The accounts of a figure in the order of the ledger. */
export function accountsOf({ account }: Pick<PostingsQuery, "account">): Account[] {
  const asked = account?.split(",") ?? [];
  return accounts.filter((one) => asked.includes(one));
}
