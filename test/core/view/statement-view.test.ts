/** The books' journal for the accounts software, as somebody reads it from whom an interest hides a case, and their statement. */

import type { Posting } from "@multihelix/core/ledger/posting.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { blindStore } from "@multihelix/core/view/blind.ts";
import { readJournalCsv, readStatements } from "@multihelix/core/view/statement-view.ts";
import { expect, test } from "vitest";
import { memoryStore, type Stored } from "../../api/world/memory-store.ts";
import { staff } from "../../fixture/build/actor.ts";
import { aCall, aLedger } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";

const hidden = idOf("app", "hidden");
const posting = (name: string, given: Partial<Posting>): Stored => ({
  name: "posting",
  value: {
    ledger: aLedger(),
    postingId: idOf("pst", name),
    at: at("2026-11-03T08:00:00Z"),
    to: "payable",
    from: "committed",
    amount: 60_000,
    verb: "claim.finance-check",
    actor: idOf("per", "fay"),
    memo: "claim 1: invoice 2026-114",
    version: 0,
    ...given,
  },
});
const stored: Stored[] = [
  { name: "call", value: aCall() },
  { name: "case", value: aCase() },
  { name: "case", value: aCase({ caseId: hidden, reference: "LIM-V26-HIDDN" }) },
  posting("shown", { caseId }),
  posting("hidden", { caseId: hidden, amount: 40_000, memo: "claim 1: invoice SECRET-7", actor: idOf("per", "lars") }),
];

const depsOf = (store: Deps["store"]) =>
  ({
    store,
    network: { current: async () => demoNetwork() },
    clock: { now: () => at("2026-11-20T09:00:00Z") },
  }) as unknown as Deps;
const fay = staff("fay", "finance", "limburg");

test("the journal has every posting, of a hidden case the money alone: it adds up to the trial balance", async () => {
  const store = blindStore(memoryStore(stored), new Set([hidden]));
  const { text } = await readJournalCsv(depsOf(store), fay, "limburg", {});
  expect(text).toContain(aCase().reference);
  expect(text).toContain("400.00");
  for (const told of ["SECRET-7", "HIDDN", hidden, idOf("per", "lars")]) expect(text, told).not.toContain(told);
  const rows = text.trim().split("\r\n").slice(1);
  const debits = rows.map((row) => Number(row.split(",")[5])).reduce((sum, one) => sum + one, 0);
  expect([rows.length, debits]).toEqual([4, 1000]);
});

test("the statement tells which movement took over what was paid before the move", async () => {
  const store = memoryStore([...stored, posting("taken-over", { to: "disbursed", from: "appropriation", caseId })]);
  const { statements } = await readStatements(depsOf(store), fay, "limburg", { by: "key" });
  expect(statements[0]?.movements.map(({ to, paidBefore }) => [to, paidBefore])).toEqual([
    ["payable", false],
    ["disbursed", true],
  ]);
});
