/** The only place that turns a posting into guarded changes: no verb moves money but through here. */
import { DomainError } from "../kernel/error.ts";
import type { PostingId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Change } from "../port/store.ts";
import { bookKeyOf } from "./book.ts";
import type { Account, PostingDraft } from "./posting.ts";

/**
 * The posting itself and the deltas on the items that hold its two accounts. `available` lives on the budget, minus
 * `appropriation` as `given` on the book, the rest live on the case's share of that year. A delta below zero is refused by the
 * store in the same transaction. Whoever posts `appropriation` writes the book with its total (`bookWithGiven`).
 */
export function changesOfPosting(
  draft: PostingDraft,
  postingId: PostingId,
  at: Instant,
  verb: string,
  actor: string,
): Change[] {
  if (!Number.isSafeInteger(draft.amount) || draft.amount <= 0) {
    throw new DomainError("invalid", "posting.amount", { amount: draft.amount });
  }
  if (draft.to === draft.from) throw new DomainError("invalid", "posting.same-account", { account: draft.to });
  return [
    { op: "create", name: "posting", value: { ...draft, postingId, at, verb, actor, version: 0 } },
    ...delta(draft, draft.to, draft.amount),
    ...delta(draft, draft.from, -draft.amount),
  ];
}

function delta(draft: PostingDraft, account: Account, by: number): Change[] {
  if (account === "appropriation")
    return [{ op: "add", name: "book", key: bookKeyOf(draft.ledger), by: { given: 0 - by } }];
  if (account === "available")
    return [{ op: "add", name: "budget", key: { ledger: draft.ledger }, by: { available: by } }];
  const { caseId, ledger } = draft;
  if (caseId === undefined) {
    // Only what a closed year had left, and what is kept for redress, belongs to no case.
    if (account !== "returned" && account !== "reserved")
      throw new DomainError("invalid", "posting.case-needed", { account });
    return [{ op: "add", name: "book", key: bookKeyOf(ledger), by: { [account]: by } }];
  }
  const key = { caseId, parkId: ledger.parkId, budgetYear: ledger.budgetYear };
  return [{ op: "add", name: "share", key, by: { [account]: by } }];
}
