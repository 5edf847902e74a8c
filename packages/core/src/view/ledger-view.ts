/** The books as staff and auditors read them: balances recomputed from postings, and the postings behind every figure. */

import * as z from "zod";
import { holdsRole, type PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CaseId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import { wholeOf } from "../kernel/whole-store.ts";
import { balancesByKey, faultsOf } from "../ledger/balance.ts";
import { type Book, bookKeyOf, bookSchema } from "../ledger/book.ts";
import { ledgersOf } from "../ledger/books-of.ts";
import { accounts, type LedgerKey, ledgerKeySchema, ledgerKeyText, postingSchema } from "../ledger/posting.ts";
import { dayOfPosting } from "../ledger/statement.ts";
import { fundName, parkOf } from "../network/network-file.ts";
import type { Deps } from "../port/deps.ts";
import { viewCase } from "./case-view.ts";
import { namesOfIds } from "./names.ts";
import { referencesOf } from "./payments.ts";

export const ledgerViewSchema = z.object({
  keys: z.array(
    z.object({
      ledger: ledgerKeySchema,
      /** Name of the fund. */
      fund: z.string(),
      balances: z.record(z.enum(accounts), z.number().int()),
      /** In the order in which they were posted, each with the day on which it counts. */
      postings: z.array(postingSchema.omit({ version: true }).required({ day: true })),
      /** Identities that do not hold; always empty unless something is very wrong. */
      faults: z.array(z.string()),
      /** How far the budget year is; absent before it was given money. */
      book: bookSchema.pick({ status: true, carried: true, ending: true, closed: true }).optional(),
    }),
  ),
  names: z.record(z.string(), z.string()),
  /** Case id → reference, of every posting shown. */
  references: z.record(z.string(), z.string()),
});
export type LedgerView = z.infer<typeof ledgerViewSchema>;

/** `forbidden` for who has no duty in the park's money. */
export function requireBooks(actor: PersonActor, parkId: string, now: Instant): void {
  const may = (["finance", "manager", "approver", "auditor"] as const).some((role) =>
    holdsRole(actor, role, parkId, now),
  );
  if (!may) throw new DomainError("forbidden", "actor.role-needed", { role: "finance", parkId });
}

/** Every ledger key of the park, over all its calls. */
export async function readParkLedger(deps: Deps, actor: PersonActor, parkId: string): Promise<LedgerView> {
  requireBooks(actor, parkId, deps.clock.now());
  return viewKeys(deps, await ledgersOf(deps.store, parkId));
}

/** What the case moved, per ledger key. */
export async function readCaseLedger(deps: Deps, actor: PersonActor, caseId: CaseId): Promise<LedgerView> {
  const items = await deps.store.wholeCase(caseId);
  const view = viewCase(actor, items, deps.clock.now());
  if (view === undefined || (view.audience !== "staff" && view.audience !== "auditor")) {
    throw new DomainError("not_found", "case.not-found");
  }
  return viewKeys(
    deps,
    items.share.map(({ ledger }) => ledger),
    caseId,
  );
}

function viewBook({ status, carried, ending, closed }: Book) {
  return { status, carried, ...(ending === undefined ? {} : { ending }), ...(closed === undefined ? {} : { closed }) };
}

async function viewKeys(deps: Deps, keys: readonly LedgerKey[], caseId?: CaseId): Promise<LedgerView> {
  const distinct = [...new Map(keys.map((ledger) => [ledgerKeyText(ledger), ledger])).values()];
  const network = await deps.network.current();
  const read = await Promise.all(
    distinct.map(async (ledger) => {
      const within = caseId === undefined ? { ledger } : { ledger, caseId };
      const [all, postings, book] = await Promise.all([
        wholeOf(deps.store).list("posting", within),
        deps.store.list("posting", within),
        deps.store.get("book", bookKeyOf(ledger)),
      ]);
      // The books are one: totals count every posting, also those of cases that an interest hides from the reader.
      const [balance] = balancesByKey(all);
      if (balance === undefined) return undefined;
      // One case's postings are part of a key: only the key as a whole must satisfy the identities.
      const faults = caseId === undefined ? faultsOf(balance).map((fault) => JSON.stringify(fault)) : [];
      return {
        ledger,
        fund: fundName(network, ledger.fundId),
        balances: balance.balances,
        postings: postings
          .toSorted((a, b) => a.at.localeCompare(b.at) || a.postingId.localeCompare(b.postingId))
          .map((posting) => ({ ...posting, day: dayOfPosting(posting, parkOf(network, ledger.parkId).zone) })),
        faults,
        ...(book === undefined ? {} : { book: viewBook(book) }),
      };
    }),
  );
  const found = read.flatMap((key) => key ?? []);
  const postings = found.flatMap((key) => key.postings);
  const [names, references] = await Promise.all([
    namesOfIds(deps.store, [...new Set(postings.flatMap(({ actor }) => (actor.startsWith("per_") ? [actor] : [])))]),
    referencesOf(
      deps.store,
      postings.flatMap((posting) => posting.caseId ?? []),
    ),
  ]);
  return { keys: found, names, references };
}
