import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { changesOf, perform } from "@multihelix/core/kernel/perform.ts";
import { trialBalance } from "@multihelix/core/ledger/balance.ts";
import { type Book, bookKeyOf, newBook, nextYear } from "@multihelix/core/ledger/book.ts";
import { readKey } from "@multihelix/core/ledger/books-of.ts";
import { checkBooks, checkNightly } from "@multihelix/core/ledger/check-books.ts";
import { closeYear } from "@multihelix/core/ledger/close-year.ts";
import { lockPeriod } from "@multihelix/core/ledger/lock-period.ts";
import { countedOn } from "@multihelix/core/ledger/period-lock.ts";
import { emptyShare } from "@multihelix/core/ledger/posting.ts";
import { setBudget } from "@multihelix/core/ledger/set-budget.ts";
import { startYearEnd } from "@multihelix/core/ledger/start-year-end.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall, aLedger } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { startTestDeps, type TestDeps } from "../../fixture/deps.ts";
import { refused } from "../../fixture/refusal.ts";

const fay = staff("fay", "finance", "limburg");
const finn = staff("finn", "finance", "limburg");
const ledger = aLedger();
const next = nextYear(ledger);
const ids = { parkId: "limburg", ledger };
const [running, paying] = [idOf("app", "running"), idOf("app", "paying")];

let deps: TestDeps;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ deps, stop } = await startTestDeps());
  await deps.store.commit([{ op: "create", name: "call", value: aCall() }]);
  await perform(deps, fay, "budget", setBudget, { ledger, amount: 10_000_000 });
  const take = (caseId: typeof running, amount: number, to: "reserved" | "committed" | "payable") =>
    ({ ledger, to, from: "available", amount, caseId, memo: "test" }) as const;
  const changes = changesOf(
    {
      changes: [running, paying].map((caseId) => ({
        op: "create",
        name: "share",
        value: emptyShare(caseId, ledger),
      })),
      postings: [
        take(running, 400_000, "reserved"),
        take(running, 600_000, "committed"),
        take(paying, 800_000, "payable"),
      ],
      result: undefined,
    },
    "test.begin",
    "system:test",
    aMoment(),
  );
  expect((await deps.store.commit(changes)).ok).toBe(true);
});
afterAll(async () => {
  await stop();
});

const held = async (key: typeof ledger) => (await readKey(deps.store, key)).shares;

describe("a budget year", () => {
  test("cannot be ended before it is over", async () => {
    await expect(perform(deps, fay, "early", startYearEnd, ids)).rejects.toMatchObject({ code: "year.not-over" });
  });

  test("is ended by a run: what is open goes over, two keys in one act, what is payable stays, the call takes the next year's money", async () => {
    deps.clock.move("2027-01-11T09:00:00Z");
    expect(await perform(deps, fay, "end", startYearEnd, ids)).toEqual({ status: "ending", cases: 1 });
    await driveEffects(deps);
    await driveEffects(deps);
    expect(await deps.store.get("book", bookKeyOf(ledger))).toMatchObject({ status: "ended", carried: 1 });
    expect((await deps.store.get("call", { callId: ledger.callId }))?.payers[0]?.ledger).toEqual(next);
    const old = (await held(ledger)).find(({ caseId }) => caseId === running);
    expect(old).toMatchObject({ reserved: 0, committed: 0, returned: 1_000_000 });
    expect(await held(next)).toMatchObject([{ caseId: running, reserved: 400_000, committed: 600_000 }]);
    expect((await held(ledger)).find(({ caseId }) => caseId === paying)).toMatchObject({ payable: 800_000 });
    const carried = (await deps.store.list("posting", { ledger: next })).map(({ to, from, amount }) => [
      to,
      from,
      amount,
    ]);
    expect(carried).toEqual([
      ["reserved", "appropriation", 400_000],
      ["committed", "appropriation", 600_000],
    ]);
  });

  test("is closed by another person: the unspent goes back to the fund, and it takes no new money", async () => {
    await expect(perform(deps, fay, "close-1", closeYear, ids)).rejects.toMatchObject({ code: "duties.same-person" });
    expect(await perform(deps, finn, "close-2", closeYear, ids)).toEqual({ status: "closed", unspent: 8_200_000 });
    await expect(perform(deps, fay, "raise", setBudget, { ledger, amount: 99_000_000 })).rejects.toMatchObject({
      code: "year.closed",
    });
    for (const key of [ledger, next]) {
      const { postings, budget, shares, book } = await readKey(deps.store, key);
      expect(trialBalance(postings, budget ? [budget] : [], shares, book ? [book] : []).faults).toEqual([]);
    }
  });
});

