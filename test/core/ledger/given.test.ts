import { changesOf, perform } from "@multihelix/core/kernel/perform.ts";
import { bookKeyOf } from "@multihelix/core/ledger/book.ts";
import { checkBooks, checkNightly } from "@multihelix/core/ledger/check-books.ts";
import { readTotals, recordAllGiven } from "@multihelix/core/ledger/given.ts";
import { emptyShare } from "@multihelix/core/ledger/posting.ts";
import { setBudget } from "@multihelix/core/ledger/set-budget.ts";
import type { Reader } from "@multihelix/core/port/store.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall, aLedger } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { startTestDeps, type TestDeps } from "../../fixture/deps.ts";

const fay = staff("fay", "finance", "limburg");
const ledger = aLedger();
const holder = idOf("app", "holder");

let deps: TestDeps;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ deps, stop } = await startTestDeps());
  await deps.store.commit([{ op: "create", name: "call", value: aCall() }]);
  await perform(deps, fay, "budget", setBudget, { ledger, amount: 10_000_000 });
});
afterAll(async () => {
  await stop();
});

const book = () => deps.store.get("book", bookKeyOf(ledger));

/** The same book as a product before this one left it. */
async function forgetGiven(): Promise<void> {
  const stood = await book();
  if (stood === undefined) throw new Error("no book");
  const { given, ...older } = stood;
  expect(given).toBeDefined();
  expect((await deps.store.commit([{ op: "put", name: "book", value: older }])).ok).toBe(true);
}

/** What is read of the store, get by get and list by list. */
function counting() {
  const reads: string[] = [];
  const reader: Reader = {
    get: (name, key) => {
      reads.push(`get ${name}`);
      return deps.store.get(name, key);
    },
    list: (name, within) => {
      reads.push(`list ${name}`);
      return deps.store.list(name, within);
    },
    wholeCase: (caseId) => deps.store.wholeCase(caseId),
  };
  return { reads, reader };
}

describe("what a key was given", () => {
  test("stands on its book with every raise and cut, and the pot is read from two items whatever was posted", async () => {
    const drafts = Array.from({ length: 20 }, (_, nth) => ({
      ledger,
      to: "reserved" as const,
      from: "available" as const,
      amount: 1000 + nth,
      caseId: holder,
      memo: "test",
    }));
    const share = { op: "create", name: "share", value: emptyShare(holder, ledger) } as const;
    const decision = { changes: [share], postings: drafts, result: undefined };
    const changes = changesOf(decision, "test.reserve", "system:test", aMoment());
    expect((await deps.store.commit(changes)).ok).toBe(true);
    await perform(deps, fay, "raised", setBudget, { ledger, amount: 12_000_000 });
    await perform(deps, fay, "cut", setBudget, { ledger, amount: 9_000_000 });
    const { reads, reader } = counting();
    expect(await readTotals(reader, ledger)).toEqual({ ledger, given: 9_000_000, available: 9_000_000 - 20_190 });
    expect(reads.toSorted()).toEqual(["get book", "get budget"]);
    expect((await checkBooks(deps)).faults).toEqual([]);
  });

  test("is added up from the postings where an older book lacks it, and kept with the next budget", async () => {
    await forgetGiven();
    expect((await readTotals(deps.store, ledger)).given).toBe(9_000_000);
    expect((await book())?.given).toBeUndefined();
    await perform(deps, fay, "after", setBudget, { ledger, amount: 9_500_000 });
    expect((await book())?.given).toBe(9_500_000);
  });

  test("is filled in on older books when a folder is opened and each night; done again nothing is left to do", async () => {
    await forgetGiven();
    expect([await recordAllGiven(deps), await recordAllGiven(deps)]).toEqual([1, 0]);
    expect((await book())?.given).toBe(9_500_000);
    await forgetGiven();
    deps.clock.move("2026-11-13T02:01:00Z");
    expect(await checkNightly(deps)).toBe(true);
    expect((await book())?.given).toBe(9_500_000);
  });

  test("that differs from the postings is a fault of the night's check", async () => {
    await deps.store.commit([{ op: "add", name: "book", key: bookKeyOf(ledger), by: { given: 1 } }]);
    expect((await checkBooks(deps)).faults).toMatchObject([
      { fault: "differs", account: "appropriation", computed: -9_500_000, held: -9_500_001 },
    ]);
  });
});
