/** Carries a year over, one idempotent commit per case: begun again, it goes on where it stopped. */
import { DomainError } from "../../kernel/error.ts";
import { perform } from "../../kernel/perform.ts";
import { carryCase } from "../../ledger/carry-case.ts";
import { endCarry } from "../../ledger/end-carry.ts";
import { openCasesOf } from "../../ledger/start-year-end.ts";
import type { Deps } from "../../port/deps.ts";
import type { Body } from "./list.ts";

const runner = { kind: "system", name: "outbox" } as const;
/** What came in behind the run is carried by its next round. */
const roundsMost = 5;

export async function carryYear(deps: Deps, { parkId, bookKey }: Body<"carry-year">): Promise<void> {
  const book = await deps.store.get("book", { parkId, bookKey });
  if (book?.status !== "ending") return;
  const { ledger } = book;
  for (let round = 1; round <= roundsMost; round++) {
    const postings = await deps.store.list("posting", { ledger });
    for (const caseId of openCasesOf(postings)) {
      // What a case holds may change between rounds: its postings so far make the key of this carrying.
      const moved = postings.filter((posting) => posting.caseId === caseId).length;
      await perform(deps, runner, `carry:${bookKey}:${caseId}:${moved}`, carryCase, { ledger, caseId });
    }
    const { ended } = await perform(deps, runner, `carried:${bookKey}:${postings.length}:${round}`, endCarry, {
      ledger,
    });
    if (ended) return;
  }
  throw new DomainError("unavailable", "year.still-carrying", { bookKey });
}