describe("years are ended in their order", () => {
  const book = (year: number, status: Book["status"]) => ({ ...newBook({ ...ledger, budgetYear: year }), status });
  const end = (lastBook: Book | undefined, nextBook: Book | undefined) => () =>
    startYearEnd.decide(
      { call: aCall(), book: book(2026, "open"), lastBook, nextBook, nextBudget: undefined, postings: [] },
      fay,
      ids,
      aMoment("2028-01-11T09:00:00Z"),
    );

  test("not before the year whose open money comes into it", () => {
    expect(refused(end(book(2025, "open"), undefined))).toBe("conflict year.earlier-open");
    expect(refused(end(book(2025, "ending"), undefined))).toBe("conflict year.earlier-open");
    expect(end(book(2025, "ended"), undefined)().result).toMatchObject({ status: "ending" });
  });

  test("nor into a year that is ended itself: what came there could never be paid", () => {
    expect(refused(end(undefined, book(2027, "closed")))).toBe("conflict year.next-ended");
    expect(refused(end(undefined, book(2027, "ending")))).toBe("conflict year.next-ended");
  });

  test("both books are held fast, so that two ends at the same moment do not pass each other", () => {
    const { changes } = end(book(2025, "ended"), book(2027, "open"))();
    const checked = changes.flatMap((change) => (change.op === "check" && change.name === "book" ? [change.key] : []));
    expect(checked).toEqual([bookKeyOf({ ...ledger, budgetYear: 2025 }), bookKeyOf({ ...ledger, budgetYear: 2027 })]);
  });
});

describe("the nightly look at all books", () => {
  test("is made once a night, kept, and says that all identities hold", async () => {
    deps.clock.move("2027-01-12T01:59:00Z");
    expect(await checkNightly(deps)).toBe(false);
    deps.clock.move("2027-01-12T02:01:00Z");
    expect([await checkNightly(deps), await checkNightly(deps)]).toEqual([true, false]);
    expect(await deps.store.get("booksCheck", { day: "2027-01-12" })).toMatchObject({ keys: 2, faults: [] });
  });

  test("finds a share that holds more than its postings say", async () => {
    const key = { caseId: paying, parkId: "limburg", budgetYear: 2026 };
    await deps.store.commit([{ op: "add", name: "share", key, by: { payable: 1 } }]);
    const { faults } = await checkBooks(deps);
    expect(faults).toMatchObject([{ fault: "differs", account: "payable", computed: 800_000, held: 800_001 }]);
  });
});

describe("a locked period", () => {
  const lock = { parkId: "limburg", through: "2026-12-31", by: fay.personId, at: aMoment().now, version: 3 };
  const put = (through: string, given?: typeof lock) =>
    lockPeriod.decide({ lock: given }, fay, { parkId: "limburg", through }, aMoment("2027-01-12T09:00:00Z"));

  test("ends before today and never shrinks", () => {
    expect(refused(() => put("2027-01-12"))).toBe("invalid period.not-over");
    expect(refused(() => put("2026-11-30", lock))).toBe("conflict period.locked-further");
    expect(put("2026-12-31", lock).changes).toEqual([]);
  });

  test("takes no booking any more: a bank's day inside it counts on the first day after it", () => {
    expect(countedOn("2026-12-30", lock)).toBe("2027-01-01");
    expect(countedOn("2027-01-04", lock)).toBe("2027-01-04");
    expect(countedOn("2026-12-30", undefined)).toBe("2026-12-30");
  });
});
