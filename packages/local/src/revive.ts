/** Brings a restored installation to life: its books are added up, and every open case's workflow starts again where it rests. */
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { changesOf, momentOf } from "@multihelix/core/kernel/perform.ts";
import { checkBooks } from "@multihelix/core/ledger/check-books.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { restOf } from "@multihelix/core/task/restart-case.ts";

export interface Revived {
  readonly cases: number;
  readonly open: number;
  readonly keys: number;
  readonly postings: number;
  /** Identities of the ledger that do not hold; none in a sound backup. */
  readonly faults: number;
}

const perCommit = 40;

export async function revive(deps: Deps): Promise<Revived> {
  const caseIds = await casesOf(deps);
  const cases = await Promise.all(caseIds.map((caseId) => deps.store.get("case", { caseId })));
  const open = cases.flatMap((one) => (one !== undefined && restOf(one) !== undefined ? [one.caseId] : []));
  const moment = momentOf(deps, deps.ids.ulid(), await deps.network.current());
  for (let from = 0; from < open.length; from += perCommit) {
    const effects = open
      .slice(from, from + perCommit)
      .map((caseId) => ({ body: { kind: "reconcile-case" as const, caseId } }));
    await deps.store.commit(
      changesOf({ changes: [], effects, result: undefined }, "restore", "system:operator", moment),
    );
  }
  for (let more = true; more; ) more = (await driveEffects(deps, 100)).done > 0;
  const { keys, postings, faults } = await checkBooks(deps);
  return { cases: caseIds.length, open: open.length, keys, postings, faults: faults.length };
}

/** Every case that was ever submitted stands in a row of its paying parks. */
async function casesOf(deps: Deps): Promise<CaseId[]> {
  const calls = await deps.store.list("call", {});
  const rows = await Promise.all(
    calls.flatMap(({ callId, payers }) => payers.map(({ parkId }) => deps.store.list("row", { parkId, callId }))),
  );
  return [...new Set(rows.flat().map(({ caseId }) => caseId))];
}
