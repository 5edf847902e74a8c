import { archiveCall } from "@multihelix/core/call/advance-call.ts";
import { publishCall } from "@multihelix/core/call/publish-call.ts";
import { reserveOf } from "@multihelix/core/call/redress-reserve.ts";
import { propose } from "@multihelix/core/decision/propose.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { newBook } from "@multihelix/core/ledger/book.ts";
import { checkBooks } from "@multihelix/core/ledger/check-books.ts";
import { endCarry } from "@multihelix/core/ledger/end-carry.ts";
import { setBudget } from "@multihelix/core/ledger/set-budget.ts";
import type { Change } from "@multihelix/core/port/store.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall, aLedger, callId } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { aBudget, mia, proposing } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aRedress } from "../../fixture/build/redress.ts";
import { eur } from "../../fixture/build/voucher.ts";
import { startTestDeps, type TestDeps } from "../../fixture/deps.ts";
import { refused } from "../../fixture/refusal.ts";

const moment = aMoment();
const ledger = aLedger();

test("the reserve is the call's percent of the budget, half up, 5 where nothing is said", () => {
  expect(reserveOf({ ledger }, 1_010)).toBe(51);
  expect(reserveOf({ ledger, redressPercent: 2.5 }, 100_020)).toBe(2_501);
  expect(reserveOf({ ledger, redressPercent: 0 }, 100_000)).toBe(0);
});

test("what is kept goes into the next budget year with the cases, two keys in one act", () => {
  const next = newBook({ ...ledger, budgetYear: 2027 });
  const book = { ...newBook(ledger), status: "ending" as const, reserved: 50_001 };
  const system = { kind: "system", name: "outbox" } as const;
  const decision = endCarry.decide({ book, next, postings: [] }, system, { ledger }, moment);
  expect(decision.postings?.map(({ ledger: key, to, from, amount }) => [key.budgetYear, to, from, amount])).toEqual([
    [2026, "returned", "reserved", 50_001],
    [2027, "reserved", "appropriation", 50_001],
  ]);
});

describe("a case whose redress was upheld", () => {
  const upheld = { attempt: 2, redress: aRedress({ status: "upheld", attempt: 1 }) };
  const award = {
    caseId,
    noInterest: true as const,
    kind: "award" as const,
    amount: eur(1_000_000),
    conditions: "",
    reasons: "-",
    outOfOrderReason: "",
  };
  const kept = (reserved: number) => [{ ...newBook(ledger), reserved }];
  const moved = (given: object) =>
    propose
      .decide(proposing(given as never), mia, award, moment)
      .postings?.map(({ to, from, amount, caseId: of, memo }) => [to, from, amount, of === undefined ? memo : "case"]);

  test("is funded from what was kept for it, with the posting on record, when nothing else is free", () => {
    const facts = { case: upheld, budgets: [aBudget(0)], books: kept(1_200_000) };
    expect(moved(facts)).toEqual([
      ["available", "reserved", 1_000_000, `redress reserve for ${aCase().reference}`],
      ["reserved", "available", 1_000_000, "case"],
    ]);
  });

  test("takes the rest from the free money, and is refused where both are too little", () => {
    expect(moved({ case: upheld, budgets: [aBudget(700_000)], books: kept(300_000) })?.[0]?.[2]).toBe(300_000);
    expect(refused(() => moved({ case: upheld, budgets: [aBudget(699_999)], books: kept(300_000) }))).toBe(
      "conflict budget.too-little",
    );
  });

  test("no other case draws on it", () => {
    expect(refused(() => moved({ budgets: [aBudget(0)], books: kept(1_200_000) }))).toBe("conflict budget.too-little");
    const other = { attempt: 1, redress: aRedress({ status: "upheld", attempt: 1 }) };
    expect(refused(() => moved({ case: other, budgets: [aBudget(0)], books: kept(1_200_000) }))).toBe(
      "conflict budget.too-little",
    );
  });
});

describe("on a store", () => {
  let deps: TestDeps;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    ({ deps, stop } = await startTestDeps());
  });
  afterAll(() => stop());

  test("publishing keeps it back, archiving frees it, and the books hold at every step", async () => {
    const { publishedBy: _by, ...fresh } = aCall({ state: "draft", languages: ["en"] });
    const people = [
      ["manager", "limburg", "mia", "max", "mo"],
      ["approver", "limburg", "ada", "abe", "mo"],
      ["finance", "limburg", "fay", "fin", "flo"],
      ["redress", "limburg", "ria", "rob"],
      ["secretary", "network", "sec"],
      ["reviewer", "network", "rex", "roy", "ruth"],
    ] as const;
    const changes = people.flatMap(([role, scope, ...names]) =>
      names.flatMap((name): Change[] => {
        const personId = idOf("per", name);
        return [
          {
            op: "create",
            name: "roleHolder",
            value: { role, scope, personId, grantId: idOf("rgr", name + role), substitute: false, version: 0 },
          },
        ];
      }),
    );
    const createdAt = deps.clock.now();
    const names = new Set(people.flatMap(([, , ...all]) => all));
    const persons = [...names].map((name): Change => {
      const email = `${name}@park.example`;
      const value = {
        personId: idOf("per", name),
        email,
        name,
        language: "en",
        disabled: false,
        createdAt,
        version: 0,
      };
      return { op: "create", name: "person", value: value as never };
    });
    await deps.store.commit([{ op: "create", name: "call", value: fresh }, ...persons, ...changes]);
    await perform(deps, staff("fay", "finance", "limburg"), "b", setBudget, { ledger, amount: 1_000_010 });
    await perform(deps, staff("max", "manager", "limburg"), "p", publishCall, { callId });
    const free = async () => (await deps.store.get("budget", { ledger }))?.available;
    expect(await free()).toBe(950_009);
    expect((await checkBooks(deps)).faults).toEqual([]);
    const lower = () => perform(deps, staff("fay", "finance", "limburg"), "c", setBudget, { ledger, amount: 50_000 });
    await expect(lower()).rejects.toMatchObject({ code: "budget.held", facts: { lowest: 50_001 } });

    deps.moveClock(at("2027-01-04T09:00:00Z"));
    await perform(deps, staff("mia", "manager", "limburg"), "a", archiveCall, { callId });
    expect(await free()).toBe(1_000_010);
    const memos = (await deps.store.list("posting", { ledger })).map(({ memo }) => memo);
    expect(memos).toEqual(["budget raised", "redress reserve", "redress reserve freed"]);
    expect((await checkBooks(deps)).faults).toEqual([]);
  });
});
